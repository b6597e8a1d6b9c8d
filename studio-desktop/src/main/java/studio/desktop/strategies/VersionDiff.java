package studio.desktop.strategies;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.desktop.fx.Texts;

/** Two texts side by side, line by line, with what differs on a ground of its own and marked by a sign. FX thread only. */
final class VersionDiff extends VBox {

    /** Equal lines that are shown on either side of what differs. */
    private static final int AROUND = 3;

    VersionDiff(String left, String leftText, String right, String rightText, Runnable onClose) {
        getStyleClass().add("version-diff");
        setId("versionDiff");
        Button close = new Button(Texts.get("strategies.version.compare.close"));
        close.setId("closeDiff");
        close.setOnAction(e -> onClose.run());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        List<DiffRow> rows = DiffRowGenerator.create()
                .lineNormalizer(line -> line)
                .build()
                .generateDiffRows(leftText.lines().toList(), rightText.lines().toList());
        long changed =
                rows.stream().filter(row -> row.getTag() != DiffRow.Tag.EQUAL).count();
        Label summary = new Label(
                changed == 0
                        ? Texts.get("strategies.version.same")
                        : Texts.get(
                                changed == 1 ? "strategies.version.differs.one" : "strategies.version.differs",
                                changed));
        summary.getStyleClass().add("text-muted");
        HBox head = new HBox(8, summary, between, close);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, grid(left, right, rows));
    }

    private static GridPane grid(String left, String right, List<DiffRow> rows) {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(0, title(left), title(right));
        int at = 1;
        int folded = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!isNearChange(rows, i)) {
                folded++;
                continue;
            }
            at = foldedLine(grid, at, folded);
            folded = 0;
            DiffRow row = rows.get(i);
            DiffRow.Tag tag = row.getTag();
            boolean removed = tag == DiffRow.Tag.DELETE || tag == DiffRow.Tag.CHANGE;
            boolean added = tag == DiffRow.Tag.INSERT || tag == DiffRow.Tag.CHANGE;
            grid.addRow(
                    at++,
                    line(row.getOldLine(), removed, "− ", "removed"),
                    line(row.getNewLine(), added, "+ ", "added"));
        }
        foldedLine(grid, at, folded);
        return grid;
    }

    /** Whether that row or one close to it differs: the others would only be scrolled past. */
    private static boolean isNearChange(List<DiffRow> rows, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(rows.size(), at + AROUND + 1);
        return rows.subList(from, to).stream().anyMatch(row -> row.getTag() != DiffRow.Tag.EQUAL);
    }

    private static int foldedLine(GridPane grid, int at, int folded) {
        if (folded == 0) {
            return at;
        }
        Label words = new Label(
                Texts.get(folded == 1 ? "strategies.version.folded.one" : "strategies.version.folded", folded));
        words.getStyleClass().addAll("diff-line", "text-muted");
        grid.add(words, 0, at, 2, 1);
        return at + 1;
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Label line(String text, boolean marked, String sign, String style) {
        Label line = new Label((marked ? sign : "  ") + text);
        line.getStyleClass().add("diff-line");
        if (marked) {
            line.getStyleClass().add(style);
        }
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        return line;
    }
}
