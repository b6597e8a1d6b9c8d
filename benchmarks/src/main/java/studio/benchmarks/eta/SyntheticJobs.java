package studio.benchmarks.eta;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import studio.model.progress.StepKey;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.TracePoint;
import studio.server.progress.eta.TraceRecorder;

/**
 * Jobs that no machine ran, of the shapes that mislead a forecast: a steady rate, trials that get slower, trials of which
 * a few take most of the time, and bursts after long fits. Minutes to hours long; each shape is a strategy of its own, and
 * its size and speed differ from job to job. Seeded: the same on every machine.
 */
final class SyntheticJobs {
    private static final int ROUNDS = 12;
    private static final long LOOK_MILLIS = 205;

    private SyntheticJobs() {}

    /** Round by round; even ones are for tuning, odd ones are held back. */
    static List<RecordedJob> all() {
        List<RecordedJob> jobs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(1_000 + round);
            jobs.add(linear(round, random.split()));
            jobs.add(slowing(round, random.split()));
            jobs.add(heavyTailed(round, random.split()));
            jobs.add(bursty(round, random.split()));
        }
        return jobs;
    }

    private static RecordedJob linear(int round, SplittableRandom random) {
        double seconds = 0.2 * mood(random);
        return job("linear", round, trials(random), i -> seconds * (0.9 + 0.2 * random.nextDouble()), i -> 0, 0);
    }

    /** The model's work for a trial grows with the trials before it, without the bound that ours has. */
    private static RecordedJob slowing(int round, SplittableRandom random) {
        double evaluation = 0.05 * mood(random);
        double model = 0.0012 * mood(random);
        return job(
                "slowing",
                round,
                trials(random),
                i -> evaluation * (0.9 + 0.2 * random.nextDouble()),
                i -> model * i * (0.9 + 0.2 * random.nextDouble()),
                Long.MAX_VALUE);
    }

    /** Pareto with index 1.5: a mean, but no variance. */
    private static RecordedJob heavyTailed(int round, SplittableRandom random) {
        double least = 0.1 * mood(random);
        return job(
                "heavy-tailed",
                round,
                trials(random),
                i -> least * Math.pow(1 - random.nextDouble(), -1 / 1.5),
                i -> 0,
                0);
    }

    /** Batches of forty come fast, and between them nothing for long. */
    private static RecordedJob bursty(int round, SplittableRandom random) {
        double mood = mood(random);
        return job(
                "bursty",
                round,
                trials(random),
                i -> (i % 40 == 0 ? 10 * (0.5 + random.nextDouble()) : 0.02) * mood,
                i -> 0,
                0);
    }

    private static double mood(SplittableRandom random) {
        return Math.exp(0.3 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5));
    }

    private static int trials(SplittableRandom random) {
        return 300 + random.nextInt(1_200);
    }

    private static RecordedJob job(
            String shape,
            int round,
            int trials,
            IntToDoubleFunction evaluation,
            IntToDoubleFunction model,
            long modelTrials) {
        WorkPlan plan = new WorkPlan(
                shape,
                "synthetic",
                1_000,
                List.of(new WorkPhase(StepKey.OPTIMIZATION, WorkPhase.SEARCH, trials, 1_000, modelTrials)));
        TraceRecorder recorder = new TraceRecorder();
        recorder.add(new TracePoint(0, StepKey.DATA_COLLECTION, 0.05, 0, 0, null));
        double seconds = 0.4;
        double modelSeconds = 0;
        long nextLook = (long) (seconds * 1000);
        for (int i = 0; i < trials; i++) {
            double fit = model.applyAsDouble(i);
            seconds += fit + evaluation.applyAsDouble(i);
            // Looks that fall into this trial see those before it.
            while (nextLook < seconds * 1000) {
                recorder.add(
                        new TracePoint(nextLook, StepKey.OPTIMIZATION, i / (double) trials, modelSeconds, 0, null));
                nextLook += LOOK_MILLIS;
            }
            modelSeconds += fit;
        }
        recorder.add(new TracePoint((long) (seconds * 1000) + 1, StepKey.SAVE_CONFIG, 0.3, 0, 0, null));
        ForecastTrace trace = recorder.trace(plan, 2, (long) (seconds * 1000) + 300);
        return new RecordedJob(shape, round, trace);
    }
}
