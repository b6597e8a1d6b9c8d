package studio.server.progress.eta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.model.progress.StepKey;
import studio.server.progress.StepCost;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

/** Reads from a trace what each step, and each kind of phase, took. A step that was resumed midway is left out. */
public final class TraceCosts {
    private static final double BEGUN_ANEW = 0.02;

    private TraceCosts() {}

    public static List<StepCost> of(ForecastTrace trace) {
        List<StepCost> costs = new ArrayList<>();
        for (StepKey step : StepKey.values()) {
            List<TracePoint> points =
                    trace.points().stream().filter(p -> p.step() == step).toList();
            if (points.isEmpty() || points.get(0).share() > BEGUN_ANEW) {
                continue;
            }
            long end = trace.points().stream()
                    .filter(p -> p.step().number() > step.number())
                    .mapToLong(TracePoint::millis)
                    .findFirst()
                    .orElse(trace.endMillis());
            costs.addAll(of(trace, new StepTimes(points, end)));
        }
        return costs;
    }

    private static List<StepCost> of(ForecastTrace trace, StepTimes times) {
        WorkPlan plan = trace.plan();
        List<WorkPhase> phases = plan.phases(times.step());
        if (phases.isEmpty()) {
            return List.of(cost(trace, times.step(), "", 1, 1, plan.candles(), times.seconds(0, 1), 0, times));
        }
        Map<String, List<Integer>> named = new LinkedHashMap<>();
        for (int i = 0; i < phases.size(); i++) {
            named.computeIfAbsent(phases.get(i).name(), name -> new ArrayList<>())
                    .add(i);
        }
        List<StepCost> costs = new ArrayList<>();
        named.forEach((name, members) -> {
            double seconds = 0;
            double model = 0;
            double trials = 0;
            double evaluations = 0;
            for (int i : members) {
                double from = plan.share(times.step(), i, 0);
                double to = plan.share(times.step(), i, 1);
                seconds += times.seconds(from, to);
                model += times.modelSeconds(from, to);
                trials += phases.get(i).trials();
                evaluations += phases.get(i).weight();
            }
            int count = members.size();
            costs.add(cost(
                    trace,
                    times.step(),
                    name,
                    count,
                    Math.round(trials / count),
                    Math.round(evaluations / trials),
                    seconds,
                    model,
                    times));
        });
        return costs;
    }

    private static StepCost cost(
            ForecastTrace trace,
            StepKey step,
            String phase,
            int phases,
            long trials,
            long candles,
            double seconds,
            double modelSeconds,
            StepTimes times) {
        return new StepCost(
                trace.plan().strategy(),
                trace.plan().optimizer(),
                step,
                phase,
                phases,
                trials,
                candles,
                seconds,
                modelSeconds,
                trace.threads(),
                1 + times.otherJobs());
    }
}
