package studio.desktop.results;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import studio.desktop.chart.ChartFrame;
import studio.desktop.chart.EquityChart;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Fxml;

/** What a result comes to: key figures, equity with its drawdown, the best parameters, every figure. */
@SuppressWarnings("NullAway.Init")
public final class OverviewController {
    private final ResultsViewModel results;
    private final FileExport export;
    private final Parent root;

    @FXML
    private FigurePane keyFigures;

    @FXML
    private FigurePane allFigures;

    @FXML
    private Label configurationLabel;

    @FXML
    private TextField configurationField;

    @FXML
    private ChartFrame equityFrame;

    @FXML
    private EquityChart equityChart;

    @FXML
    private TableView<ParameterRow> parameterTable;

    OverviewController(ResultsViewModel results, FileExport export) {
        this.results = results;
        this.export = export;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        Formats formats = results.format().formats();
        keyFigures.show(results.keyFigures());
        allFigures.show(results.figures());
        configurationLabel.textProperty().bind(results.configurationProperty());
        configurationField.textProperty().bind(results.configurationIdProperty());
        configurationField
                .visibleProperty()
                .bind(results.configurationIdProperty().isNotEmpty());
        configurationField.managedProperty().bind(configurationField.visibleProperty());
        equityChart.setTexts(ResultsController.equityTexts());
        results.equityProperty().addListener((o, was, is) -> equityChart.setSeries(is, formats.zone()));
        equityChart.setSeries(results.equityProperty().get(), formats.zone());
        ResultsTables.parameters(parameterTable);
        parameterTable.setItems(results.parameters());
        parameterTable.prefHeightProperty().bind(ResultsViewModel.heightOf(results.parameters(), 14));
        export.pictures(equityFrame);
    }

    Parent root() {
        return root;
    }
}
