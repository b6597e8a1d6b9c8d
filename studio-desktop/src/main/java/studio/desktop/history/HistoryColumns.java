package studio.desktop.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.desktop.results.FigureFormat;
import studio.desktop.settings.Settings;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;

/** The columns of the history: which there are, and which of them the analyst wants where and how wide. */
final class HistoryColumns {
    private static final String KEY = "history.columns";
    private static final Set<String> NUMBERS = Set.of("best_score", "net_profit", "trades", "duration");
    private static final Set<String> HIDDEN_AT_FIRST = Set.of("exchange", "stage", "job_id", "created_by");

    private final TableView<HistoryRow> table;
    private final FigureFormat format;
    private final Settings settings;
    private final UnaryOperator<String> titles;

    /** {@code titles} tells what people call a strategy. */
    HistoryColumns(TableView<HistoryRow> table, FigureFormat format, Settings settings, UnaryOperator<String> titles) {
        this.table = table;
        this.format = format;
        this.settings = settings;
        this.titles = titles;
    }

    /** Makes them all, as they were left last time. */
    void add() {
        add("status", statusWidth(), "status", () -> new HistoryCells.StatusCell(format));
        add("strategy", 148, "strategy", () -> HistoryCells.text(this::strategy));
        add("symbol", 82, "symbol", () -> HistoryCells.text(JobSummary::symbol));
        add("exchange", 90, "exchange", () -> HistoryCells.text(JobSummary::exchange));
        add(
                "timeframe",
                42,
                "timeframe",
                () -> HistoryCells.text(j -> j.timeframe().wireName()));
        add(
                "optimizer",
                88,
                "optimizer",
                () -> HistoryCells.text(
                        j -> Texts.get("studio.optimizer." + j.optimizer().wireName())));
        add("best_score", 62, "best_score", () -> HistoryCells.number(j -> format.score(j.bestScore())));
        add("net_profit", 92, "net_profit_pct", () -> HistoryCells.profit(format));
        add("trades", 66, "trades", () -> HistoryCells.number(j -> format.count(j.trades())));
        add("stage", 98, "stage", () -> HistoryCells.text(HistoryColumns::stage));
        add("verdict", 112, "verdict", () -> HistoryCells.text(HistoryColumns::verdict));
        add("started", 174, "started_at", () -> HistoryCells.time(format));
        add("duration", 98, "duration", () -> HistoryCells.number(j -> HistoryCells.duration(j, format)));
        add("tags", 76, "", () -> HistoryCells.text(j -> String.join(", ", j.tags())));
        add("name", 90, "name", () -> HistoryCells.text(JobSummary::name, JobSummary::note));
        add("created_by", 90, "created_by", () -> HistoryCells.text(JobSummary::createdBy));
        add("job_id", 220, "", () -> HistoryCells.text(JobSummary::jobId));
        restore();
        table.getColumns().addListener((ListChangeListener<TableColumn<HistoryRow, ?>>) c -> remember());
    }

    /** A menu that shows and hides them, for the keyboard too. */
    void fill(MenuButton menu) {
        for (TableColumn<HistoryRow, ?> column : table.getColumns()) {
            CheckMenuItem item = new CheckMenuItem();
            item.setId("show-" + column.getId());
            item.textProperty().bind(column.textProperty());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            menu.getItems().add(item);
        }
    }

    private static String verdict(JobSummary job) {
        String verdict = job.verdict();
        return verdict == null
                ? FigureFormat.UNDEFINED
                : Texts.get("trust.verdict." + verdict.toLowerCase(Locale.ROOT));
    }

    private static String stage(JobSummary job) {
        String stage = job.stage();
        return stage == null
                ? FigureFormat.UNDEFINED
                : Texts.find("stage." + stage.toLowerCase(Locale.ROOT)).orElse(stage);
    }

    /** A pinned one wears a star where nobody has to look for it. */
    private String strategy(JobSummary job) {
        String title = VersionedTitle.of(titles.apply(job.strategy()), job.strategyVersion());
        return job.pinned() ? "★ " + title : title;
    }

    /** Of the longest status in the app's language, with its icon. */
    private static double statusWidth() {
        double widest = 0;
        for (JobStatus status : JobStatus.values()) {
            widest = Math.max(
                    widest,
                    new Text(HistoryCells.statusWords(status)).getLayoutBounds().getWidth());
        }
        return Math.max(118, Math.ceil(widest) + 48);
    }

    private void add(String id, double width, String sortKey, Supplier<TableCell<HistoryRow, JobSummary>> cell) {
        TableColumn<HistoryRow, JobSummary> column = new TableColumn<>(Texts.get("history.column." + id));
        column.setId("column-" + id);
        column.setPrefWidth(width);
        column.setSortable(!sortKey.isEmpty());
        column.setUserData(sortKey);
        column.setVisible(!HIDDEN_AT_FIRST.contains(id));
        column.setCellValueFactory(row -> row.getValue().jobProperty());
        column.setCellFactory(c -> cell.get());
        if (NUMBERS.contains(id)) {
            column.getStyleClass().add("number-column");
        }
        column.visibleProperty().addListener((o, was, is) -> remember());
        column.widthProperty().addListener((o, was, is) -> remember());
        table.getColumns().add(column);
    }

    private void remember() {
        settings.remember(
                KEY,
                table.getColumns().stream()
                        .map(c -> c.getId() + ":" + Math.round(c.getWidth()) + ":" + (c.isVisible() ? "1" : "0"))
                        .collect(Collectors.joining(",")));
    }

    /** Columns that were not known then keep their place at the end. */
    private void restore() {
        String stored = settings.choice(KEY).orElse("");
        if (stored.isEmpty()) {
            return;
        }
        List<TableColumn<HistoryRow, ?>> left = new ArrayList<>(table.getColumns());
        List<TableColumn<HistoryRow, ?>> ordered = new ArrayList<>();
        for (String part : stored.split(",")) {
            String[] words = part.split(":");
            left.stream()
                    .filter(c -> words.length == 3 && words[0].equals(c.getId()) && words[1].matches("\\d{1,4}"))
                    .findFirst()
                    .ifPresent(column -> {
                        column.setPrefWidth(Integer.parseInt(words[1]));
                        column.setVisible(words[2].equals("1"));
                        ordered.add(column);
                        left.remove(column);
                    });
        }
        ordered.addAll(left);
        table.getColumns().setAll(ordered);
    }
}
