package studio.server.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import studio.engine.search.Trial;
import studio.engine.walkforward.WalkForward;
import studio.engine.walkforward.WalkForwardListener;
import studio.engine.walkforward.WalkForwardPlan;
import studio.engine.walkforward.WalkForwardTask;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;
import studio.model.progress.StepKey;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowPlan;
import studio.model.result.WindowResult;
import studio.server.progress.WorkPlan;
import studio.server.progress.sql.Outages;

/**
 * Step 3, when asked for: walk-forward, then the strategy on shuffled bars. Windows that an earlier worker has finished are
 * taken as they are.
 */
final class Validation {
    private final TrainingStores stores;
    private final TrustAssessment trust;

    Validation(TrainingStores stores, TrustAssessment trust) {
        this.stores = stores;
        this.trust = trust;
    }

    void run(TrainingRun run, Findings findings) {
        TrainingData data = findings.data();
        WalkForwardPlan plan = data.windows();
        if (plan == null) {
            return;
        }
        TrainingSpec spec = run.spec();
        int trials = WalkForwardPlan.trialsPerWindow(spec.optimizer(), data.plannedTrials());
        run.start(StepKey.VALIDATION, details(plan, trials));
        List<WindowResult> finished = finished(run);
        Telling telling = new Telling(run, DataCollection.plan(spec, data));
        WalkForwardTask task = new WalkForwardTask(
                plan,
                spec.optimizer(),
                data.space(),
                spec.seed(),
                trials,
                data.backtest(),
                data.candles(),
                spec.objective(),
                spec.minTrades(),
                finished,
                telling,
                new WorkingToken(run.control, telling::asked));
        Optional<WalkForwardReport> report = WalkForward.run(task, run.workers);
        findings.walkForward(report.orElseThrow(RunStopped::new));
        findings.permutations(trust.permute(run, data, telling::shuffled));
    }

    private static Map<String, Object> details(WalkForwardPlan plan, int trials) {
        ValidationSettings settings = plan.settings();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("train_window_days", settings.trainWindowDays());
        details.put("test_window_days", settings.testWindowDays());
        details.put("gap_days", settings.gapDays());
        details.put("step_days", settings.stepDays());
        details.put("mode", settings.mode().wireName());
        details.put("windows", plan.windows().size());
        details.put("trials_per_window", trials);
        return details;
    }

    private List<WindowResult> finished(TrainingRun run) {
        return run.job.attempt() == 1
                ? List.of()
                : run.read(() -> stores.results().windows(run.job.jobId()));
    }

    /** Tells tracker and log of every inner trial and stores every window as it is finished. */
    private final class Telling implements WalkForwardListener {
        private final TrainingRun run;
        private final WorkPlan plan;
        private final AtomicLong order = new AtomicLong();
        private final Rhythm rhythm = new Rhythm();
        private final AtomicLong modelNanos = new AtomicLong();
        private volatile Inner inner = new Inner(1, "", 1);
        private volatile int windows = 1;

        /** The search of one window. */
        private static final class Inner {
            final int number;
            final String message;
            final int trials;
            final SearchPosition position = new SearchPosition(0);
            final AtomicInteger ended = new AtomicInteger();

            Inner(int number, String message, int trials) {
                this.number = number;
                this.message = message;
                this.trials = trials;
            }

            double share() {
                int done = ended.get();
                return Math.min(1, (done + position.underWay(done)) / trials);
            }
        }

        Telling(TrainingRun run, WorkPlan plan) {
            this.run = run;
            this.plan = plan;
        }

        @Override
        public void onWindowStarted(WindowPlan window, int total, int trialsInWindow) {
            windows = total;
            inner = new Inner(
                    window.number(),
                    "Validating configuration... window " + window.number() + " of " + total,
                    trialsInWindow);
            tell(inner);
        }

        @Override
        public void onProposal(WindowPlan window, int batchSize, long durationNanos) {
            run.eta.modelSeconds(modelNanos.addAndGet(durationNanos) / 1e9);
            inner.position.proposed(batchSize);
            tell(inner);
        }

        @Override
        public void onTrial(WindowPlan window, Trial trial) {
            Inner search = inner;
            search.ended.incrementAndGet();
            search.position.ended();
            tell(search);
        }

        /** Optimizer and trials go on. */
        void asked() {
            Inner search = inner;
            search.position.asked();
            if (rhythm.isDue()) {
                tell(search);
            }
        }

        private void tell(Inner search) {
            tell(search.number - 1, search.share(), search.message);
        }

        /** That share of the shuffles is done, 0..1; they are the phase after the windows. */
        void shuffled(double share) {
            tell(plan.phases(StepKey.VALIDATION).size() - 1, share, "Trying the strategy on shuffled bars...");
        }

        private void tell(int phase, double inPhase, String message) {
            double share = 100 * plan.share(StepKey.VALIDATION, phase, inPhase);
            run.tracker.update(run.tracker.figures().at(order.incrementAndGet(), Math.min(100, share), message));
        }

        @Override
        public void onWindow(WindowResult result) {
            run.insist(() ->
                    Outages.translate(() -> stores.results().addWindow(run.job.jobId(), run.job.attempt(), result)));
            run.info("Window " + result.plan().number() + " of " + windows + ": " + outcome(result));
        }
    }

    private static String outcome(WindowResult result) {
        Double train = result.trainScore();
        Double test = result.testScore();
        String reason = result.reason() == null ? "" : " (" + result.reason() + ")";
        return "score " + number(train) + " in training, " + number(test) + " on unseen data" + reason + ".";
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null ? "undefined" : String.format(Locale.ROOT, "%.4f", value);
    }
}
