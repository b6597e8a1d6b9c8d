package studio.server.progress.eta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.model.progress.StepKey;
import studio.server.progress.WorkPlan;

/**
 * Judges a trace after the fact, at 10, 25, 50 and 75 % of the job's true duration: by what was told last before that
 * moment, and by what the published estimators would have told.
 */
public final class TraceErrors {
    private static final List<Integer> CHECKPOINTS = List.of(10, 25, 50, 75);

    private TraceErrors() {}

    /** Percentages of the true duration. */
    public static List<Integer> checkpoints() {
        return CHECKPOINTS;
    }

    /** The published estimators count trials of all steps, as a progress bar around the work would. */
    public static List<CheckpointError> of(ForecastTrace trace) {
        return of(trace, point -> workDone(trace.plan(), point));
    }

    /**
     * @param done the part of the whole that is done, 0..1, as the published estimators see it
     */
    public static List<CheckpointError> of(ForecastTrace trace, ToDoubleFunction<TracePoint> done) {
        List<CheckpointError> errors = new ArrayList<>();
        PublishedEstimators published = new PublishedEstimators();
        List<TracePoint> points = trace.points();
        int next = 0;
        for (int percent : CHECKPOINTS) {
            double until = trace.endMillis() * percent / 100.0;
            while (next < points.size() && points.get(next).millis() <= until) {
                published.see(points.get(next).millis() / 1000.0, done.applyAsDouble(points.get(next)));
                next++;
            }
            if (next > 0) {
                errors.add(at(percent, points.get(next - 1), trace.endMillis() / 1000.0, published));
            }
        }
        return errors;
    }

    private static CheckpointError at(int percent, TracePoint point, double end, PublishedEstimators published) {
        double seconds = point.millis() / 1000.0;
        Remaining told = point.forecast();
        double left = end - seconds;
        return new CheckpointError(
                percent,
                told == null ? Double.POSITIVE_INFINITY : Math.abs(told.expected() - left) / end,
                told != null && told.low() <= left && left <= told.high(),
                told == null ? Double.NaN : Calibration.score(told, left),
                Math.abs(published.overall() - left) / end,
                Math.abs(published.smoothed() - left) / end,
                Math.abs(published.sliding() - left) / end);
    }

    /** Trials done of all that are planned. */
    static double workDone(WorkPlan plan, TracePoint point) {
        double done = 0;
        double sum = 0;
        for (StepKey step : StepKey.values()) {
            double trials = plan.trials(step);
            sum += trials;
            done += step.number() < point.step().number() ? trials : step == point.step() ? trials * point.share() : 0;
        }
        return sum == 0 ? 0 : done / sum;
    }
}
