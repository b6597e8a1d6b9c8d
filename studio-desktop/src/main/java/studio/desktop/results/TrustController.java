package studio.desktop.results;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import studio.desktop.fx.Fxml;

/** Whether the result may be believed: verdict, reasons, figures, importance of parameters. */
@SuppressWarnings("NullAway.Init")
public final class TrustController {
    private final ResultsViewModel results;
    private final Parent root;

    @FXML
    private TrustPane trustPane;

    TrustController(ResultsViewModel results) {
        this.results = results;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        trustPane.show(results.trustProperty());
    }

    Parent root() {
        return root;
    }
}
