package studio.desktop.progress;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.desktop.chart.ScoreChart;
import studio.desktop.chart.ScoreTexts;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;

/** The optimizer's figures and the chart of its scores, a part of the progress modal. */
public final class DashboardController {
    private final DashboardViewModel viewModel;
    private final ReadOnlyBooleanProperty shown;
    private final Parent root;

    @FXML
    private HBox dashboardBox;

    @FXML
    private Label iterationLabel;

    @FXML
    private Label paceLabel;

    @FXML
    private Label bestScoreLabel;

    @FXML
    private Label currentScoreLabel;

    @FXML
    private Label infeasibleLabel;

    @FXML
    private Label failedLabel;

    @FXML
    private ScoreChart scoreChart;

    @FXML
    private ParameterGrid bestParamsGrid;

    DashboardController(DashboardViewModel viewModel, ReadOnlyBooleanProperty shown) {
        this.viewModel = viewModel;
        this.shown = shown;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        dashboardBox.visibleProperty().bind(shown);
        dashboardBox.managedProperty().bind(dashboardBox.visibleProperty());
        iterationLabel.textProperty().bind(viewModel.iterationProperty());
        paceLabel.textProperty().bind(viewModel.paceProperty());
        bestScoreLabel.textProperty().bind(viewModel.bestScoreProperty());
        currentScoreLabel.textProperty().bind(viewModel.currentScoreProperty());
        infeasibleLabel.textProperty().bind(viewModel.infeasibleProperty());
        failedLabel.textProperty().bind(viewModel.failedProperty());
        bestParamsGrid.show(viewModel.bestParams());
        scoreChart.setTexts(new ScoreTexts(
                Texts.get("chart.score.trial"),
                Texts.get("chart.score.score"),
                Texts.get("chart.score.best"),
                Texts.get("chart.score.luck"),
                Texts.get("chart.score.infeasible"),
                Texts.get("chart.score.failed"),
                Texts.get("chart.score.summary"),
                Texts.get("chart.score.empty")));
        scoreChart.setSeries(viewModel.scores());
        viewModel.drawnTrialsProperty().addListener((o, was, is) -> scoreChart.changed());
        viewModel.expectedTrialsProperty().addListener((o, was, is) -> scoreChart.setExpectedTrials(is.intValue()));
    }

    Parent root() {
        return root;
    }
}
