package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.compare.ComparisonController;
import studio.desktop.configurations.ConfigurationsController;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Background;
import studio.desktop.fx.Screen;
import studio.desktop.history.HistoryController;
import studio.desktop.settings.AccuracyViewModel;
import studio.desktop.settings.Settings;
import studio.desktop.settings.SettingsController;
import studio.model.job.JobStatus;
import studio.model.result.LifecycleStage;

/** Draws what the galleries of single screens do not: states of lists, the newer screens, and twice the size. */
@ExtendWith(ApplicationExtension.class)
class ScreensGalleryUiTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private static final Map<String, Supplier<Screen>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("history-loading", () -> history(0, true));
        STATES.put("history-one-row", () -> history(1, false));
        STATES.put("history-100000-rows", () -> history(100_000, false));
        STATES.put("history-several-chosen", () -> history(40, false));
        STATES.put("history-filters", () -> history(40, false));
        STATES.put("configurations", () -> configurations(12));
        STATES.put("configurations-empty", () -> configurations(0));
        STATES.put("comparison", ScreensGalleryUiTest::comparison);
        STATES.put("settings", ScreensGalleryUiTest::settings);
        STATES.put(
                "palette",
                () -> new PaletteController(
                        desk(3, false).context(), List.of(new Command("Open History", "Ctrl+2", () -> {})), () -> {}));
        STATES.put("help", () -> new HelpController(desk(0, false).context(), List.of(), () -> {}));
        STATES.put("tour", () -> new TourController(desk(0, false).context().settings(), page -> {}, () -> {}));
    }

    private static TestDesk desk(int jobs, boolean never) {
        TestDesk desk = new TestDesk();
        for (int i = 0; i < jobs; i++) {
            JobStatus status = jobs > 1 && i < 6 ? JobStatus.values()[i] : JobStatus.COMPLETED;
            desk.client.jobs.put("job-" + i, SampleJobs.summary("job-" + i, status));
        }
        return desk;
    }

    private static Screen history(int jobs, boolean never) {
        TestDesk desk = desk(jobs, never);
        DesktopContext c = desk.context();
        DesktopContext context = never
                ? new DesktopContext(
                        c.client(),
                        // Calls that never come back, as on a slow line.
                        new Background(task -> {}, Runnable::run),
                        c.delay(),
                        c.settings(),
                        c.formats(),
                        c.clock(),
                        c.navigation())
                : c;
        return new HistoryController(context, desk.feed, (w, n) -> Optional.empty());
    }

    private static Screen configurations(int count) {
        TestDesk desk = new TestDesk();
        for (int i = 0; i < count; i++) {
            desk.client.configurations.add(SampleJobs.configuration(i, LifecycleStage.values()[i % 4]));
        }
        return new ConfigurationsController(desk.context(), (w, n) -> Optional.empty());
    }

    private static Screen comparison() {
        TestDesk desk = new TestDesk();
        for (String id : List.of("a", "b", "c")) {
            desk.client.jobs.put(id, SampleJobs.summary(id, JobStatus.COMPLETED));
        }
        desk.client.results.put("a", SampleJobs.results(JobStatus.COMPLETED));
        desk.client.results.put("b", SampleJobs.results(JobStatus.CANCELLED));
        return new ComparisonController(List.of("a", "b", "c"), desk.context(), (w, n) -> Optional.empty(), () -> {});
    }

    private static Screen settings() {
        TestDesk desk = new TestDesk();
        Settings settings = desk.context().settings();
        AccuracyViewModel accuracy = new AccuracyViewModel(
                desk.context().client(),
                desk.context().background(),
                desk.context().formats(),
                Failures::sentence);
        return new SettingsController(settings, accuracy, desk.context().background(), (url, token) -> null, () -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history-loading",
                "history-one-row",
                "history-100000-rows",
                "history-several-chosen",
                "history-filters",
                "configurations",
                "configurations-empty",
                "comparison",
                "settings",
                "palette",
                "help",
                "tour"
            })
    void every_state_is_drawn_in_both_themes(String state) {
        for (boolean dark : new boolean[] {false, true}) {
            Path file = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> draw(state, dark));

            assertThat(file).isNotEmptyFile();
        }
    }

    private Path draw(String state, boolean dark) {
        Screen screen = STATES.get(state).get();
        boolean over = List.of("palette", "help", "tour").contains(state);
        Parent shown = over ? Snapshots.overPage(screen.root()) : screen.root();
        Snapshots.show(stage, shown, dark);
        screen.opened();
        shown.applyCss();
        shown.layout();
        TableView<?> table = (TableView<?>) shown.lookup(".table-view");
        if (state.equals("history-several-chosen")) {
            table.getSelectionModel().selectRange(5, 9);
        } else if (state.equals("history-filters")) {
            ((ToggleButton) shown.lookup("#filterButton")).setSelected(true);
        } else if (state.equals("history-100000-rows")) {
            assertThat(((Labeled) shown.lookup("#countLabel")).getText()).isEqualTo("100 of 100,000 trainings");
        } else if (state.equals("configurations")) {
            table.getSelectionModel().select(2);
        }
        String name = "gallery/" + state + (dark ? "-dark" : "-light");
        Path written = Snapshots.write(shown, name);
        screen.closed();
        return written;
    }
}
