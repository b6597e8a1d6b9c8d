package studio.desktop.studio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;
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

/** From the form to a start request and back. An empty field is left out, and takes the server's default. */
final class FormRequest {
    private final StudioForm form;
    private final TypedNumbers numbers;

    /** What the form cannot show and a re-run must keep. */
    private @Nullable StartRequest origin;

    FormRequest(StudioForm form, TypedNumbers numbers) {
        this.form = form;
        this.numbers = numbers;
    }

    /** The request; fields that cannot be read are marked and left out. */
    StartRequest read() {
        boolean inDays = form.lookbackUnit.value().equals(StudioForm.DAYS);
        Integer lookback = numbers.integer(form.lookback);
        return new StartRequest(
                text(form.strategy),
                strategyVersion(),
                text(form.symbol),
                text(form.exchange),
                Timeframe.find(form.timeframe.value()).orElse(null),
                OptimizerKind.find(form.optimizer.value()).orElse(null),
                inDays ? lookback : null,
                inDays ? null : lookback,
                numbers.integer(form.iterations),
                Objective.find(form.objective.value()).orElse(null),
                numbers.integer(form.minTrades),
                numbers.whole(form.seed),
                parameterSpace(),
                form.runValidation.get(),
                validation(),
                costs(),
                new DataQualityRequest(form.dropZeroVolume.get(), form.dropFlat.get(), numbers.integer(form.maxGap)),
                origin == null ? null : origin.name(),
                origin == null ? null : origin.note(),
                origin == null ? null : origin.tags(),
                null);
    }

    /** The version whose parameters the form shows; null for a strategy without versions. */
    private @Nullable Integer strategyVersion() {
        return form.shownVersion();
    }

    private static @Nullable String text(FormField field) {
        return field.value().isEmpty() ? null : field.value();
    }

    private @Nullable Map<String, ParameterRange> parameterSpace() {
        Map<String, ParameterRange> space = new LinkedHashMap<>();
        for (ParameterFields fields : form.parameters()) {
            fields.range(numbers).ifPresent(range -> space.put(fields.info().name(), range));
        }
        return space.isEmpty() ? null : space;
    }

    private @Nullable ValidationRequest validation() {
        Double train = numbers.real(form.trainDays);
        Double test = numbers.real(form.testDays);
        Double gap = numbers.real(form.gapDays);
        Double step = numbers.real(form.stepDays);
        boolean own = !form.mode.isStandard()
                || Stream.of(form.trainDays, form.testDays, form.gapDays, form.stepDays)
                        .anyMatch(f -> !f.value().isEmpty());
        if (!form.runValidation.get() || !own) {
            return null;
        }
        return new ValidationRequest(ValidationMode.find(form.mode.value()).orElse(null), train, test, gap, step);
    }

    private CostRequest costs() {
        return new CostRequest(
                numbers.real(form.capital),
                numbers.real(form.feeRate),
                numbers.real(form.slippageRate),
                numbers.real(form.riskPerTrade),
                FillRule.find(form.fill.value()).orElse(null));
    }

    /** Fills the form with a request; what the request leaves out takes its default. The strategy is shown by then. */
    void fill(StartRequest request) {
        origin = request;
        set(form.exchange, request.exchange());
        set(form.symbol, request.symbol());
        set(
                form.timeframe,
                request.timeframe() == null ? null : request.timeframe().wireName());
        form.lookbackUnit.set(request.lookbackCandles() == null ? StudioForm.DAYS : StudioForm.CANDLES);
        set(
                form.lookback,
                number(request.lookbackCandles() == null ? request.lookbackDays() : request.lookbackCandles()));
        set(
                form.optimizer,
                request.optimizer() == null ? null : request.optimizer().wireName());
        set(form.iterations, number(request.iterations()));
        set(
                form.objective,
                request.objective() == null ? null : request.objective().wireName());
        set(form.minTrades, number(request.minTrades()));
        set(form.seed, number(request.seed()));
        form.runValidation.set(!Boolean.FALSE.equals(request.runValidation()));
        fillValidation(request.validation());
        fillCosts(request.costs());
        fillQuality(request.dataQuality());
        form.resetParameters();
        if (request.parameterSpace() != null) {
            for (ParameterFields fields : form.parameters()) {
                ParameterRange range =
                        request.parameterSpace().get(fields.info().name());
                if (range != null) {
                    fields.fill(range);
                }
            }
        }
    }

    private void fillValidation(@Nullable ValidationRequest given) {
        set(
                form.mode,
                given == null || given.mode() == null ? null : given.mode().wireName());
        set(form.trainDays, given == null ? null : number(given.trainWindowDays()));
        set(form.testDays, given == null ? null : number(given.testWindowDays()));
        set(form.gapDays, given == null ? null : number(given.gapDays()));
        set(form.stepDays, given == null ? null : number(given.stepDays()));
    }

    private void fillCosts(@Nullable CostRequest given) {
        set(form.capital, given == null ? null : number(given.initialCapital()));
        set(form.feeRate, given == null ? null : number(given.feeRate()));
        set(form.slippageRate, given == null ? null : number(given.slippageRate()));
        set(form.riskPerTrade, given == null ? null : number(given.riskPerTrade()));
        set(
                form.fill,
                given == null || given.fill() == null ? null : given.fill().wireName());
    }

    private void fillQuality(@Nullable DataQualityRequest given) {
        set(form.dropZeroVolume, given == null ? null : given.dropZeroVolume());
        set(form.dropFlat, given == null ? null : given.dropFlat());
        set(form.maxGap, given == null ? null : number(given.maxGapCandles()));
    }

    /** A new training of the analyst's own: no name, note or tags of an earlier one. */
    void forgetOrigin() {
        origin = null;
    }

    private static @Nullable String number(@Nullable Number value) {
        return value == null ? null : TypedNumbers.text(value);
    }

    private static void set(FormField field, @Nullable String value) {
        field.set(value == null ? field.standard() : value);
    }

    private static void set(BooleanProperty field, @Nullable Boolean value) {
        field.set(Boolean.TRUE.equals(value));
    }
}
