package studio.desktop.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.Texts;
import studio.model.strategy.OutlineKind;
import studio.model.strategy.OutlineRow;
import studio.model.strategy.OutlineTerm;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.TextRange;

/**
 * The strategy as rows of choices, for those who would rather choose than write. Each change replaces a part of the text; what
 * cannot be shown as choices stands as the line that it is. FX thread only.
 */
final class ConditionsPane extends VBox {

    private final EditorViewModel editor;
    private boolean shown;
    private String drawn = "";

    ConditionsPane(EditorViewModel editor) {
        this.editor = editor;
        getStyleClass().add("conditions");
        editor.checkProperty().addListener((o, was, is) -> draw());
        editor.openedProperty().addListener((o, was, is) -> draw());
    }

    /** Draws only while it can be seen. */
    void setShown(boolean now) {
        shown = now;
        drawn = "";
        draw();
    }

    private boolean editable() {
        Opened now = editor.openedProperty().get();
        return now != null && !now.readOnly();
    }

    private void draw() {
        StrategyCheck check = editor.checkProperty().get();
        String text = editor.textProperty().get();
        if (!shown || check == null || text.equals(drawn) && !getChildren().isEmpty()) {
            return;
        }
        drawn = text;
        List<OutlineRow> rows = check.outline();
        getChildren().clear();
        group("strategies.conditions.inputs", rows, List.of(OutlineKind.INPUT), inputAdder());
        group("strategies.conditions.names", rows, List.of(OutlineKind.DEFINITION, OutlineKind.REQUIRE), null);
        group(
                "strategies.conditions.enter",
                rows,
                List.of(OutlineKind.ENTER),
                ruleAdder(List.of("enter long when close > open", "enter short when close < open")));
        group(
                "strategies.conditions.exit",
                rows,
                List.of(OutlineKind.EXIT, OutlineKind.EXIT_AFTER),
                ruleAdder(
                        List.of("exit long when close < open", "exit short when close > open", "exit after 50 bars")));
        group(
                "strategies.conditions.protect",
                rows,
                List.of(OutlineKind.STOP, OutlineKind.TARGET, OutlineKind.TRAIL, OutlineKind.BREAK_EVEN),
                ruleAdder(missing(
                        rows,
                        List.of("stop 2 * atr(14)", "target 2 * stop", "trail 3 * atr(14)", "breakeven after stop"))));
        group(
                "strategies.conditions.size",
                rows,
                List.of(OutlineKind.SIZE),
                ruleAdder(missing(rows, List.of("size risk 2%", "size equity 50%", "size volatility 20%"))));
        group("strategies.conditions.other", rows, List.of(OutlineKind.UNREADABLE), null);
    }

    /** Rules of which a strategy has one: those whose kind is not there yet. */
    private static List<String> missing(List<OutlineRow> rows, List<String> rules) {
        return rules.stream()
                .filter(rule -> rows.stream().noneMatch(row -> row.source().startsWith(rule.split(" ")[0] + " ")))
                .toList();
    }

    private void group(String title, List<OutlineRow> all, List<OutlineKind> kinds, @Nullable Node adder) {
        List<OutlineRow> rows =
                all.stream().filter(row -> kinds.contains(row.kind())).toList();
        if (rows.isEmpty() && adder == null) {
            return;
        }
        Label head = new Label(Texts.get(title));
        head.getStyleClass().add("section-title");
        VBox box = new VBox(head);
        box.getStyleClass().add("condition-group");
        rows.forEach(row -> box.getChildren().add(card(row)));
        if (adder != null && editable()) {
            box.getChildren().add(adder);
        }
        getChildren().add(box);
    }

    private Node card(OutlineRow row) {
        VBox card = new VBox();
        card.getStyleClass().add("condition-card");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(8, new Label(words(row)), between);
        head.setAlignment(Pos.CENTER_LEFT);
        if (editable() && row.kind() != OutlineKind.DEFINITION && row.kind() != OutlineKind.UNREADABLE) {
            head.getChildren().add(remove(() -> removeLine(row)));
        }
        card.getChildren().add(head);
        if (row.textOnly() || row.kind() == OutlineKind.DEFINITION || row.kind() == OutlineKind.UNREADABLE) {
            card.getChildren().add(source(row.source()));
        } else if (!row.terms().isEmpty()) {
            terms(card, row);
        } else if (row.value() != null) {
            card.getChildren().add(value(row));
        }
        return card;
    }

    /** What the row is, in words: "Enter long when", "Stop at". */
    private static String words(OutlineRow row) {
        String key = "strategies.rule." + row.kind().name().toLowerCase(Locale.ROOT);
        String side = row.side().isEmpty() ? "" : Texts.get("strategies.side." + row.side());
        String form = row.form().isEmpty()
                ? ""
                : Texts.find("strategies.form." + row.form()).orElse(row.form());
        String name = row.name();
        return (Texts.get(key) + " " + (side.isEmpty() ? "" : side + " ") + (form.isEmpty() ? "" : form + " ") + name)
                .strip();
    }

    private static Label source(String text) {
        Label line = new Label(text);
        line.getStyleClass().add("source-line");
        line.setWrapText(true);
        line.setTooltip(new Tooltip(Texts.get("strategies.conditions.text_only")));
        return line;
    }

    private Node value(OutlineRow row) {
        TextRange range = row.value();
        TextField field = new TextField(row.valueSource());
        field.setDisable(!editable());
        field.setAccessibleText(words(row));
        onCommit(field, typed -> {
            if (range != null && !typed.isBlank() && !typed.equals(row.valueSource())) {
                replace(range, typed);
            }
        });
        HBox line = new HBox(8, field);
        TextRange rest = row.rest();
        HBox.setHgrow(field, rest == null ? Priority.ALWAYS : Priority.NEVER);
        if (rest != null) {
            field.setPrefWidth(100);
            field.setMinWidth(100);
            line.getChildren()
                    .add(source(
                            drawn.substring(rest.start(), rest.end()).strip().replaceAll("\\s+", " ")));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void terms(VBox card, OutlineRow row) {
        int number = 0;
        for (OutlineTerm term : row.terms()) {
            int place = number++;
            HBox line = new HBox(6);
            line.setAlignment(Pos.CENTER_LEFT);
            if (place > 0) {
                Label join = new Label(Texts.get("strategies.join." + row.join()));
                join.setMinWidth(USE_PREF_SIZE);
                line.getChildren().add(join);
            }
            if (term.textOnly() || term.operator().isEmpty()) {
                line.getChildren().add(source(term.left()));
            } else {
                line.getChildren()
                        .addAll(
                                operand(
                                        term.left(),
                                        left -> change(row, place, t -> OutlineTerm.of(left, t.operator(), t.right()))),
                                operator(
                                        term.operator(),
                                        sign -> change(row, place, t -> OutlineTerm.of(t.left(), sign, t.right()))),
                                operand(
                                        term.right(),
                                        right -> change(
                                                row, place, t -> OutlineTerm.of(t.left(), t.operator(), right))));
            }
            if (editable() && row.terms().size() > 1) {
                line.getChildren().add(remove(() -> {
                    List<OutlineTerm> fewer = new ArrayList<>(row.terms());
                    fewer.remove(place);
                    write(row, fewer);
                }));
            }
            card.getChildren().add(line);
        }
        if (editable()) {
            Button add = new Button(Texts.get("strategies.conditions.add_term"), new FontIcon("mdal-add"));
            add.getStyleClass().addAll("flat", "small");
            add.setOnAction(e -> {
                List<OutlineTerm> more = new ArrayList<>(row.terms());
                more.add(OutlineTerm.of("close", ">", "open"));
                write(row, more);
            });
            card.getChildren().add(add);
        }
    }

    private void change(OutlineRow row, int place, UnaryOperator<OutlineTerm> how) {
        List<OutlineTerm> terms = new ArrayList<>(row.terms());
        terms.set(place, how.apply(terms.get(place)));
        write(row, terms);
    }

    private void write(OutlineRow row, List<OutlineTerm> terms) {
        TextRange range = row.value();
        if (range != null) {
            OutlineRow.condition(terms, row.join()).ifPresent(condition -> replace(range, condition));
        }
    }

    /** A choice that can be typed as well: prices, the text's names, usual indicators. */
    private Node operand(String value, Consumer<String> onChosen) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(operands(value)));
        box.setEditable(true);
        box.setValue(value);
        box.setDisable(!editable());
        box.setPrefWidth(150);
        box.setMinWidth(60);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(value);
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null && !is.isBlank() && !is.equals(value)) {
                onChosen.accept(is.strip());
            }
        });
        return box;
    }

    private List<String> operands(String now) {
        List<String> all = new ArrayList<>(List.of(now));
        StrategyCheck check = editor.checkProperty().get();
        if (check != null) {
            check.outline().stream()
                    .filter(row -> row.kind() == OutlineKind.INPUT || row.kind() == OutlineKind.DEFINITION)
                    .map(OutlineRow::name)
                    .forEach(all::add);
        }
        all.addAll(List.of(
                "close",
                "open",
                "high",
                "low",
                "volume",
                "sma(close, 50)",
                "ema(close, 20)",
                "rsi(close, 14)",
                "atr(14)",
                "highest(high, 20)[1]",
                "lowest(low, 20)[1]",
                "bollinger(close, 20, 2).upper",
                "bollinger(close, 20, 2).lower",
                "macd(close, 12, 26, 9).histogram",
                "adx(14)",
                "sma(volume, 20)",
                "hour",
                "weekday",
                "30",
                "70"));
        return all.stream().distinct().toList();
    }

    private Node operator(String value, Consumer<String> onChosen) {
        List<String> all = new ArrayList<>(OutlineTerm.SIGNS);
        all.addAll(OutlineTerm.WORDS);
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(all));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String operator) {
                return operator == null
                        ? ""
                        : Texts.find("strategies.operator." + operator).orElse(operator);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        box.setValue(value);
        box.setDisable(!editable());
        // Without its whole name one cannot read which way something crosses.
        box.setMinWidth(USE_PREF_SIZE);
        box.setAccessibleText(value);
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null && !is.equals(value)) {
                onChosen.accept(is);
            }
        });
        return box;
    }

    private @Nullable Node ruleAdder(List<String> rules) {
        if (rules.isEmpty()) {
            return null;
        }
        FlowPane buttons = new FlowPane(6, 4);
        for (String rule : rules) {
            Button add = new Button(rule.replaceFirst(" when.*", " when …"), new FontIcon("mdal-add"));
            add.getStyleClass().addAll("flat", "small");
            add.setId("add-" + rule.split("[^a-z]")[0] + (rule.contains("short") ? "-short" : ""));
            add.setOnAction(e -> append(rule));
            buttons.getChildren().add(add);
        }
        return buttons;
    }

    private Node inputAdder() {
        Button add = new Button(Texts.get("strategies.conditions.add_input"), new FontIcon("mdal-add"));
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(e -> addInput());
        return add;
    }

    /** Behind the last input, or under the title: names must be there before they are used. */
    private void addInput() {
        StrategyCheck check = editor.checkProperty().get();
        String text = editor.textProperty().get();
        if (check == null) {
            return;
        }
        int number = 1;
        while (text.contains("length_" + number)) {
            number++;
        }
        int at = check.outline().stream()
                .filter(row -> row.kind() == OutlineKind.INPUT || row.kind() == OutlineKind.TITLE)
                .mapToInt(row -> row.range().end())
                .max()
                .orElse(0);
        String line = "\ninput length_" + number + " = 20 in 5..100 unit \"candles\"";
        edit(now -> now.substring(0, at) + line + now.substring(at));
    }

    private void append(String rule) {
        edit(text -> text + (text.endsWith("\n") || text.isEmpty() ? "" : "\n") + rule + "\n");
    }

    private Button remove(Runnable does) {
        Button button = new Button();
        button.setGraphic(new FontIcon("mdal-close"));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(Texts.get("strategies.conditions.remove"));
        button.setTooltip(new Tooltip(Texts.get("strategies.conditions.remove")));
        button.setOnAction(e -> does.run());
        return button;
    }

    private void removeLine(OutlineRow row) {
        edit(text -> {
            int to = row.range().end();
            boolean lineEnds = to < text.length() && text.charAt(to) == '\n';
            return new TextRange(row.range().start(), lineEnds ? to + 1 : to).replaceIn(text, "");
        });
    }

    private void replace(TextRange range, String with) {
        edit(text -> range.replaceIn(text, with));
    }

    /** Rows are places of the text that was drawn; one that has moved on since is drawn again first. */
    private void edit(UnaryOperator<String> change) {
        String text = editor.textProperty().get();
        if (text.equals(drawn)) {
            editor.textProperty().set(change.apply(text));
        }
    }

    private static void onCommit(TextField field, Consumer<String> commit) {
        field.setOnAction(e -> commit.accept(field.getText().strip()));
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit.accept(field.getText().strip());
            }
        });
    }
}
