package studio.desktop.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.model.job.EventLevel;
import studio.model.job.JobDetail;
import studio.model.job.JobEvent;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.StartRequest;
import studio.model.job.StateChange;
import studio.model.job.TrainingSpec;
import studio.model.job.TrialState;
import studio.model.job.TrialView;
import studio.model.job.ValidationSettings;
import studio.model.market.Timeframe;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;
import studio.model.result.DataReport;
import studio.model.result.EquityPoint;
import studio.model.result.ExitReason;
import studio.model.result.JobResults;
import studio.model.result.LifecycleStage;
import studio.model.result.Metrics;
import studio.model.result.Side;
import studio.model.result.TradeView;
import studio.model.result.WalkForwardReport;
import studio.model.result.WindowPlan;
import studio.model.result.WindowResult;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;
import studio.model.strategy.StrategyInfo;

/** Jobs as a server would tell of them. */
public final class SampleJobs {
    /** What the server tells of luck: pairs of trial and score. */
    private static final List<List<Number>> LUCK = List.of(
            List.of(1, 0.0),
            List.of(2, 0.58),
            List.of(5, 1.33),
            List.of(10, 1.77),
            List.of(20, 2.1),
            List.of(50, 2.55));

    public static final Instant START = Instant.parse("2026-03-02T13:50:00Z");
    public static final String JOB_ID = "7f3c9a52-1b8e-4c07-9d2a-5e61c0b4d8aa";

    private SampleJobs() {}

    public static StrategyInfo liquiditySweep() {
        return new StrategyInfo(
                "LIQUIDITY_SWEEP",
                "Liquidity sweep",
                "Stops are run, then price returns.",
                500,
                List.of(
                        real(
                                "pierce_depth",
                                0.0005,
                                0.005,
                                "fraction of price",
                                "How far price must pierce the level."),
                        real(
                                "volume_spike_threshold",
                                1.5,
                                5.0,
                                "× mean volume",
                                "How large the volume spike must be."),
                        new ParameterInfo(
                                "reversal_candles",
                                ParameterType.INTEGER,
                                1.0,
                                5.0,
                                1.0,
                                null,
                                3,
                                "candles",
                                "How many candles must turn back."),
                        real("atr_multiplier_sl", 1.0, 3.0, "× ATR14", "Distance of the stop."),
                        new ParameterInfo(
                                "max_holding_periods",
                                ParameterType.CATEGORY,
                                null,
                                null,
                                null,
                                List.of(30, 50, 75, 100, 150),
                                75,
                                "candles",
                                "Longest time in a position.")));
    }

    private static ParameterInfo real(String name, double min, double max, String unit, String help) {
        return new ParameterInfo(name, ParameterType.REAL, min, max, null, null, (min + max) / 2, unit, help);
    }

    public static Map<String, Object> bestParams() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("pierce_depth", 0.00152);
        params.put("volume_spike_threshold", 2.5);
        params.put("reversal_candles", 3);
        params.put("atr_multiplier_sl", 1.8);
        params.put("max_holding_periods", 75);
        return params;
    }

    public static TrainingSpec spec() {
        return new TrainingSpec(
                "LIQUIDITY_SWEEP",
                null,
                "BTC/USDT",
                "binance",
                Timeframe.M5,
                OptimizerKind.BAYESIAN,
                200,
                null,
                50,
                Objective.SHARPE_RATIO,
                10,
                8_123_456_789L,
                Map.of("pierce_depth", ParameterRange.between(0.001, 0.004, 0.0005)),
                true,
                ValidationSettings.standard(),
                studio.model.job.CostSettings.standard(),
                studio.model.job.DataQualitySettings.off());
    }

    public static JobSummary summary(String jobId, JobStatus status) {
        boolean ended = status.isEnded();
        boolean done = status == JobStatus.COMPLETED;
        return new JobSummary(
                jobId,
                status,
                "LIQUIDITY_SWEEP",
                null,
                "BTC/USDT",
                "binance",
                Timeframe.M5,
                OptimizerKind.BAYESIAN,
                Objective.SHARPE_RATIO,
                done ? 100 : status == JobStatus.PENDING ? 0 : 55,
                status == JobStatus.PENDING ? null : 1.85,
                done ? 24.31 : null,
                done ? 143 : null,
                done ? "VALIDATION" : null,
                done ? "FRAGILE" : null,
                done ? "LIQUIDITY_SWEEP_V3_20260302_140412_a1b2c3" : null,
                START,
                status == JobStatus.PENDING ? null : START.plusSeconds(1),
                ended ? START.plusSeconds(860) : null,
                status == JobStatus.PENDING ? null : 859.0,
                status == JobStatus.FAILED ? FAILURE : null,
                "",
                "",
                List.of("baseline"),
                false,
                "",
                null,
                7);
    }

    public static final String FAILURE =
            "The database did not take the trials for five minutes. Check it, then train again: the same seed gives the same trials.";

    public static JobDetail detail(String jobId, JobStatus status) {
        StartRequest request = StartRequest.of("LIQUIDITY_SWEEP", "binance", "BTC/USDT", Timeframe.M5);
        return new JobDetail(
                summary(jobId, status),
                request,
                spec(),
                "server-1",
                1,
                null,
                List.of(new StateChange(JobStatus.PENDING, START, 0, null)));
    }

    public static ProgressSnapshot pending() {
        return snapshot(JobStatus.PENDING, 0, 0, 0, "Waiting: 2nd in the queue.", 1);
    }

    public static ProgressSnapshot collecting() {
        return snapshot(JobStatus.RUNNING, 10, 1, 40, "Collecting data from binance...", 5);
    }

    public static ProgressSnapshot optimizing() {
        return snapshot(JobStatus.RUNNING, 55, 2, 60, "Optimizing with Bayesian algorithm... 60%", 37);
    }

    public static ProgressSnapshot validating() {
        return snapshot(JobStatus.RUNNING, 83, 3, 40, "Validating configuration: window 3 of 6", 61);
    }

    public static ProgressSnapshot completed() {
        return snapshot(JobStatus.COMPLETED, 100, 4, 100, "Saved as LIQUIDITY_SWEEP_V3_20260302_140412_a1b2c3.", 80);
    }

    public static ProgressSnapshot failed() {
        return snapshot(JobStatus.FAILED, 55, 2, 60, "Optimization failed.", 70);
    }

    public static ProgressSnapshot cancelled() {
        return snapshot(JobStatus.CANCELLED, 55, 2, 60, "Cancelled; 30 finished trials are kept.", 40);
    }

    public static ProgressSnapshot snapshot(
            JobStatus status, double percentage, int step, double stepPercentage, String message, long version) {
        return snapshot(status, percentage, step, stepPercentage, message, step > 2 ? 50 : 30, version);
    }

    /** A training whose optimization has seen that many trials end. */
    public static ProgressSnapshot ran(JobStatus status, int trials) {
        return snapshot(status, 55, 2, 60, "Optimizing.", trials, 40);
    }

    private static ProgressSnapshot snapshot(
            JobStatus status,
            double percentage,
            int step,
            double stepPercentage,
            String message,
            int trials,
            long version) {
        boolean started = status != JobStatus.PENDING;
        boolean ended = status.isEnded();
        boolean optimized = step >= 2;
        int most = Math.max(50, trials);
        Instant now = START.plusSeconds(625);
        return new ProgressSnapshot(
                JOB_ID,
                percentage,
                status == JobStatus.COMPLETED ? "Complete" : StepKey.values()[Math.max(0, step - 1)].title(),
                Math.max(1, step),
                4,
                stepPercentage,
                Map.of("optimizer", "bayesian", "n_calls", 50, "luck_scores", LUCK),
                started ? START : null,
                now,
                started && !ended && optimized ? START.plusSeconds(900) : null,
                optimized ? trials : null,
                most,
                optimized ? 1.85 : null,
                optimized ? 1.42 : null,
                optimized ? bestParams() : null,
                ended,
                status == JobStatus.FAILED ? FAILURE : null,
                status,
                message,
                steps(status, step),
                started && !ended && optimized ? START.plusSeconds(780) : null,
                started && !ended && optimized ? START.plusSeconds(1140) : null,
                started ? 625 : 0,
                step == 2 && !ended ? 0.08 : null,
                optimized ? 4 : 0,
                optimized ? 1 : 0,
                started ? null : 2,
                started ? 1 : 0,
                version);
    }

    private static List<StepProgress> steps(JobStatus status, int active) {
        List<StepProgress> steps = new ArrayList<>();
        for (StepKey key : StepKey.values()) {
            StepState state = status == JobStatus.COMPLETED || key.number() < active
                    ? StepState.DONE
                    : key.number() > active
                            ? StepState.WAITING
                            : status == JobStatus.FAILED
                                    ? StepState.FAILED
                                    : status == JobStatus.CANCELLED ? StepState.CANCELLED : StepState.ACTIVE;
            steps.add(new StepProgress(key, key.title(), state, null, null));
        }
        return steps;
    }

    /** Trials 1..count, always the same ones. */
    public static List<TrialView> trials(int count) {
        Random random = new Random(7);
        List<TrialView> trials = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double score = 1.9
                    - 2.4 * Math.pow(random.nextDouble(), 2) * Math.exp(-i / (count * 0.7))
                    - random.nextDouble() * 0.5;
            TrialState state = i % 9 == 4 ? TrialState.INFEASIBLE : i == 17 ? TrialState.FAILED : TrialState.COMPLETE;
            trials.add(new TrialView(
                    i,
                    state,
                    bestParams(),
                    state == TrialState.COMPLETE ? score : null,
                    null,
                    state == TrialState.COMPLETE ? null : "7 trades, at least 10 wanted",
                    12));
        }
        return trials;
    }

    /** A saved configuration of that stage; the later the number, the older. */
    public static studio.model.result.Configuration configuration(int number, LifecycleStage stage) {
        return new studio.model.result.Configuration(
                "LIQUIDITY_SWEEP_V3_20260302_1404" + (10 + number) + "_a1b2c3",
                JOB_ID,
                "LIQUIDITY_SWEEP",
                null,
                "BTC/USDT",
                "binance",
                Timeframe.M5,
                bestParams(),
                Objective.SHARPE_RATIO,
                1.85 - number * 0.1,
                metrics(24.31 - number, 1.85 - number * 0.1, 143),
                null,
                number % 2 == 0 ? SampleTrust.fragile() : null,
                stage,
                0.58,
                spec(),
                START.minus(Duration.ofHours(number)));
    }

    /** Trials of which each has parameters of its own and a score that falls with their distance from the best. */
    public static List<TrialView> variedTrials(int count) {
        Random random = new Random(3);
        List<TrialView> trials = new ArrayList<>();
        List<Integer> holding = List.of(30, 50, 75, 100, 150);
        for (int i = 1; i <= count; i++) {
            Map<String, Object> params = new LinkedHashMap<>();
            double depth = 0.0005 + random.nextDouble() * 0.0045;
            double spike = 1.5 + random.nextDouble() * 3.5;
            params.put("pierce_depth", depth);
            params.put("volume_spike_threshold", spike);
            params.put("reversal_candles", 1 + random.nextInt(5));
            params.put("atr_multiplier_sl", 1 + random.nextDouble() * 2);
            params.put("max_holding_periods", holding.get(random.nextInt(5)));
            boolean infeasible = i % 9 == 4;
            double score = 1.85
                    - Math.abs(depth - 0.0015) * 300
                    - Math.abs(spike - 2.5) * 0.5
                    - Math.abs(random.nextGaussian()) * 0.25;
            trials.add(new TrialView(
                    i,
                    infeasible ? TrialState.INFEASIBLE : TrialState.COMPLETE,
                    params,
                    infeasible ? null : score,
                    infeasible ? null : metrics(score * 12, score, 80),
                    infeasible ? "7 trades, at least 10 wanted" : null,
                    12));
        }
        return trials;
    }

    public static List<JobEvent> events() {
        return List.of(
                new JobEvent(1, START, EventLevel.INFO, StepKey.DATA_COLLECTION, "Collecting data from binance..."),
                new JobEvent(
                        2,
                        START.plusSeconds(4),
                        EventLevel.WARNING,
                        StepKey.DATA_COLLECTION,
                        "3 gaps with 17 missing candles in 57,600 candles."),
                new JobEvent(
                        3,
                        START.plusSeconds(6),
                        EventLevel.INFO,
                        StepKey.OPTIMIZATION,
                        "Optimizing with Bayesian algorithm..."),
                new JobEvent(
                        4,
                        START.plusSeconds(400),
                        EventLevel.INFO,
                        StepKey.OPTIMIZATION,
                        "New best score 1.85 in trial 22."));
    }

    public static Metrics metrics(double profit, double sharpe, int trades) {
        return new Metrics(
                profit,
                profit * 1.8,
                18.2,
                sharpe,
                sharpe * 1.4,
                2.61,
                9.87,
                2.31,
                21.5,
                trades,
                0.5524,
                1.62,
                17.0,
                61.2,
                37.6,
                310.4,
                144.2,
                18.4,
                0.213,
                44.1,
                882.13);
    }

    public static List<EquityPoint> equity(int count, double profitPct) {
        Random random = new Random(11);
        List<EquityPoint> points = new ArrayList<>();
        double equity = 10_000;
        double peak = equity;
        for (int i = 0; i < count; i++) {
            equity *= 1 + profitPct / 100 / count + random.nextGaussian() * 0.004;
            peak = Math.max(peak, equity);
            points.add(new EquityPoint(
                    START.minus(Duration.ofDays(200)).plus(Duration.ofHours(i * 4800L / count)),
                    equity,
                    (peak - equity) / peak * 100));
        }
        return points;
    }

    public static JobResults results(JobStatus status) {
        boolean done = status == JobStatus.COMPLETED;
        Instant first = START.minus(Duration.ofDays(200));
        return new JobResults(
                JOB_ID,
                status,
                !done,
                Objective.SHARPE_RATIO,
                new DataReport(
                        first,
                        START,
                        57_600,
                        0,
                        0,
                        SampleMarket.quality(57_600, 3, 0.0123, 0.004),
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        first,
                        START,
                        7,
                        null),
                bestParams(),
                1.85,
                22,
                metrics(24.31, 1.85, 143),
                done ? 0.84 : null,
                equity(400, 24),
                trades(143),
                done ? walkForward(first) : null,
                done ? "FRAGILE" : null,
                done ? SampleTrust.fragile() : null,
                done ? "LIQUIDITY_SWEEP_V3_20260302_140412_a1b2c3" : null,
                done ? LifecycleStage.VALIDATION : null,
                done ? 0.61 : null);
    }

    private static WalkForwardReport walkForward(Instant first) {
        List<WindowResult> windows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant train = first.plus(Duration.ofDays(30L * i));
            WindowPlan plan = new WindowPlan(
                    i + 1,
                    train,
                    train.plus(Duration.ofDays(60)),
                    train.plus(Duration.ofDays(67)),
                    train.plus(Duration.ofDays(97)));
            boolean none = i == 2;
            windows.add(new WindowResult(
                    plan,
                    20,
                    none ? null : bestParams(),
                    none ? null : 1.9 - i * 0.2,
                    none ? null : 0.8 - i * 0.5,
                    none ? null : metrics(12, 1.9, 31),
                    none ? null : metrics(3.2 - i * 1.6, 0.8, 14),
                    none ? null : TrialState.COMPLETE,
                    none ? "no feasible trial on the train part" : null));
        }
        return new WalkForwardReport(
                ValidationSettings.standard(),
                false,
                20,
                windows,
                0.46,
                2.0 / 3,
                metrics(4.1, 0.71, 42),
                equity(120, 4),
                Map.of("pierce_depth", 0.21, "reversal_candles", 0.08));
    }

    private static List<TradeView> trades(int count) {
        Random random = new Random(5);
        List<TradeView> trades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant entry = START.minus(Duration.ofDays(200)).plus(Duration.ofHours(33L * i));
            double price = SampleMarket.price("BTC/USDT", entry.toEpochMilli());
            double profit = random.nextGaussian() * 60 + 15;
            trades.add(new TradeView(
                    i % 3 == 0 ? Side.SHORT : Side.LONG,
                    entry,
                    price,
                    entry.plus(Duration.ofMinutes(90)),
                    price * (1 + profit / 10_000),
                    0.1432,
                    profit,
                    profit / 85,
                    8.4,
                    18,
                    profit > 0 ? ExitReason.TARGET : ExitReason.STOP));
        }
        return trades;
    }
}
