package studio.desktop.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.model.job.CostSettings;
import studio.model.job.DataQualitySettings;
import studio.model.job.ParameterRange;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;

/** The terminal command that runs the same training again: same seed, same ranges, same windows. */
public final class TrainCommand {
    private final List<String> words = new ArrayList<>(List.of("./studio", "train"));

    private TrainCommand() {}

    /** The command on one line, quoted for a POSIX shell. Settings that are the standard ones are left out. */
    public static String of(TrainingSpec spec) {
        TrainCommand command = new TrainCommand();
        command.add("--strategy", spec.strategy());
        if (spec.strategyVersion() != null) {
            command.add("--strategy-version", spec.strategyVersion().toString());
        }
        command.add("--exchange", spec.exchange());
        command.add("--symbol", spec.symbol());
        command.add("--timeframe", spec.timeframe().wireName());
        command.add("--optimizer", spec.optimizer().wireName());
        if (spec.lookbackCandles() != null) {
            command.add("--lookback-candles", spec.lookbackCandles().toString());
        } else if (spec.lookbackDays() != null) {
            command.add("--lookback-days", spec.lookbackDays().toString());
        }
        command.add("--iterations", Integer.toString(spec.iterations()));
        command.add("--objective", spec.objective().wireName());
        command.add("--min-trades", Integer.toString(spec.minTrades()));
        command.add("--seed", Long.toString(spec.seed()));
        for (Map.Entry<String, ParameterRange> range : new TreeMap<>(spec.parameterSpace()).entrySet()) {
            command.add("--param", range.getKey() + "=" + words(range.getValue()));
        }
        command.validation(spec);
        command.costs(spec.costs());
        command.quality(spec.dataQuality());
        return String.join(" ", command.words);
    }

    private void validation(TrainingSpec spec) {
        ValidationSettings windows = spec.validation();
        if (!spec.runValidation()) {
            words.add("--no-validation");
        } else if (windows != null) {
            add("--validation-mode", windows.mode().wireName());
            add("--train-window-days", plain(windows.trainWindowDays()));
            add("--test-window-days", plain(windows.testWindowDays()));
            add("--gap-days", plain(windows.gapDays()));
            add("--step-days", plain(windows.stepDays()));
        }
    }

    private void costs(CostSettings costs) {
        CostSettings standard = CostSettings.standard();
        addUnless(standard.initialCapital(), "--initial-capital", costs.initialCapital());
        addUnless(standard.feeRate(), "--fee-rate", costs.feeRate());
        addUnless(standard.slippageRate(), "--slippage-rate", costs.slippageRate());
        addUnless(standard.riskPerTrade(), "--risk-per-trade", costs.riskPerTrade());
        if (costs.fill() != standard.fill()) {
            add("--fill", costs.fill().wireName());
        }
    }

    private void quality(DataQualitySettings quality) {
        if (quality.dropZeroVolume()) {
            words.add("--drop-zero-volume");
        }
        if (quality.dropFlat()) {
            words.add("--drop-flat");
        }
        if (quality.maxGapCandles() != null) {
            add("--max-gap-candles", quality.maxGapCandles().toString());
        }
    }

    private void addUnless(double standard, String option, double value) {
        if (value != standard) {
            add(option, plain(value));
        }
    }

    private void add(String option, String value) {
        words.add(option);
        words.add(quoted(value));
    }

    private static String words(ParameterRange range) {
        if (range.values() != null) {
            return range.values().stream()
                    .map(v -> v instanceof Number n ? plain(n.doubleValue()) : String.valueOf(v))
                    .collect(Collectors.joining(","));
        }
        String ends = plain(range.min()) + ":" + plain(range.max());
        return range.step() == null ? ends : ends + ":" + plain(range.step());
    }

    private static String plain(@org.jspecify.annotations.Nullable Double value) {
        return value == null
                ? ""
                : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9_./:,=@%+-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
