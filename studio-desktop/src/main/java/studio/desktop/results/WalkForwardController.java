package studio.desktop.results;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import studio.desktop.chart.ChartFrame;
import studio.desktop.chart.EquityChart;
import studio.desktop.chart.WindowChart;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Fxml;

/** Walk-forward: in-sample against out-of-sample by window, the stitched out-of-sample equity, the table of windows. */
@SuppressWarnings("NullAway.Init")
public final class WalkForwardController {
    private final ResultsViewModel results;
    private final FileExport export;
    private final Parent root;

    @FXML
    private Label walkForwardNote;

    @FXML
    private FigurePane walkForwardFigures;

    @FXML
    private ChartFrame windowFrame;

    @FXML
    private WindowChart windowChart;

    @FXML
    private ChartFrame stitchedFrame;

    @FXML
    private EquityChart stitchedChart;

    @FXML
    private TableView<WindowRow> windowTable;

    WalkForwardController(ResultsViewModel results, FileExport export) {
        this.results = results;
        this.export = export;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        Formats formats = results.format().formats();
        walkForwardNote.textProperty().bind(results.walkForwardNoteProperty());
        walkForwardFigures.show(results.walkForwardFigures());
        ResultsTables.windows(windowTable, results.format().formats());
        windowTable.setItems(results.windows());
        windowTable.prefHeightProperty().bind(ResultsViewModel.heightOf(results.windows(), 12));
        stitchedChart.setTexts(ResultsController.equityTexts());
        results.stitchedProperty().addListener((o, was, is) -> stitchedChart.setSeries(is, formats.zone()));
        stitchedChart.setSeries(results.stitchedProperty().get(), formats.zone());
        Runnable bars = () -> windowChart.show(results.windowBars(), formats);
        results.windowBars().addListener((javafx.beans.InvalidationListener) o -> bars.run());
        bars.run();
        ObservableBooleanValue any = Bindings.isNotEmpty(results.windows());
        for (Node node : new Node[] {walkForwardFigures, windowFrame, stitchedFrame, windowTable}) {
            node.visibleProperty().bind(any);
            node.managedProperty().bind(node.visibleProperty());
        }
        export.pictures(windowFrame, stitchedFrame);
    }

    Parent root() {
        return root;
    }
}
