package studio.desktop.app;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;

/** Says what is going on until the server answers, and what to do when it does not. */
@SuppressWarnings("NullAway.Init")
public final class StartController {
    private final Settings settings;
    private final Runnable retry;
    private final Parent root;

    @FXML
    private ProgressIndicator spinner;

    @FXML
    private Label headline;

    @FXML
    private Label saying;

    @FXML
    private VBox failure;

    @FXML
    private TextField serverUrl;

    @FXML
    private Button tryAgain;

    StartController(Settings settings, Runnable retry) {
        this.settings = settings;
        this.retry = retry;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        spinner.managedProperty().bind(spinner.visibleProperty());
        failure.managedProperty().bind(failure.visibleProperty());
        serverUrl.textProperty().bindBidirectional(settings.serverUrl());
        tryAgain.setOnAction(e -> retry.run());
        starting();
    }

    void starting() {
        spinner.setVisible(true);
        failure.setVisible(false);
        headline.setText(Texts.get("start.headline"));
        saying.setText(Texts.get("start.looking"));
    }

    void say(String sentence) {
        saying.setText(sentence);
    }

    void failed(Exception cause) {
        spinner.setVisible(false);
        failure.setVisible(true);
        headline.setText(Texts.get("start.failed"));
        String message = cause.getMessage();
        saying.setText(message == null ? cause.toString() : message);
    }
}
