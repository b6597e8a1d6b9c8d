package studio.desktop.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.model.job.CostSettings;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ValidationMode;
import studio.model.strategy.StrategyInfo;

/** Every field of the start request, as typed. Text that makes no sense is kept and marked, never thrown away. */
final class StudioForm {
    static final String DAYS = "days";
    static final String CANDLES = "candles";

    final FormField strategy = new FormField("strategy", "LIQUIDITY_SWEEP");
    final FormField exchange = new FormField("exchange", "simulated");
    final FormField symbol = new FormField("symbol", "SIM/USDT");
    final FormField timeframe = new FormField("timeframe", "5m");
    final FormField lookback = new FormField("lookback_days", "365");
    final FormField lookbackUnit = new FormField("lookback_unit", DAYS);
    final FormField optimizer = new FormField("optimizer", OptimizerKind.BAYESIAN.wireName());
    final FormField iterations = new FormField("n_iterations", "200");
    final FormField objective = new FormField("objective", Objective.SHARPE_RATIO.wireName());
    final FormField minTrades = new FormField("min_trades", "10");
    final FormField seed = new FormField("seed", "");
    final BooleanProperty runValidation = new SimpleBooleanProperty(this, "run_validation", true);
    final FormField mode = new FormField("validation.mode", ValidationMode.ROLLING.wireName());
    final FormField trainDays = new FormField("validation.train_window_days", "");
    final FormField testDays = new FormField("validation.test_window_days", "");
    final FormField gapDays = new FormField("validation.gap_days", "");
    final FormField stepDays = new FormField("validation.step_days", "");
    final FormField capital =
            number("costs.initial_capital", CostSettings.standard().initialCapital());
    final FormField feeRate = number("costs.fee_rate", CostSettings.standard().feeRate());
    final FormField slippageRate =
            number("costs.slippage_rate", CostSettings.standard().slippageRate());
    final FormField riskPerTrade =
            number("costs.risk_per_trade", CostSettings.standard().riskPerTrade());
    final FormField fill =
            new FormField("costs.fill", CostSettings.standard().fill().wireName());
    final BooleanProperty dropZeroVolume = new SimpleBooleanProperty(this, "data_quality.drop_zero_volume");
    final BooleanProperty dropFlat = new SimpleBooleanProperty(this, "data_quality.drop_flat");
    final FormField maxGap = new FormField("data_quality.max_gap_candles", "");

    private final List<FormField> fixed = List.of(
            strategy,
            exchange,
            symbol,
            timeframe,
            lookback,
            lookbackUnit,
            optimizer,
            iterations,
            objective,
            minTrades,
            seed,
            mode,
            trainDays,
            testDays,
            gapDays,
            stepDays,
            capital,
            feeRate,
            slippageRate,
            riskPerTrade,
            fill,
            maxGap);
    private final List<BooleanProperty> switches = List.of(runValidation, dropZeroVolume, dropFlat);
    private final ObservableList<ParameterFields> parameters = FXCollections.observableArrayList();
    /** Ranges of strategies that are not shown now, by field path after the strategy's name. */
    private final Map<String, String> parked = new LinkedHashMap<>();

    private Runnable changed = () -> {};
    private @Nullable StrategyInfo shown;
    private @Nullable String shownStrategy;

    StudioForm() {
        fixed.forEach(this::watch);
        switches.forEach(s -> s.addListener((o, old, now) -> changed.run()));
    }

    private static FormField number(String path, double standard) {
        return new FormField(path, TypedNumbers.text(standard));
    }

    private void watch(FormField field) {
        field.text().addListener((o, old, now) -> changed.run());
    }

    /** Called after every change of any field. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Those of the strategy that is shown; rows on the screen follow this list. */
    ObservableList<ParameterFields> parameters() {
        return parameters;
    }

    /** The version of the strategy whose parameters are shown; null for none, and for one without versions. */
    @Nullable
    Integer shownVersion() {
        StrategyInfo now = shown;
        return now == null ? null : now.version();
    }

    /** Shows the parameters of that strategy, with what was typed for it before. */
    void show(@Nullable StrategyInfo info) {
        if (info != null && info.equals(shown)) {
            // The same told again, e.g. when the page is opened anew: what stands in the fields stays in them.
            return;
        }
        parkParameters();
        shown = info;
        shownStrategy = info == null ? null : info.name();
        if (info == null) {
            parameters.clear();
            return;
        }
        List<ParameterFields> made = new ArrayList<>();
        for (var parameter : info.parameters()) {
            ParameterFields fields = new ParameterFields(parameter);
            for (FormField field : fields.all()) {
                String typed = parked.remove(info.name() + "." + field.path());
                if (typed != null) {
                    field.set(typed);
                }
                watch(field);
            }
            made.add(fields);
        }
        parameters.setAll(made);
    }

    private void parkParameters() {
        if (shownStrategy == null) {
            return;
        }
        for (ParameterFields fields : parameters) {
            for (FormField field : fields.all()) {
                if (field.isStandard()) {
                    parked.remove(shownStrategy + "." + field.path());
                } else {
                    parked.put(
                            shownStrategy + "." + field.path(),
                            Objects.requireNonNullElse(field.text().get(), ""));
                }
            }
        }
    }

    void resetParameters() {
        parameters.forEach(ParameterFields::reset);
    }

    /** Every field as first seen; the parameters of all strategies too. */
    void reset() {
        fixed.forEach(FormField::reset);
        runValidation.set(true);
        dropZeroVolume.set(false);
        dropFlat.set(false);
        parked.clear();
        resetParameters();
    }

    List<FormField> fields() {
        List<FormField> all = new ArrayList<>(fixed);
        parameters.forEach(p -> all.addAll(p.all()));
        return all;
    }

    void clearErrors() {
        fields().forEach(FormField::clearError);
    }

    /** The field of that path in a request, or the nearest one that holds it. */
    Optional<FormField> at(String path) {
        if (path.equals("lookback_candles")) {
            return Optional.of(lookback);
        }
        List<FormField> all = fields();
        return all.stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .or(() -> all.stream()
                        .filter(f -> f.path().startsWith(path + ".") || path.startsWith(f.path()))
                        .findFirst());
    }

    long errors() {
        return fields().stream().filter(f -> !f.error().get().isEmpty()).count();
    }

    /** All that differs from the defaults, to be remembered. */
    Map<String, String> draft() {
        parkParameters();
        Map<String, String> draft = new LinkedHashMap<>(parked);
        fixed.stream()
                .filter(f -> !f.isStandard())
                .forEach(f ->
                        draft.put(f.path(), Objects.requireNonNullElse(f.text().get(), "")));
        switches.forEach(s -> draft.put(s.getName(), Boolean.toString(s.get())));
        return draft;
    }

    /** Puts back a remembered draft; to be called before the strategy is shown. */
    void restore(Map<String, String> draft) {
        for (FormField field : fixed) {
            String typed = draft.get(field.path());
            if (typed != null) {
                field.set(typed);
            }
        }
        for (BooleanProperty s : switches) {
            String typed = draft.get(s.getName());
            if (typed != null) {
                s.set(Boolean.parseBoolean(typed));
            }
        }
        draft.forEach((path, typed) -> {
            if (path.contains(".parameter_space.")) {
                parked.put(path, typed);
            }
        });
    }
}
