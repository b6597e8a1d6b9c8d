package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.chart.Contrast;
import studio.desktop.compare.ComparisonController;
import studio.desktop.configurations.ConfigurationsController;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Screen;
import studio.desktop.history.HistoryController;
import studio.desktop.marketdata.MarketDataController;
import studio.desktop.progress.ProgressController;
import studio.desktop.results.ResultsController;
import studio.desktop.settings.AccuracyViewModel;
import studio.desktop.settings.Settings;
import studio.desktop.settings.SettingsController;
import studio.desktop.studio.StudioController;
import studio.model.job.JobStatus;
import studio.model.job.StartRequestRules;
import studio.model.result.LifecycleStage;

/** Every screen, walked through: names for who does not see it, contrast for who sees little, room for long words. */
@ExtendWith(ApplicationExtension.class)
class AccessibilityUiTest {
    private static final double AA_TEXT = 4.5;
    private static final int MOST_ROUNDS = 10;
    // A full HD display at 200 %, less the rail and the status line.
    private static final double NARROW = 960 - 188;
    private static final double LOW = 540 - 25;

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private static TestDesk desk() {
        TestDesk desk = new TestDesk();
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.COMPLETED));
        desk.client.jobs.put("other", SampleJobs.summary("other", JobStatus.COMPLETED));
        desk.client.results.put(SampleJobs.JOB_ID, SampleJobs.results(JobStatus.COMPLETED));
        desk.client.results.put("other", SampleJobs.results(JobStatus.COMPLETED));
        desk.client.configurations.add(SampleJobs.configuration(0, LifecycleStage.MATURE));
        desk.client.trials.addAll(SampleJobs.variedTrials(60));
        return desk;
    }

    private static final Map<String, Function<TestDesk, Screen>> SCREENS = new LinkedHashMap<>();

    static {
        SCREENS.put("studio", d -> new StudioController(d.context(), StartRequestRules::check));
        SCREENS.put("history", d -> new HistoryController(d.context(), d.feed, (w, n) -> Optional.empty()));
        SCREENS.put("progress", d -> new ProgressController(SampleJobs.JOB_ID, d.context(), d.feed, () -> {}));
        SCREENS.put(
                "results",
                d -> new ResultsController(SampleJobs.JOB_ID, d.context(), (w, n) -> Optional.empty(), () -> {}));
        SCREENS.put(
                "comparison",
                d -> new ComparisonController(
                        List.of(SampleJobs.JOB_ID, "other"), d.context(), (w, n) -> Optional.empty(), () -> {}));
        SCREENS.put("configurations", d -> new ConfigurationsController(d.context(), (w, n) -> Optional.empty()));
        SCREENS.put("market-data", d -> new MarketDataController(d.context()));
        SCREENS.put("settings", AccessibilityUiTest::settings);
        SCREENS.put("shell", d -> new Shell());
        SCREENS.put("palette", d -> new PaletteController(d.context(), List.of(), () -> {}));
        SCREENS.put("help", d -> new HelpController(d.context(), List.of(), () -> {}));
        SCREENS.put("tour", d -> new TourController(d.context().settings(), page -> {}, () -> {}));
    }

    private static Screen settings(TestDesk d) {
        DesktopContext c = d.context();
        return new SettingsController(
                c.settings(),
                new AccuracyViewModel(c.client(), c.background(), c.formats(), Failures::sentence),
                c.background(),
                (url, token) -> d.client.version(),
                () -> {});
    }

    /** The window itself, around its first page. */
    private static final class Shell implements Screen {
        private final TestStart start = new TestStart();
        private final ShellController shell = new ShellController(
                start.start(),
                new Settings(start),
                start.connect(new Connector.Request("", "", () -> Settings.STANDARD_POLL), saying -> {}),
                () -> {});

        @Override
        public Parent root() {
            return shell.root();
        }

        @Override
        public void opened() {
            shell.opened(Page.STUDIO);
        }

        @Override
        public void closed() {
            shell.closed();
            start.close();
        }
    }

    private void on(String screen, boolean dark, java.util.function.Consumer<Parent> check) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            TestDesk desk = desk();
            Screen made = SCREENS.get(screen).apply(desk);
            Snapshots.show(stage, made.root(), dark);
            made.opened();
            // A modal in the middle of its job has more to show than one that has heard nothing yet.
            desk.feed.tell(SampleJobs.optimizing());
            if (made.root().lookup("#sections") instanceof TabPane tabs) {
                // A section is made when it is first looked at.
                tabs.getTabs().forEach(tabs.getSelectionModel()::select);
            }
            settle(made.root());
            check.accept(made.root());
            made.closed();
        });
    }

    /** Some boxes know how wide they become only once their content has been laid out, and ask for another round. */
    private static void settle(Parent root) {
        root.applyCss();
        root.layout();
        for (int round = 0; round < MOST_ROUNDS && root.isNeedsLayout(); round++) {
            root.layout();
        }
    }

    private static List<Node> all(Parent root) {
        List<Node> found = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            found.add(child);
            if (child instanceof Parent parent) {
                found.addAll(all(parent));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "studio",
                "history",
                "progress",
                "results",
                "comparison",
                "configurations",
                "market-data",
                "settings",
                "shell",
                "palette",
                "help",
                "tour"
            })
    void every_control_that_takes_the_focus_has_a_name(String screen) {
        List<String> nameless = new ArrayList<>();

        on(
                screen,
                false,
                root -> all(root).stream()
                        .filter(Node::isFocusTraversable)
                        .filter(n -> n instanceof Control || n.getStyleClass().contains("studio-chart"))
                        .filter(AccessibilityUiTest::isOurs)
                        .filter(n -> name(n).isBlank())
                        .forEach(n -> nameless.add(
                                n.getClass().getSimpleName() + " " + n.getId() + " " + n.getStyleClass())));

        assertThat(nameless).isEmpty();
    }

    /** Cells and the insides of a control speak through their control. */
    private static boolean isOurs(Node node) {
        for (Parent p = node.getParent(); p != null; p = p.getParent()) {
            if (p instanceof TableView
                    || p instanceof ListView
                    || p instanceof ComboBoxBase
                    || p instanceof ChoiceBox
                    || p instanceof javafx.scene.control.Spinner
                    || p.getStyleClass().contains("scroll-bar")) {
                return false;
            }
        }
        return true;
    }

    private static String name(Node node) {
        String given = node.getAccessibleText();
        if (given != null && !given.isBlank()) {
            return given;
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    @ParameterizedTest
    @CsvSource({
        "studio, false",
        "studio, true",
        "history, false",
        "history, true",
        "progress, false",
        "progress, true",
        "results, false",
        "results, true",
        "comparison, false",
        "comparison, true",
        "configurations, false",
        "configurations, true",
        "market-data, false",
        "market-data, true",
        "settings, false",
        "settings, true",
        "shell, false",
        "shell, true",
        "help, false",
        "help, true",
        "tour, false",
        "tour, true"
    })
    void every_text_stands_out_from_its_ground_as_wcag_aa_asks(String screen, boolean dark) {
        List<String> faint = new ArrayList<>();

        on(
                screen,
                dark,
                root -> all(root).stream()
                        .filter(n -> n instanceof Labeled l
                                && l.getText() != null
                                && !l.getText().isBlank())
                        .filter(n -> !n.isDisabled() && isShown(n))
                        .forEach(n -> {
                            Labeled label = (Labeled) n;
                            Color ground = ground(n, dark);
                            if (label.getTextFill() instanceof Color color && Contrast.ratio(color, ground) < AA_TEXT) {
                                faint.add("%s '%s' %.2f on %s"
                                        .formatted(
                                                n.getStyleClass(),
                                                label.getText(),
                                                Contrast.ratio(color, ground),
                                                ground));
                            }
                        }));

        assertThat(faint).isEmpty();
    }

    private static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible() || n.isDisabled()) {
                return false;
            }
        }
        return true;
    }

    /** The first opaque background behind a node, with what is translucent over it mixed in. */
    private static Color ground(Node node, boolean dark) {
        if (node == null) {
            return dark ? Color.web("#0d1117") : Color.WHITE;
        }
        if (node instanceof javafx.scene.layout.Region region && region.getBackground() != null) {
            var fills = region.getBackground().getFills();
            if (!fills.isEmpty()
                    && fills.get(fills.size() - 1).getFill() instanceof Color fill
                    && fill.getOpacity() > 0) {
                return fill.getOpacity() >= 1
                        ? fill
                        : ground(node.getParent(), dark)
                                .interpolate(
                                        Color.color(fill.getRed(), fill.getGreen(), fill.getBlue()), fill.getOpacity());
            }
        }
        return ground(node.getParent(), dark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history",
                "results",
                "comparison",
                "configurations",
                "market-data",
                "settings",
                "shell",
                "progress",
                "tour",
                "palette"
            })
    void right_to_left_turns_the_layout_around_and_keeps_it_inside_the_window(String screen) {
        List<String> outside = new ArrayList<>();

        on(screen, false, root -> {
            Scene scene = root.getScene();
            scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            settle(root);
            outside.addAll(outside(root, scene));
            Snapshots.write(root, "rtl-" + screen);
        });

        assertThat(outside).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "studio",
                "history",
                "results",
                "configurations",
                "comparison",
                "market-data",
                "settings",
                "shell",
                "progress"
            })
    void words_half_as_long_again_leave_every_button_whole_and_inside_the_window(String screen) {
        List<String> outside = new ArrayList<>();

        on(screen, false, root -> {
            all(root).stream()
                    .filter(n -> n instanceof ButtonBase b
                            && !b.textProperty().isBound()
                            && b.getText() != null
                            && !b.getText().isBlank()
                            && isOurs(n))
                    .map(ButtonBase.class::cast)
                    .forEach(b -> b.setText(longer(b.getText())));
            settle(root);
            outside.addAll(outside(root, root.getScene()));
            outside.addAll(cut(root));
            Snapshots.write(root, "long-" + screen);
        });

        assertThat(outside).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "studio",
                "history",
                "results",
                "configurations",
                "comparison",
                "market-data",
                "settings",
                "progress"
            })
    void at_two_hundred_percent_of_a_full_hd_display_every_button_is_whole_and_inside(String screen) {
        List<String> outside = new ArrayList<>();

        on(screen, false, root -> {
            Pane page = new Pane();
            Scene scene = root.getScene();
            scene.setRoot(page);
            root.setManaged(false);
            page.getChildren().setAll(root);
            root.resize(NARROW, LOW);
            settle(root);
            outside.addAll(beyond(root, NARROW));
            outside.addAll(cut(root));
            Snapshots.write(page, "scaled-" + screen);
        });

        assertThat(outside).isEmpty();
    }

    private static List<String> cut(Parent root) {
        return all(root).stream()
                .filter(n -> n instanceof ButtonBase && isShown(n) && isOurs(n))
                .map(ButtonBase.class::cast)
                .filter(b -> b.getWidth() + 1 < b.prefWidth(-1)
                        && !b.isWrapText()
                        && b.getText() != null
                        && !b.getText().isBlank())
                .map(b -> "cut: " + b.getText())
                .toList();
    }

    /** Pseudo-translated: every word half as long again, with letters that need room above. */
    private static String longer(String text) {
        return "[" + text.replace('a', 'å').replace('e', 'é').replace('u', 'ü') + "~".repeat(text.length() / 2) + "]";
    }

    private static List<String> outside(Parent root, Scene scene) {
        return beyond(root, scene.getWidth());
    }

    private static List<String> beyond(Parent root, double width) {
        return all(root).stream()
                .filter(n -> n instanceof ButtonBase || n instanceof TextInputControl || n instanceof TableView)
                .filter(n -> isShown(n) && isOurs(n) && !isScrolled(n))
                .filter(n -> {
                    Bounds b = n.localToScene(n.getLayoutBounds());
                    return b.getMinX() < -1 || b.getMaxX() > width + 1;
                })
                .map(n -> n.getClass().getSimpleName() + " " + n.getId() + " " + n.localToScene(n.getLayoutBounds()))
                .toList();
    }

    /** What lies in something that scrolls may be out of sight. */
    private static boolean isScrolled(Node node) {
        for (Parent p = node.getParent(); p != null; p = p.getParent()) {
            if (p instanceof javafx.scene.control.ScrollPane) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_ratio_of_black_on_white_is_twenty_one() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isCloseTo(21, org.assertj.core.data.Offset.offset(1e-9));
        // The example of WCAG's own pages: #767676 on white is the lightest grey that passes.
        assertThat(Contrast.ratio(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
    }
}
