package studio.desktop.results;

import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.TilePane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.ChartFrame;
import studio.desktop.chart.HeatMap.Measure;
import studio.desktop.chart.HeatMapChart;
import studio.desktop.chart.ParallelChart;
import studio.desktop.chart.ScatterChart;
import studio.desktop.chart.TrialPick;
import studio.desktop.chart.TrialTable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;

/** The trials of a result: score against each parameter, all parameters at once, two of them as a heat map. */
@SuppressWarnings("NullAway.Init")
public final class TrialsController {
    private final DesktopContext context;
    private final TrialsViewModel viewModel;
    private final FileExport export;
    private final TrialPick pick = new TrialPick();
    private final Parent root;

    @FXML
    private Label trialsNote;

    @FXML
    private TilePane scatterPane;

    @FXML
    private ChartFrame parallelFrame;

    @FXML
    private ParallelChart parallelChart;

    @FXML
    private ChartFrame heatFrame;

    @FXML
    private HeatMapChart heatMap;

    TrialsController(DesktopContext context, TrialsViewModel viewModel, FileExport export) {
        this.context = context;
        this.viewModel = viewModel;
        this.export = export;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        trialsNote.textProperty().bind(viewModel.noteProperty());
        viewModel.tableProperty().addListener((o, was, is) -> show(is));
        viewModel.heatMapProperty().addListener((o, was, is) -> heatMap.show(is, context.formats()));
        ChoiceBox<String> across = parameterChoice("heatAcross", "results.heat.across");
        across.valueProperty().bindBidirectional(viewModel.acrossProperty());
        ChoiceBox<String> up = parameterChoice("heatUp", "results.heat.up");
        up.valueProperty().bindBidirectional(viewModel.upProperty());
        ChoiceBox<Measure> measure = new ChoiceBox<>(FXCollections.observableArrayList(Measure.values()));
        measure.setId("heatMeasure");
        measure.setAccessibleText(Texts.get("results.heat.measure"));
        measure.setConverter(new MeasureWords());
        measure.valueProperty().bindBidirectional(viewModel.measureProperty());
        heatFrame.setControls(across, up, measure);
        export.pictures(parallelFrame, heatFrame);
    }

    private ChoiceBox<String> parameterChoice(String id, String name) {
        ChoiceBox<String> choice = new ChoiceBox<>(viewModel.parameters());
        choice.setId(id);
        choice.setAccessibleText(Texts.get(name));
        choice.setPrefWidth(210);
        return choice;
    }

    private void show(TrialTable table) {
        scatterPane.getChildren().clear();
        for (int i = 0; i < table.axes().size(); i++) {
            String name = table.axes().get(i).name();
            ScatterChart chart = new ScatterChart(i);
            chart.setId("scatter-" + name);
            chart.show(table, pick, context.formats());
            ChartFrame frame = new ChartFrame();
            frame.setTitle(Texts.get("results.scatter", name));
            frame.setFileName("scatter-" + name);
            frame.setChart(chart);
            export.pictures(frame);
            scatterPane.getChildren().add(frame);
        }
        parallelChart.show(table, pick, context.formats());
    }

    Parent root() {
        return root;
    }

    private static final class MeasureWords extends StringConverter<Measure> {
        @Override
        public String toString(@Nullable Measure measure) {
            return measure == null
                    ? ""
                    : Texts.get(measure == Measure.BEST ? "results.heat.best" : "results.heat.median");
        }

        @Override
        public Measure fromString(String words) {
            return words.equals(Texts.get("results.heat.best")) ? Measure.BEST : Measure.MEDIAN;
        }
    }
}
