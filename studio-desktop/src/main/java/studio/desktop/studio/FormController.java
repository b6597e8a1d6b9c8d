package studio.desktop.studio;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import studio.desktop.fx.FieldBox;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.desktop.settings.Settings;
import studio.model.job.FillRule;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ValidationMode;
import studio.model.strategy.StrategyInfo;

/** Binds the form's controls to its fields. */
@SuppressWarnings("NullAway.Init")
public final class FormController {
    private final StudioViewModel model;
    private final Settings settings;
    private final Parent root;

    @FXML
    private FieldBox strategyBox;

    @FXML
    private ComboBox<String> strategy;

    @FXML
    private Label description;

    @FXML
    private FieldBox exchangeBox;

    @FXML
    private ComboBox<String> exchange;

    @FXML
    private FieldBox symbolBox;

    @FXML
    private ComboBox<String> symbol;

    @FXML
    private FieldBox timeframeBox;

    @FXML
    private ComboBox<String> timeframe;

    @FXML
    private FieldBox lookbackBox;

    @FXML
    private TextField lookback;

    @FXML
    private FieldBox lookbackUnitBox;

    @FXML
    private ComboBox<String> lookbackUnit;

    @FXML
    private FieldBox optimizerBox;

    @FXML
    private ComboBox<String> optimizer;

    @FXML
    private FieldBox iterationsBox;

    @FXML
    private TextField iterations;

    @FXML
    private FieldBox objectiveBox;

    @FXML
    private ComboBox<String> objective;

    @FXML
    private FieldBox minTradesBox;

    @FXML
    private TextField minTrades;

    @FXML
    private FieldBox seedBox;

    @FXML
    private TextField seed;

    @FXML
    private CheckBox runValidation;

    @FXML
    private TitledPane parametersPane;

    @FXML
    private Button resetParameters;

    @FXML
    private VBox parameterRows;

    @FXML
    private TitledPane validationPane;

    @FXML
    private FieldBox modeBox;

    @FXML
    private ComboBox<String> mode;

    @FXML
    private FieldBox trainDaysBox;

    @FXML
    private TextField trainDays;

    @FXML
    private FieldBox testDaysBox;

    @FXML
    private TextField testDays;

    @FXML
    private FieldBox gapDaysBox;

    @FXML
    private TextField gapDays;

    @FXML
    private FieldBox stepDaysBox;

    @FXML
    private TextField stepDays;

    @FXML
    private TitledPane costsPane;

    @FXML
    private FieldBox capitalBox;

    @FXML
    private TextField capital;

    @FXML
    private FieldBox feeRateBox;

    @FXML
    private TextField feeRate;

    @FXML
    private FieldBox slippageRateBox;

    @FXML
    private TextField slippageRate;

    @FXML
    private FieldBox riskPerTradeBox;

    @FXML
    private TextField riskPerTrade;

    @FXML
    private FieldBox fillBox;

    @FXML
    private ComboBox<String> fill;

    @FXML
    private TitledPane filtersPane;

    @FXML
    private CheckBox dropZeroVolume;

    @FXML
    private CheckBox dropFlat;

    @FXML
    private FieldBox maxGapBox;

    @FXML
    private TextField maxGap;

    FormController(StudioViewModel model, Settings settings) {
        this.model = model;
        this.settings = settings;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        StudioForm form = model.form();
        bindStrategies(form);
        choice(exchangeBox, exchange, form.exchange, model.choice().exchanges(), Function.identity());
        choice(symbolBox, symbol, form.symbol, model.choice().symbols(), Function.identity());
        choice(timeframeBox, timeframe, form.timeframe, model.choice().timeframes(), Function.identity());
        text(lookbackBox, lookback, form.lookback);
        choice(lookbackUnitBox, lookbackUnit, form.lookbackUnit, List.of(StudioForm.DAYS, StudioForm.CANDLES), "unit");
        choice(optimizerBox, optimizer, form.optimizer, OptimizerKind.wireNames(), "optimizer");
        text(iterationsBox, iterations, form.iterations);
        iterations.disableProperty().bind(form.optimizer.text().isEqualTo(OptimizerKind.GRID.wireName()));
        choice(objectiveBox, objective, form.objective, Objective.wireNames(), "objective");
        text(minTradesBox, minTrades, form.minTrades);
        text(seedBox, seed, form.seed);
        flag(runValidation, form.runValidation);
        choice(modeBox, mode, form.mode, ValidationMode.wireNames(), "mode");
        text(trainDaysBox, trainDays, form.trainDays);
        text(testDaysBox, testDays, form.testDays);
        text(gapDaysBox, gapDays, form.gapDays);
        text(stepDaysBox, stepDays, form.stepDays);
        validationPane.disableProperty().bind(form.runValidation.not());
        text(capitalBox, capital, form.capital);
        text(feeRateBox, feeRate, form.feeRate);
        text(slippageRateBox, slippageRate, form.slippageRate);
        text(riskPerTradeBox, riskPerTrade, form.riskPerTrade);
        choice(
                fillBox,
                fill,
                form.fill,
                Arrays.stream(FillRule.values()).map(FillRule::wireName).toList(),
                "fill");
        flag(dropZeroVolume, form.dropZeroVolume);
        flag(dropFlat, form.dropFlat);
        text(maxGapBox, maxGap, form.maxGap);
        resetParameters.setOnAction(e -> form.resetParameters());
        List.of(parametersPane, validationPane, costsPane, filtersPane).forEach(this::rememberOpen);
        openWhenWrong(validationPane, List.of(form.mode, form.trainDays, form.testDays, form.gapDays, form.stepDays));
        openWhenWrong(costsPane, List.of(form.capital, form.feeRate, form.slippageRate, form.riskPerTrade, form.fill));
        openWhenWrong(filtersPane, List.of(form.maxGap));
    }

    private void bindStrategies(StudioForm form) {
        ObservableList<String> names = FXCollections.observableArrayList();
        model.strategies().addListener((ListChangeListener<StrategyInfo>)
                change -> names.setAll(model.strategies().stream()
                        .filter(s -> !s.archived())
                        .map(StrategyInfo::name)
                        .toList()));
        choice(strategyBox, strategy, form.strategy, names, this::strategyTitle);
        description.textProperty().bind(model.description());
        description.managedProperty().bind(description.textProperty().isNotEmpty());
        form.parameters().addListener((ListChangeListener<ParameterFields>) change -> showParameters());
        showParameters();
        names.addListener((ListChangeListener<String>) change -> {
            // The box wrote the name before its title was known.
            strategy.setValue(null);
            strategy.setValue(form.strategy.value());
        });
    }

    private String strategyTitle(String name) {
        return model.strategies().stream()
                .filter(s -> s.name().equals(name))
                .map(s -> VersionedTitle.of(s.title(), s.version()))
                .findFirst()
                .orElse(name);
    }

    private void showParameters() {
        List<ParameterFields> parameters = model.form().parameters();
        parameterRows
                .getChildren()
                .setAll(parameters.stream().map(ParameterRow::new).toList());
        parameters.forEach(p -> openWhenWrong(parametersPane, p.all()));
    }

    private static void text(FieldBox box, TextField control, FormField field) {
        control.textProperty().bindBidirectional(field.text());
        box.showError(field.error());
    }

    private static void flag(CheckBox control, BooleanProperty field) {
        control.selectedProperty().bindBidirectional(field);
    }

    private static void choice(
            FieldBox box,
            ComboBox<String> control,
            FormField field,
            ObservableList<String> items,
            Function<String, String> title) {
        Choices.bind(control, field, items, title);
        box.showError(field.error());
    }

    private static void choice(
            FieldBox box, ComboBox<String> control, FormField field, List<String> wireNames, String prefix) {
        ObservableList<String> items = FXCollections.observableArrayList(wireNames);
        choice(box, control, field, items, name -> Texts.get("studio." + prefix + "." + name));
    }

    private void rememberOpen(TitledPane pane) {
        String key = "studio.open." + pane.getId();
        pane.setExpanded(settings.choice(key).isPresent());
        pane.expandedProperty().addListener((o, old, now) -> settings.remember(key, now ? "yes" : ""));
    }

    /** A field that cannot be seen must not hold the training back in secret. */
    private static void openWhenWrong(TitledPane pane, List<FormField> fields) {
        for (FormField field : fields) {
            field.error().addListener((o, old, now) -> {
                if (!now.isEmpty()) {
                    pane.setExpanded(true);
                }
            });
        }
    }
}
