package studio.desktop.results;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.desktop.fx.HintCell;
import studio.desktop.fx.Texts;
import studio.model.result.TradeView;

/** The columns of the results' tables. */
final class ResultsTables {
    private ResultsTables() {}

    static void parameters(TableView<ParameterRow> table) {
        add(table, "parameter", 180, false, ParameterRow::name);
        add(table, "value", 100, true, ParameterRow::value);
        add(table, "unit", 140, false, ParameterRow::unit);
        add(table, "range", 240, false, ParameterRow::range);
        add(table, "help", 320, false, ParameterRow::help);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    static void windows(TableView<WindowRow> table, Formats formats) {
        add(table, "window", 60, true, WindowRow::number);
        add(table, "train", 200, false, WindowRow::train).setCellFactory(c -> new HintCell<>(w -> w.trainUtc(formats)));
        add(table, "test", 200, false, WindowRow::test).setCellFactory(c -> new HintCell<>(w -> w.testUtc(formats)));
        add(table, "train_score", 110, true, WindowRow::trainScore);
        add(table, "test_score", 110, true, WindowRow::testScore);
        add(table, "test_profit", 110, true, WindowRow::netProfit);
        add(table, "test_trades", 76, true, WindowRow::trades);
        add(table, "chosen", 330, false, WindowRow::params);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    static void trades(TableView<TradeView> table, FigureFormat format) {
        add(table, "side", 64, false, t -> Texts.get("results.side." + low(t.side())));
        time(table, "entry_time", format.formats(), TradeView::entryTime);
        add(table, "entry_price", 100, true, t -> format.formats().price(t.entryPrice()));
        time(table, "exit_time", format.formats(), TradeView::exitTime);
        add(table, "exit_price", 100, true, t -> format.formats().price(t.exitPrice()));
        add(table, "quantity", 90, true, t -> format.parameter(t.quantity()));
        add(table, "profit", 90, true, t -> format.signed(t.profit(), 2));
        add(table, "profit_pct", 84, true, t -> format.signedPercent(t.profitPct(), 2));
        add(table, "fees", 70, true, t -> format.number(t.fees(), 2));
        add(table, "bars", 86, true, t -> format.count(t.bars()));
        add(table, "exit_reason", 130, false, t -> Texts.get("results.exit." + low(t.exitReason())));
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void time(
            TableView<TradeView> table, String id, Formats formats, Function<TradeView, Instant> time) {
        add(table, id, 190, false, t -> formats.dateTime(time.apply(t)))
                .setCellFactory(c -> new HintCell<>(t -> formats.utc(time.apply(t))));
    }

    private static <T> TableColumn<T, String> add(
            TableView<T> table, String id, double width, boolean number, Function<T, String> words) {
        TableColumn<T, String> column = new TableColumn<>(Texts.get("results.column." + id));
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setCellFactory(c -> new Words<>(number));
        if (number) {
            column.getStyleClass().add("number-column");
        }
        table.getColumns().add(column);
        return column;
    }

    /** Text with itself as tooltip where the column may cut it, or the reason why there is none. */
    private static final class Words<T> extends TableCell<T, String> {
        Words(boolean number) {
            getStyleClass().add(number ? "number-cell" : "text-cell");
        }

        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            if (empty || words == null) {
                setTooltip(null);
            } else if (words.equals(FigureFormat.UNDEFINED)) {
                setTooltip(new Tooltip(Texts.get("results.undefined")));
            } else {
                setTooltip(words.length() > 24 ? new Tooltip(words) : null);
            }
        }
    }
}
