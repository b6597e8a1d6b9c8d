package studio.server.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.CandleFingerprint;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.engine.market.FilteredCandles;
import studio.engine.metric.AnnualPeriods;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSpace;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategySource;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;
import studio.model.market.CandleQuality;
import studio.model.market.FoundClock;
import studio.model.progress.StepKey;
import studio.model.result.DataComparison;
import studio.model.result.DataReport;
import studio.server.job.sql.ResultRepository;
import studio.server.marketdata.HeldCandles;
import studio.server.progress.WorkPlan;
import studio.server.progress.sql.Outages;

/**
 * Step 1: candles, their quality, the analyst's filters, and whether they are enough. Repeated by every worker; the
 * candles' fingerprint tells a later one whether they are still those of the first.
 */
final class DataCollection {
    // Where parts of the step begin, in percent of it.
    private static final double READING = 5;
    private static final double MEASURING = 50;

    private final TrainingStores stores;
    private final CandleSource source;
    private final StrategySource strategies;

    DataCollection(TrainingStores stores, CandleSource source, StrategySource strategies) {
        this.stores = stores;
        this.source = source;
        this.strategies = strategies;
    }

    void run(TrainingRun run, Findings findings) {
        TrainingSpec spec = run.spec();
        run.start(StepKey.DATA_COLLECTION, details(spec));
        run.tracker.update(READING, collecting(spec));
        Strategy strategy = strategies
                .find(spec.strategy(), spec.strategyVersion())
                .orElseThrow(() -> new TrainingFailure("Strategy " + spec.strategy()
                        + " is not known to this server. Choose one that it lists, or put its jar into plugins."));
        HeldCandles series = candles(run, spec);
        Candles held = series.candles();
        run.checkGoingOn();
        run.tracker.update(MEASURING, "Measuring " + count(held.size()) + " candles...");
        CandleQuality quality = CandleQualityMeter.measure(held, series.revised());
        CandleChecks.refuseImpossible(held, quality);
        FilteredCandles filtered = FilteredCandles.apply(held, spec.dataQuality());
        Candles candles = filtered.candles();
        CandleChecks.refuseGaps(held, spec.dataQuality().maxGapCandles());
        CandleChecks.refuseTooFew(candles, held, strategy, spec);
        DataReport report = compared(run, report(candles, filtered, quality, series));
        refuseChangedData(run, report);
        run.checkGoingOn();
        run.tracker.update(70, "Calculating indicators...");
        TrainingData data = prepare(run, strategy, candles, report, AnnualPeriods.of(held.clock()));
        findings.data(data);
        run.insist(() -> Outages.translate(
                () -> stores.jobs().storeData(run.job.jobId(), run.job.attempt(), report.fingerprint(), data.spec())));
        tell(run, held, data);
        run.read(() -> {
            run.eta.plan(plan(spec, data));
            return true;
        });
        run.tracker.update(100, count(candles.size()) + " candles are ready.");
    }

    private static String collecting(TrainingSpec spec) {
        return "Collecting data from " + spec.exchange() + "...";
    }

    private static Map<String, Object> details(TrainingSpec spec) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("symbol", spec.symbol());
        details.put("exchange", spec.exchange());
        details.put("timeframe", spec.timeframe().wireName());
        return details;
    }

    private HeldCandles candles(TrainingRun run, TrainingSpec spec) {
        HeldCandles held = run.read(() -> source.held(spec, share -> {
            run.checkGoingOn();
            run.tracker.update(READING + (MEASURING - READING) * share, collecting(spec));
        }));
        if (held.candles().size() == 0) {
            throw new TrainingFailure("No " + spec.timeframe().wireName() + " candles of " + spec.symbol() + " from "
                    + spec.exchange() + " are held. Import them, or choose a series that the market data page lists.");
        }
        return held;
    }

    private static DataReport report(
            Candles candles, FilteredCandles filtered, CandleQuality quality, HeldCandles held) {
        long[] time = held.candles().time();
        return new DataReport(
                Instant.ofEpochMilli(candles.time()[0]),
                Instant.ofEpochMilli(candles.time()[candles.size() - 1]),
                candles.size(),
                filtered.droppedZeroVolume(),
                filtered.droppedFlat(),
                quality,
                CandleFingerprint.sha256(candles),
                Instant.ofEpochMilli(time[0]),
                Instant.ofEpochMilli(time[time.length - 1]),
                held.revision(),
                null);
    }

    /** A re-run says how its candles differ from those of the job that it repeats. */
    private DataReport compared(TrainingRun run, DataReport report) {
        Optional<ResultRepository.Repeated> repeated =
                run.read(() -> stores.results().repeated(run.job.jobId()));
        if (repeated.isEmpty()) {
            return report;
        }
        DataComparison comparison = run.read(() -> DataComparisons.compare(source, run.spec(), report, repeated.get()));
        run.info("Compared with " + comparison.jobId() + ": " + comparison.summary() + ".");
        return new DataReport(
                report.first(),
                report.last(),
                report.candles(),
                report.droppedZeroVolume(),
                report.droppedFlat(),
                report.quality(),
                report.fingerprint(),
                report.heldFirst(),
                report.heldLast(),
                report.revision(),
                comparison);
    }

    /** Trials on different candles must not be mixed: their scores cannot be compared. */
    private static void refuseChangedData(TrainingRun run, DataReport report) {
        String before = run.job.fingerprint();
        if (before != null && !before.equals(report.fingerprint())) {
            throw new TrainingFailure("The candles of " + run.spec().symbol()
                    + " have changed since this job began, so its finished trials cannot be compared with new ones."
                    + " Run the job again to train on the candles as they are now.");
        }
    }

    private static TrainingData prepare(
            TrainingRun run, Strategy strategy, Candles candles, DataReport report, AnnualPeriods periods) {
        TrainingSpec spec = run.spec();
        ParameterSpace space = ParameterSpace.of(strategy.parameters(), spec.parameterSpace());
        long planned = Optimizers.plannedTrials(spec.optimizer(), space, spec.iterations());
        if (planned > Optimizers.MAX_GRID) {
            throw new TrainingFailure(String.format(
                    Locale.ROOT,
                    "The grid would run %s trials, at most %,d are allowed. Give fewer values or larger steps, or choose"
                            + " another optimizer.",
                    planned == Long.MAX_VALUE ? "far too many" : String.format(Locale.ROOT, "%,d", planned),
                    Optimizers.MAX_GRID));
        }
        IndicatorCache indicators = IndicatorCache.of(candles);
        Backtest backtest = new Backtest(strategy, indicators, spec.costs(), periods);
        WalkForwardPlan windows = spec.runValidation() ? windows(run, candles) : null;
        return new TrainingData(
                withWindows(spec, windows), strategy, space, candles, report, backtest, (int) planned, windows);
    }

    private static WalkForwardPlan windows(TrainingRun run, Candles candles) {
        long first = candles.time()[0];
        long end = candles.closeTime(candles.size() - 1);
        ValidationSettings given = run.job.windowsGiven() ? run.spec().validation() : null;
        Optional<WalkForwardPlan> fitted = WalkForwardPlan.fit(candles.clock(), first, end, given);
        return fitted.orElseThrow(() -> CandleChecks.tooShortForWindows(first, end, given));
    }

    private static TrainingSpec withWindows(TrainingSpec spec, @Nullable WalkForwardPlan windows) {
        return windows == null ? spec : spec.withValidation(windows.settings());
    }

    private static void tell(TrainingRun run, Candles held, TrainingData data) {
        DataReport report = data.report();
        CandleQuality quality = report.quality();
        run.info(count(held.size()) + " candles from " + report.first() + " to " + report.last() + ", "
                + quality.gaps() + " gaps with " + quality.missingCandles() + " candles missing, "
                + percent(quality.zeroVolumeShare()) + " without volume, " + percent(quality.flatShare())
                + " flat; quality "
                + (quality.score() == null ? "unknown" : Math.round(quality.score()) + " of 100") + ".");
        run.info(FoundClock.describe(held.clock()) + ".");
        if (report.droppedZeroVolume() + report.droppedFlat() > 0) {
            run.info("Filters removed " + report.droppedZeroVolume() + " candles without volume and "
                    + report.droppedFlat() + " flat ones; " + report.candles() + " are used.");
        }
        Long splits = quality.suspectedSplits();
        if (splits != null && splits > 0) {
            run.warn(SplitWarning.of(splits));
        }
        Integer days = run.spec().lookbackDays();
        Duration span = Duration.between(report.first(), report.last());
        if (days != null && span.toDays() < days - 1) {
            run.warn("Only " + Math.max(1, span.toDays()) + " of the " + days
                    + " days asked for are held; they are used.");
        }
        WalkForwardPlan windows = data.windows();
        if (windows != null && windows.scaled()) {
            run.info("The data is too short for three standard walk-forward windows; they were scaled to "
                    + windows.settings().trainWindowDays() + " days of training and "
                    + windows.settings().testWindowDays() + " days of test.");
        }
    }

    static WorkPlan plan(TrainingSpec spec, TrainingData data) {
        WalkForwardPlan windows = data.windows();
        return WorkPlans.of(
                spec.strategy(),
                spec.optimizer(),
                data.plannedTrials(),
                data.candles().size(),
                data.candles().timeframe(),
                windows == null ? List.of() : windows.windows());
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
