package studio.desktop.results;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import studio.desktop.fx.CopyMenu;
import studio.desktop.fx.Fxml;

/** The exact request with its seed, the candles that were used, and the same training as a command. */
@SuppressWarnings("NullAway.Init")
public final class RequestController {
    private final ResultsViewModel results;
    private final Parent root;

    @FXML
    private RequestGrid requestGrid;

    @FXML
    private RequestGrid dataGrid;

    @FXML
    private TextField commandField;

    @FXML
    private TextField jobField;

    @FXML
    private Label ranTextTitle;

    @FXML
    private Label ranText;

    RequestController(ResultsViewModel results) {
        this.results = results;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        requestGrid.show(results.request());
        dataGrid.show(results.data());
        commandField.textProperty().bind(results.commandProperty());
        jobField.textProperty().bind(results.jobIdProperty());
        ranText.textProperty().bind(results.strategyTextProperty());
        CopyMenu.on(ranText);
        for (Node part : List.of(ranTextTitle, ranText)) {
            part.visibleProperty().bind(results.strategyTextProperty().isNotEmpty());
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    Parent root() {
        return root;
    }
}
