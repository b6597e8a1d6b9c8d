package studio.desktop.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.model.job.CostSettings;
import studio.model.job.DataQualitySettings;
import studio.model.job.ParameterRange;
import studio.model.job.TrainingSpec;
import studio.model.job.ValidationSettings;
import studio.model.result.DataComparison;
import studio.model.result.DataReport;

/**
 * One line of "exactly this was asked for, on exactly these candles".
 *
 * @param hint more about the value, for a tooltip; empty when there is no more
 */
public record RequestRow(String name, String value, String hint) {

    RequestRow(String name, String value) {
        this(name, value, "");
    }

    /** Every setting of the training, the seed that was used included. */
    public static List<RequestRow> of(TrainingSpec spec, FigureFormat format) {
        List<RequestRow> rows = new ArrayList<>();
        rows.add(row("strategy", VersionedTitle.of(spec.strategy(), spec.strategyVersion())));
        rows.add(row(
                "series",
                spec.exchange() + " · " + spec.symbol() + " · "
                        + spec.timeframe().wireName()));
        rows.add(row(
                "optimizer", Texts.get("studio.optimizer." + spec.optimizer().wireName())));
        rows.add(row("iterations", format.count(spec.iterations())));
        rows.add(row(
                "objective", Texts.get("studio.objective." + spec.objective().wireName())));
        rows.add(row("min_trades", format.count(spec.minTrades())));
        rows.add(row("seed", Long.toString(spec.seed())));
        rows.add(row(
                "lookback",
                spec.lookbackCandles() != null
                        ? Texts.get("results.request.lookback.candles", format.count(spec.lookbackCandles()))
                        : Texts.get("results.request.lookback.days", format.count(spec.lookbackDays()))));
        rows.add(row("validation", validation(spec, format)));
        CostSettings costs = spec.costs();
        rows.add(row(
                "costs",
                Texts.get(
                        "results.request.costs.words",
                        format.number(costs.initialCapital(), 0),
                        format.parameter(costs.feeRate() * 100),
                        format.parameter(costs.slippageRate() * 100),
                        format.parameter(costs.riskPerTrade() * 100),
                        Texts.get("studio.fill." + costs.fill().wireName()))));
        rows.add(row("ranges", ranges(spec, format)));
        rows.add(row("filters", filters(spec.dataQuality(), format)));
        return rows;
    }

    /** The candles that were used and how good they are. */
    public static List<RequestRow> of(DataReport data, FigureFormat format) {
        Formats f = format.formats();
        List<RequestRow> rows = new ArrayList<>();
        rows.add(new RequestRow(
                Texts.get("results.request.range"),
                f.dateTime(data.first()) + " – " + f.dateTime(data.last()),
                f.utc(data.first(), data.last())));
        rows.add(row("candles", f.count(data.candles())));
        rows.add(row(
                "dropped",
                Texts.get(
                        "results.request.dropped.words",
                        f.count(data.droppedZeroVolume()),
                        f.count(data.droppedFlat()))));
        rows.add(row(
                "gaps",
                Texts.get(
                        "results.request.gaps.words",
                        f.count(data.quality().gaps()),
                        f.count(data.quality().missingCandles()))));
        rows.add(row("zero_volume", format.share(data.quality().zeroVolumeShare(), 2)));
        rows.add(row("flat", format.share(data.quality().flatShare(), 2)));
        Double score = data.quality().score();
        if (score != null) {
            rows.add(row("quality", Texts.get("results.request.quality.words", Math.round(score))));
        }
        rows.add(row("fingerprint", data.fingerprint()));
        DataComparison comparison = data.comparison();
        if (comparison != null) {
            rows.add(new RequestRow(Texts.get("results.request.comparison", comparison.jobId()), comparison.summary()));
        }
        return rows;
    }

    private static RequestRow row(String key, String value) {
        return new RequestRow(Texts.get("results.request." + key), value);
    }

    private static String validation(TrainingSpec spec, FigureFormat format) {
        ValidationSettings windows = spec.validation();
        if (!spec.runValidation()) {
            return Texts.get("results.request.validation.off");
        }
        if (windows == null) {
            return Texts.get("results.request.validation.standard");
        }
        return Texts.get(
                "results.request.validation.words",
                Texts.get("studio.mode." + windows.mode().wireName()),
                format.parameter(windows.trainWindowDays()),
                format.parameter(windows.testWindowDays()),
                format.parameter(windows.gapDays()),
                format.parameter(windows.stepDays()));
    }

    private static String ranges(TrainingSpec spec, FigureFormat format) {
        if (spec.parameterSpace().isEmpty()) {
            return Texts.get("results.request.ranges.standard");
        }
        return spec.parameterSpace().entrySet().stream()
                .map(p -> p.getKey() + " " + words(p.getValue(), format))
                .collect(Collectors.joining(", "));
    }

    private static String words(ParameterRange range, FigureFormat format) {
        if (range.values() != null) {
            return range.values().stream().map(format::parameter).collect(Collectors.joining(" / "));
        }
        String span = format.parameter(range.min()) + " – " + format.parameter(range.max());
        return range.step() == null
                ? span
                : Texts.get("results.request.ranges.step", span, format.parameter(range.step()));
    }

    private static String filters(DataQualitySettings quality, FigureFormat format) {
        List<String> filters = new ArrayList<>();
        if (quality.dropZeroVolume()) {
            filters.add(Texts.get("results.request.filters.zero_volume"));
        }
        if (quality.dropFlat()) {
            filters.add(Texts.get("results.request.filters.flat"));
        }
        if (quality.maxGapCandles() != null) {
            filters.add(Texts.get("results.request.filters.gap", format.count(quality.maxGapCandles())));
        }
        return filters.isEmpty() ? Texts.get("results.request.filters.none") : String.join(", ", filters);
    }
}
