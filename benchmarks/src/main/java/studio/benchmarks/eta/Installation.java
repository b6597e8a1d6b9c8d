package studio.benchmarks.eta;

import java.util.ArrayList;
import java.util.List;
import studio.model.progress.StepKey;
import studio.server.progress.StepCost;
import studio.server.progress.eta.Calibration;
import studio.server.progress.eta.CheckpointError;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.Forecaster;
import studio.server.progress.eta.TraceCosts;
import studio.server.progress.eta.TraceErrors;
import studio.server.progress.eta.TracePoint;

/** An installation that sees recorded jobs one after the other, and knows of each no more than it would have known. */
final class Installation {
    private static final int SCORES = 200;

    private final List<StepCost> costs = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();

    /** Replays a job: its forecasts come from its own past and from the jobs that were finished before. */
    ForecastTrace replay(ForecastTrace recorded) {
        Forecaster forecaster = new Forecaster(this::newest, new Calibration(newestScores()), recorded.threads());
        List<TracePoint> told = new ArrayList<>();
        // As in a running job, the plan is known before the step that follows data collection.
        forecaster.plan(recorded.plan());
        for (TracePoint point : recorded.points()) {
            forecaster.see(point);
            told.add(new TracePoint(
                    point.millis(),
                    point.step(),
                    point.share(),
                    point.modelSeconds(),
                    point.otherJobs(),
                    forecaster.remaining()));
        }
        return new ForecastTrace(
                recorded.plan(),
                recorded.threads(),
                recorded.endMillis(),
                recorded.standstillMillis(),
                recorded.pausedMillis(),
                told);
    }

    /** A job has finished. */
    void finished(ForecastTrace replayed) {
        costs.addAll(TraceCosts.of(replayed));
        for (CheckpointError error : TraceErrors.of(replayed)) {
            if (error.told()) {
                scores.add(error.score());
            }
        }
    }

    private List<StepCost> newest(String strategy, String optimizer, StepKey step, String phase, int limit) {
        List<StepCost> found = new ArrayList<>();
        for (int i = costs.size() - 1; i >= 0 && found.size() < limit; i--) {
            StepCost cost = costs.get(i);
            if (cost.strategy().equals(strategy)
                    && cost.optimizer().equals(optimizer)
                    && cost.step() == step
                    && cost.phase().equals(phase)) {
                found.add(cost);
            }
        }
        return found;
    }

    private List<Double> newestScores() {
        List<Double> newest = new ArrayList<>();
        for (int i = scores.size() - 1; i >= 0 && newest.size() < SCORES; i--) {
            newest.add(scores.get(i));
        }
        return newest;
    }
}
