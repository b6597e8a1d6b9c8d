package studio.desktop.studio;

import java.time.Duration;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Texts;
import studio.model.result.WindowPlan;
import studio.model.system.PreflightReport;

/** Shows the preflight under the form. */
@SuppressWarnings("NullAway.Init")
public final class PreflightController {
    private final PreflightViewModel model;
    private final Formats formats;
    private final Parent root;

    @FXML
    private Label state;

    @FXML
    private VBox figures;

    @FXML
    private Label trials;

    @FXML
    private Label candles;

    @FXML
    private Label memory;

    @FXML
    private Label duration;

    @FXML
    private Label basis;

    @FXML
    private VBox windowsBox;

    @FXML
    private Label windows;

    @FXML
    private WindowMap windowMap;

    @FXML
    private VBox warnings;

    PreflightController(PreflightViewModel model, Formats formats) {
        this.model = model;
        this.formats = formats;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        state.textProperty().bind(model.state());
        state.visibleProperty().bind(model.state().isNotEmpty());
        state.managedProperty().bind(state.visibleProperty());
        figures.managedProperty().bind(figures.visibleProperty());
        windowsBox.managedProperty().bind(windowsBox.visibleProperty());
        model.report().addListener((o, old, now) -> show(now));
        show(model.report().get());
    }

    private void show(@Nullable PreflightReport report) {
        figures.setVisible(report != null);
        if (report == null) {
            return;
        }
        trials.setText(formats.count(report.trials()));
        candles.setText(formats.count(report.candles()));
        memory.setText(formats.bytes(report.memoryBytes()));
        duration.setText(PreflightViewModel.durationText(report, formats));
        basis.setText(report.estimateBasis());
        showWindows(report);
        warnings.getChildren()
                .setAll(report.warnings().stream()
                        .map(PreflightController::warning)
                        .toList());
    }

    private void showWindows(PreflightReport report) {
        windowsBox.setVisible(!report.windows().isEmpty());
        if (report.windows().isEmpty()) {
            return;
        }
        WindowPlan first = report.windows().get(0);
        String text = Texts.get(
                report.validationScaled() ? "studio.preflight.windows_scaled" : "studio.preflight.windows",
                formats.count(report.windows().size()),
                days(Duration.between(first.trainStart(), first.trainEnd())),
                days(Duration.between(first.trainEnd(), first.testStart())),
                days(Duration.between(first.testStart(), first.testEnd())),
                formats.count(report.validationTrialsPerWindow()));
        windows.setText(text);
        windowMap.show(report.windows());
        windowMap.setAccessibleText(text);
    }

    private String days(Duration span) {
        return formats.number(span.toMinutes() / 1440.0, 0, 1);
    }

    private static Label warning(String sentence) {
        Label label = new Label(sentence, new FontIcon("mdmz-warning"));
        label.getStyleClass().addAll("warning-line", "text-warn");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
