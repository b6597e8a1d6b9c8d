package studio.desktop.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.model.job.CostRequest;
import studio.model.job.DataQualityRequest;
import studio.model.job.FillRule;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.StartRequest;
import studio.model.job.ValidationMode;
import studio.model.job.ValidationRequest;
import studio.model.market.Timeframe;

/** The fields of a start request in kebab case; what is not given takes the server's default. */
final class RequestOptions {
    @Option(names = "--strategy", defaultValue = "LIQUIDITY_SWEEP", description = "Default: ${DEFAULT-VALUE}")
    private String strategy = "";

    @Option(
            names = "--strategy-version",
            paramLabel = "N",
            description = "Version of a written strategy; default its newest.")
    private @Nullable Integer strategyVersion;

    @Option(names = "--exchange", defaultValue = "simulated", description = "Default: ${DEFAULT-VALUE}")
    private String exchange = "";

    @Option(names = "--symbol", defaultValue = "SIM/USDT", description = "Default: ${DEFAULT-VALUE}")
    private String symbol = "";

    @Option(names = "--timeframe", defaultValue = "5m", description = "1m, 5m, 1h, 1d, … Default: ${DEFAULT-VALUE}")
    private Timeframe timeframe = Timeframe.M5;

    @Option(names = "--optimizer", description = "grid, random, sobol, bayesian (default), tpe or cma_es")
    private @Nullable OptimizerKind optimizer;

    @Option(
            names = "--lookback-days",
            paramLabel = "N",
            description = "Days back from the last stored candle; default 365.")
    private @Nullable Integer lookbackDays;

    @Option(names = "--lookback-candles", paramLabel = "N", description = "Candles back, instead of days.")
    private @Nullable Integer lookbackCandles;

    @Option(
            names = {"--iterations", "--n-iterations"},
            paramLabel = "N",
            description = "Trials; default 200.")
    private @Nullable Integer iterations;

    @Option(names = "--objective", description = "What is maximized; default sharpe_ratio.")
    private @Nullable Objective objective;

    @Option(names = "--min-trades", paramLabel = "N", description = "Fewer trades make a trial infeasible; default 10.")
    private @Nullable Integer minTrades;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed and data give the same trials.")
    private @Nullable Long seed;

    @Option(
            names = "--param",
            paramLabel = "NAME=RANGE",
            converter = ParameterOption.Converter.class,
            description = "A range of your own: name=min:max, name=min:max:step or name=v1,v2,…; may be repeated.")
    private List<ParameterOption> parameters = List.of();

    @Option(names = "--no-validation", description = "Leave the walk-forward validation out.")
    private boolean noValidation;

    @Option(
            names = {"--mode", "--validation-mode"},
            description = "Walk-forward windows: rolling or anchored.")
    private @Nullable ValidationMode mode;

    @Option(names = "--train-window-days", paramLabel = "D")
    private @Nullable Double trainWindowDays;

    @Option(names = "--test-window-days", paramLabel = "D")
    private @Nullable Double testWindowDays;

    @Option(names = "--gap-days", paramLabel = "D")
    private @Nullable Double gapDays;

    @Option(names = "--step-days", paramLabel = "D")
    private @Nullable Double stepDays;

    @Option(names = "--initial-capital", paramLabel = "AMOUNT")
    private @Nullable Double initialCapital;

    @Option(names = "--fee-rate", paramLabel = "FRACTION")
    private @Nullable Double feeRate;

    @Option(names = "--slippage-rate", paramLabel = "FRACTION")
    private @Nullable Double slippageRate;

    @Option(names = "--risk-per-trade", paramLabel = "FRACTION")
    private @Nullable Double riskPerTrade;

    @Option(names = "--fill", description = "next_open (default) or close")
    private @Nullable FillRule fill;

    @Option(names = "--drop-zero-volume", description = "Leave out candles without volume.")
    private boolean dropZeroVolume;

    @Option(names = "--drop-flat", description = "Leave out candles whose four prices are the same.")
    private boolean dropFlat;

    @Option(names = "--max-gap-candles", paramLabel = "N", description = "Refuse data with a longer gap.")
    private @Nullable Integer maxGapCandles;

    @Option(names = "--name")
    private @Nullable String name;

    @Option(names = "--note")
    private @Nullable String note;

    @Option(names = "--tag", description = "May be repeated.")
    private List<String> tags = List.of();

    @Option(names = "--created-by")
    private @Nullable String createdBy;

    /** The request as it was asked for. */
    StartRequest toRequest() {
        return new StartRequest(
                strategy,
                strategyVersion,
                symbol,
                exchange,
                timeframe,
                optimizer,
                lookbackDays,
                lookbackCandles,
                iterations,
                objective,
                minTrades,
                seed,
                space(),
                noValidation ? Boolean.FALSE : null,
                validation(),
                costs(),
                quality(),
                name,
                note,
                tags.isEmpty() ? null : tags,
                createdBy);
    }

    private @Nullable Map<String, ParameterRange> space() {
        if (parameters.isEmpty()) {
            return null;
        }
        Map<String, ParameterRange> space = new LinkedHashMap<>();
        parameters.forEach(p -> space.put(p.name(), p.range()));
        return space;
    }

    private @Nullable ValidationRequest validation() {
        if (mode == null && trainWindowDays == null && testWindowDays == null && gapDays == null && stepDays == null) {
            return null;
        }
        return new ValidationRequest(mode, trainWindowDays, testWindowDays, gapDays, stepDays);
    }

    private @Nullable CostRequest costs() {
        if (initialCapital == null && feeRate == null && slippageRate == null && riskPerTrade == null && fill == null) {
            return null;
        }
        return new CostRequest(initialCapital, feeRate, slippageRate, riskPerTrade, fill);
    }

    private @Nullable DataQualityRequest quality() {
        return dropZeroVolume || dropFlat || maxGapCandles != null
                ? new DataQualityRequest(dropZeroVolume, dropFlat, maxGapCandles)
                : null;
    }
}
