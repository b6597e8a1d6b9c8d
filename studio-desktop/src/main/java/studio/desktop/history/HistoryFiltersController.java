package studio.desktop.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.FieldBox;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.desktop.history.HistoryFilters.Field;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;
import studio.model.result.LifecycleStage;

/** A field for every column that the history can be narrowed by. */
@SuppressWarnings("NullAway.Init")
public final class HistoryFiltersController {
    private static final List<String> VERDICTS = List.of("ROBUST", "FRAGILE", "OVERFIT", "TOO_LITTLE_DATA");

    private final HistoryFilters filters;
    private final Parent root;

    @FXML
    private FlowPane filterFields;

    HistoryFiltersController(HistoryFilters filters) {
        this.filters = filters;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        text(Field.SYMBOL, 110);
        text(Field.EXCHANGE, 110);
        choice(Field.TIMEFRAME, "", Timeframe.wireNames());
        choice(Field.OPTIMIZER, "studio.optimizer.", OptimizerKind.wireNames());
        text(Field.MIN_SCORE, 70);
        text(Field.MAX_SCORE, 70);
        text(Field.MIN_PROFIT, 70);
        text(Field.MAX_PROFIT, 70);
        text(Field.MIN_TRADES, 70);
        text(Field.MAX_TRADES, 70);
        choice(
                Field.STAGE,
                "stage.",
                Arrays.stream(LifecycleStage.values()).map(Enum::name).toList());
        choice(Field.VERDICT, "trust.verdict.", VERDICTS);
        day(Field.FROM);
        day(Field.TO);
        text(Field.MIN_DURATION, 80);
        text(Field.MAX_DURATION, 80);
        text(Field.TAGS, 120);
        text(Field.CREATED_BY, 110);
        choice(Field.PINNED, "", List.of("true", "false"));
    }

    private void add(Field field, Control control, double width) {
        control.setId("filter-" + field.wireName());
        control.setPrefWidth(width);
        FieldBox box = new FieldBox();
        box.setLabel(HistoryFilters.label(field));
        box.setControl(control);
        box.setMaxWidth(width + 40);
        box.showError(filters.errorProperty(field));
        filterFields.getChildren().add(box);
    }

    private void text(Field field, double width) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(filters.property(field));
        add(field, input, width);
    }

    private void choice(Field field, String words, List<String> values) {
        List<String> offered = new ArrayList<>(List.of(""));
        offered.addAll(values);
        ChoiceBox<String> choice = new ChoiceBox<>();
        choice.getItems().setAll(offered);
        choice.setConverter(new AnyWords(words));
        choice.valueProperty().bindBidirectional(filters.property(field));
        add(field, choice, 130);
    }

    private void day(Field field) {
        DatePicker picker = new DatePicker();
        picker.setValue(read(filters.property(field).get()));
        picker.valueProperty()
                .addListener((o, was, is) -> filters.property(field).set(is == null ? "" : is.toString()));
        filters.property(field).addListener((o, was, is) -> picker.setValue(read(is)));
        add(field, picker, 130);
    }

    private static @Nullable LocalDate read(@Nullable String day) {
        return day == null || !day.matches("\\d{4}-\\d\\d-\\d\\d") ? null : LocalDate.parse(day);
    }

    Parent root() {
        return root;
    }

    private static final class AnyWords extends StringConverter<String> {
        private final String words;

        /** {@code words} begins the keys of the values' texts. */
        AnyWords(String words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable String value) {
            if (value == null || value.isEmpty()) {
                return Texts.get("history.filter.any");
            }
            return switch (value) {
                case "true" -> Texts.get("history.filter.yes");
                case "false" -> Texts.get("history.filter.no");
                default -> Texts.find(words + value.toLowerCase(Locale.ROOT)).orElse(value);
            };
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }
}
