package studio.server.start;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.engine.market.FilteredCandles;
import studio.engine.search.Optimizers;
import studio.engine.search.ParameterSpace;
import studio.engine.strategy.Strategy;
import studio.engine.walkforward.WalkForwardPlan;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;
import studio.model.market.CandleQuality;
import studio.model.result.WindowPlan;
import studio.model.system.PreflightReport;
import studio.server.marketdata.HeldCandles;
import studio.server.marketdata.MarketDataService;
import studio.server.pipeline.SplitWarning;
import studio.server.pipeline.WorkPlans;
import studio.server.progress.DurationEstimate;
import studio.server.progress.DurationForecast;
import studio.server.progress.WorkPlan;

/** Measures what a training would be, from the candles that it would use. Stores nothing. Thread-safe. */
public final class PreflightService {
    private static final double BAD_SHARE = 0.05;
    private static final int FROZEN = 10;
    private static final int CANDLES_PER_PARAMETER = 500;

    private final TrainingChecks checks;
    private final MarketDataService marketData;
    private final DurationForecast forecast;
    private final int threads;

    /** {@code threads} run the trials of a job beside one another. */
    public PreflightService(
            TrainingChecks checks, MarketDataService marketData, DurationForecast forecast, int threads) {
        this.checks = checks;
        this.marketData = marketData;
        this.forecast = forecast;
        this.threads = threads;
    }

    /** The report on a spec that has passed {@link TrainingChecks}. */
    public PreflightReport report(TrainingSpec spec) {
        Strategy strategy = checks.strategy(spec);
        HeldCandles series = marketData.lastHeld(
                spec.exchange(), spec.symbol(), spec.timeframe(), spec.lookbackDays(), spec.lookbackCandles());
        Candles held = series.candles();
        CandleQuality quality = CandleQualityMeter.measure(held, series.revised());
        Candles used = FilteredCandles.apply(held, spec.dataQuality()).candles();
        long trials = Optimizers.plannedTrials(
                spec.optimizer(), ParameterSpace.of(strategy.parameters(), spec.parameterSpace()), spec.iterations());
        Optional<WalkForwardPlan> plan = windows(spec, used);
        List<WindowPlan> windows = plan.map(WalkForwardPlan::windows).orElse(List.of());
        WorkPlan work = WorkPlans.of(spec.strategy(), spec.optimizer(), trials, used.size(), spec.timeframe(), windows);
        Optional<DurationEstimate> estimate = forecast.job(work);
        ValidationSettings settings = plan.map(WalkForwardPlan::settings).orElse(null);
        return new PreflightReport(
                trials,
                used.size(),
                used.size() == 0 ? null : Instant.ofEpochMilli(used.time()[0]),
                used.size() == 0 ? null : Instant.ofEpochMilli(used.time()[used.size() - 1]),
                RunMemory.bytes(strategy, used.size(), trials, threads),
                estimate.map(DurationEstimate::expected).orElse(null),
                estimate.map(DurationEstimate::low).orElse(null),
                estimate.map(DurationEstimate::high).orElse(null),
                estimate.map(e -> basis(e.samples())).orElse("No such training has finished on this installation yet."),
                settings,
                plan.map(WalkForwardPlan::scaled).orElse(false),
                windows.isEmpty() ? 0 : WalkForwardPlan.trialsPerWindow(spec.optimizer(), trials),
                windows,
                quality,
                warnings(spec, strategy, held, used, quality, plan.orElse(null)));
    }

    private static Optional<WalkForwardPlan> windows(TrainingSpec spec, Candles candles) {
        if (!spec.runValidation() || candles.size() == 0) {
            return Optional.empty();
        }
        long end = candles.closeTime(candles.size() - 1);
        return WalkForwardPlan.fit(candles.clock(), candles.time()[0], end, spec.validation());
    }

    private static String basis(int samples) {
        return samples == 1
                ? "From one finished training of this strategy and optimizer."
                : "From " + samples + " finished trainings of this strategy and optimizer.";
    }

    private static List<String> warnings(
            TrainingSpec spec,
            Strategy strategy,
            Candles held,
            Candles used,
            CandleQuality quality,
            @Nullable WalkForwardPlan plan) {
        List<String> warnings = new ArrayList<>();
        if (quality.impossible() > 0) {
            warnings.add(count(quality.impossible()) + " candles are impossible; the training would refuse them.");
        }
        if (quality.zeroVolumeShare() > BAD_SHARE && !spec.dataQuality().dropZeroVolume()) {
            warnings.add(percent(quality.zeroVolumeShare()) + " of the candles have no volume; consider the filter.");
        }
        if (quality.flatShare() > BAD_SHARE && !spec.dataQuality().dropFlat()) {
            warnings.add(percent(quality.flatShare()) + " of the candles are flat; consider the filter.");
        }
        if (quality.missingCandles() > 0) {
            warnings.add(
                    count(quality.missingCandles()) + " candles are missing in " + count(quality.gaps()) + " gaps.");
        }
        if (quality.outliers() > 0) {
            warnings.add(count(quality.outliers())
                    + " candles move more than 20 times as far as those before them; look whether they are real.");
        }
        Long splits = quality.suspectedSplits();
        if (splits != null && splits > 0) {
            warnings.add(SplitWarning.of(splits));
        }
        if (quality.frozenTail() > FROZEN) {
            warnings.add("The last " + count(quality.frozenTail())
                    + " candles stand still at one price; the source may have stopped.");
        }
        Integer days = spec.lookbackDays();
        if (days != null && held.size() > 0) {
            long span = (held.time()[held.size() - 1] - held.time()[0]) / 86_400_000L + 1;
            if (span < days - 1) {
                warnings.add("Only " + span + " of the " + days + " days asked for are stored; they will be used.");
            }
        }
        if (used.size() < strategy.minCandles(spec.timeframe())) {
            warnings.add("After the filters " + count(used.size()) + " candles are left; " + strategy.name()
                    + " needs at least " + count(strategy.minCandles(spec.timeframe())) + ".");
        }
        int parameters = strategy.parameters().size();
        if (used.size() < parameters * CANDLES_PER_PARAMETER) {
            warnings.add(count(used.size()) + " candles are few for " + parameters
                    + " parameters; what is found may be luck.");
        }
        if (spec.runValidation() && plan == null) {
            warnings.add("The data is too short for two walk-forward windows as given.");
        } else if (plan != null && plan.scaled()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The data is too short for three standard windows; they are scaled to %.1f days of training and %.1f"
                            + " of test.",
                    plan.settings().trainWindowDays(),
                    plan.settings().testWindowDays()));
        } else if (!spec.runValidation()) {
            warnings.add("Without validation nothing tells whether the result holds on unseen data.");
        }
        return warnings;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
