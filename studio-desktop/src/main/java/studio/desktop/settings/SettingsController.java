package studio.desktop.settings;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Background;
import studio.desktop.fx.FieldBox;
import studio.desktop.fx.Fxml;
import studio.desktop.fx.Screen;
import studio.desktop.fx.Texts;

/** The settings page. */
@SuppressWarnings("NullAway.Init")
public final class SettingsController implements Screen {
    private final Settings settings;
    private final SettingsViewModel model;
    private final AccuracyViewModel accuracy;
    private final Runnable reconnect;
    private final Parent root;

    @FXML
    private FieldBox serverBox;

    @FXML
    private TextField server;

    @FXML
    private PasswordField token;

    @FXML
    private Button test;

    @FXML
    private Button connect;

    @FXML
    private Label testing;

    @FXML
    private FieldBox pollBox;

    @FXML
    private TextField poll;

    @FXML
    private ChoiceBox<String> language;

    @FXML
    private ToggleButton themeSystem;

    @FXML
    private ToggleButton themeLight;

    @FXML
    private ToggleButton themeDark;

    @FXML
    private Label accuracySummary;

    @FXML
    private GridPane accuracyGrid;

    /** {@code reconnect} connects anew to the server that is set by then. */
    public SettingsController(
            Settings settings,
            AccuracyViewModel accuracy,
            Background background,
            ServerProbe probe,
            Runnable reconnect) {
        this.settings = settings;
        this.model = new SettingsViewModel(settings, background, probe);
        this.accuracy = accuracy;
        this.reconnect = reconnect;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        server.textProperty().bindBidirectional(model.server());
        serverBox.showError(model.serverError());
        token.textProperty().bindBidirectional(model.token());
        poll.textProperty().bindBidirectional(model.poll());
        pollBox.showError(model.pollError());
        testing.textProperty().bind(model.testing());
        testing.visibleProperty().bind(model.testing().isNotEmpty());
        testing.managedProperty().bind(testing.visibleProperty());
        test.setOnAction(e -> model.test());
        test.disableProperty().bind(model.serverError().isNotEmpty());
        connect.setOnAction(e -> reconnect.run());
        connect.disableProperty().bind(model.serverError().isNotEmpty());
        language.getItems().setAll("", "en", "de");
        language.setConverter(new LanguageNames());
        language.valueProperty().bindBidirectional(settings.language());
        accuracySummary.textProperty().bind(accuracy.summary());
        accuracy.rows().addListener((ListChangeListener<AccuracyViewModel.Row>) change -> showAccuracy());
        ToggleGroup themes = new ToggleGroup();
        theme(themeSystem, themes, Theme.SYSTEM);
        theme(themeLight, themes, Theme.LIGHT);
        theme(themeDark, themes, Theme.DARK);
    }

    private void showAccuracy() {
        accuracyGrid.getChildren().clear();
        if (accuracy.rows().isEmpty()) {
            return;
        }
        addRow(
                0,
                "text-muted",
                Texts.get("settings.accuracy.at"),
                Texts.get("settings.accuracy.error"),
                Texts.get("settings.accuracy.coverage"),
                Texts.get("settings.accuracy.overall"),
                Texts.get("settings.accuracy.moving"),
                Texts.get("settings.accuracy.sliding"));
        int line = 1;
        for (AccuracyViewModel.Row row : accuracy.rows()) {
            addRow(line, "figure", row.at(), row.error(), row.coverage(), row.overall(), row.moving(), row.sliding());
            line++;
        }
    }

    private void addRow(int line, String style, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            Label label = new Label(texts[column]);
            label.getStyleClass().add(style);
            label.setWrapText(true);
            accuracyGrid.add(label, column, line);
        }
    }

    private void theme(ToggleButton button, ToggleGroup group, Theme theme) {
        button.setToggleGroup(group);
        button.setSelected(settings.theme().get() == theme);
        button.setOnAction(e -> {
            button.setSelected(true);
            settings.theme().set(theme);
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void opened() {
        accuracy.ask();
    }

    @Override
    public void closed() {
        model.letGo();
        accuracy.letGo();
    }

    /** Every language under its own name. */
    private static final class LanguageNames extends StringConverter<String> {
        @Override
        public String toString(@Nullable String tag) {
            Locale locale = Locale.forLanguageTag(tag == null ? "" : tag);
            return tag == null || tag.isEmpty()
                    ? Texts.get("settings.language.system")
                    : locale.getDisplayLanguage(locale);
        }

        @Override
        public String fromString(String name) {
            return name;
        }
    }
}
