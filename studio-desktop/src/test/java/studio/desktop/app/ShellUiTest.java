package studio.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fx.Texts;
import studio.model.job.JobStatus;

@ExtendWith(ApplicationExtension.class)
class ShellUiTest {
    private final TestStart start = new TestStart();
    private StudioApplication app = new StudioApplication();
    private Stage stage;
    private ShellHandle shell;

    @Start
    void prepare(Stage shown) {
        stage = shown;
    }

    @BeforeEach
    void handle(FxRobot robot) {
        shell = new ShellHandle(robot, stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            app.stop();
            stage.hide();
            Texts.use(Locale.ENGLISH);
        });
        start.close();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> app.show(stage, start.start()));
    }

    private void openStudio(FxRobot robot) {
        open(robot);
        shell.waitUntilShown("train");
        shell.waitFor(() -> !shell.disabled("train"));
    }

    @Test
    void train_strategy_opens_the_progress_over_the_page_and_esc_closes_it(FxRobot robot) {
        openStudio(robot);

        shell.click("train");
        shell.waitUntilShown("progressScreen");
        robot.push(KeyCode.ESCAPE);

        shell.waitFor(() -> !shell.shows("progressScreen"));
        assertThat(start.client.started).hasSize(1);
        assertThat(start.client.started.get(0).strategy()).isEqualTo("LIQUIDITY_SWEEP");
        assertThat(start.client.started.get(0).symbol()).isEqualTo("SIM/USDT");
    }

    @Test
    void control_enter_trains(FxRobot robot) {
        openStudio(robot);

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        shell.waitUntilShown("progressScreen");
    }

    @Test
    void nobody_trains_from_a_page_where_the_form_is_not_seen(FxRobot robot) {
        openStudio(robot);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        shell.waitUntilShown("historyScreen");

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        shell.waitUntilShown("train");
        // One that is being started says so until the server has it: looked at in this order none can slip through.
        assertThat(shell.text("blocked")).isEmpty();
        assertThat(start.client.started).isEmpty();

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        shell.waitUntilShown("progressScreen");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        shell.waitFor(() -> !shell.shows("progressScreen"));
        shell.waitFor(() -> shell.text("blocked").isEmpty());
        assertThat(start.client.started).hasSize(1);
    }

    @Test
    void another_language_is_shown_on_the_page_where_it_was_chosen(FxRobot robot) {
        openStudio(robot);
        robot.push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(Page.SETTINGS.ordinal() + 1)));
        shell.waitUntilShown("themeDark");

        robot.interact(() -> robot.lookup("#language")
                .queryAs(ChoiceBox.class)
                .getSelectionModel()
                .selectLast());

        shell.waitFor(() -> robot.lookup("#themeDark")
                .tryQueryAs(ToggleButton.class)
                .filter(button -> button.getText().equals("Dunkel"))
                .isPresent());
    }

    @Test
    void the_apps_own_server_is_started_again_when_it_has_gone(FxRobot robot) {
        AtomicInteger revived = new AtomicInteger();
        start.revive = () -> {
            revived.incrementAndGet();
            start.client.away = false;
            return false;
        };
        openStudio(robot);
        start.client.away = true;

        shell.waitFor(() -> shell.shows("bannerLabel"));
        assertThat(shell.text("bannerLabel")).contains("starts it again");
        shell.waitFor(() -> revived.get() == 1);
        shell.waitFor(() -> !shell.shows("bannerLabel"));
    }

    @Test
    void an_own_server_that_has_gone_to_another_address_is_connected_to_there(FxRobot robot) {
        AtomicInteger revived = new AtomicInteger();
        start.revive = () -> {
            start.client.away = false;
            return revived.incrementAndGet() == 1;
        };
        openStudio(robot);
        int before = start.connections.get();
        start.client.away = true;

        shell.waitFor(() -> start.connections.get() == before + 1);
        shell.waitUntilShown("train");
        assertThat(revived).hasValue(1);
    }

    @Test
    void the_number_of_running_trainings_leads_to_the_one_that_runs(FxRobot robot) {
        start.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
        openStudio(robot);
        shell.waitFor(() ->
                robot.lookup("#statusJobs").queryAs(Hyperlink.class).getText().startsWith("1 "));

        robot.interact(
                () -> robot.lookup("#statusJobs").queryAs(Hyperlink.class).fire());

        shell.waitUntilShown("progressScreen");
    }

    @Test
    void a_wrong_field_says_so_under_it_and_keeps_the_button_from_training(FxRobot robot) {
        openStudio(robot);

        shell.write("iterations", "many");

        shell.waitFor(() -> shell.disabled("train"));
        assertThat(shell.text("blocked")).isEqualTo("One field needs your attention.");
        shell.write("iterations", "50");
        shell.waitFor(() -> !shell.disabled("train"));
    }

    @Test
    void keys_open_the_pages_and_the_theme_is_stored_at_once(FxRobot robot) {
        openStudio(robot);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        shell.waitUntilShown("historyScreen");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        shell.waitUntilShown("configurationsScreen");
        robot.push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(Page.SETTINGS.ordinal() + 1)));
        shell.waitUntilShown("themeDark");
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "settings-light"));
        shell.click("themeDark");

        shell.waitFor(() -> "DARK".equals(start.stored.get("theme")));
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "settings-dark"));
    }

    @Test
    void settings_keep_what_is_wrong_out_and_test_the_connection(FxRobot robot) {
        openStudio(robot);
        shell.click("railSettings");
        shell.waitUntilShown("poll");

        shell.write("poll", "0.1");
        shell.write("server", "http://127.0.0.1:9999");
        shell.click("test");

        shell.waitFor(() -> shell.text("testing").startsWith("✓"));
        assertThat(start.stored).doesNotContainKey("poll.millis").containsEntry("server.url", "http://127.0.0.1:9999");
        shell.write("poll", "5");
        shell.waitFor(() -> "5000".equals(start.stored.get("poll.millis")));
    }

    @Test
    void a_server_that_is_away_is_told_by_a_banner_until_it_is_back(FxRobot robot) {
        openStudio(robot);

        start.client.away = true;
        robot.push(KeyCode.F5);
        shell.waitUntilShown("banner");
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "shell-away-light"));
        start.client.away = false;
        robot.push(KeyCode.F5);

        shell.waitFor(() -> !shell.shows("banner"));
    }

    @Test
    void a_failed_start_says_what_is_wrong_and_tries_again(FxRobot robot) {
        start.failure = "PostgreSQL could not be started: the disk is full. Free some space and try again.";
        open(robot);
        shell.waitUntilShown("failure");
        assertThat(shell.text("saying")).isEqualTo(start.failure);
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "start-failed-light"));

        start.failure = "";
        shell.click("tryAgain");

        shell.waitUntilShown("train");
    }

    @Test
    void the_palette_finds_a_command_by_its_words_and_runs_it(FxRobot robot) {
        openStudio(robot);

        robot.push(KeyCode.CONTROL, KeyCode.K);
        shell.waitUntilShown("paletteField");
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "palette-light"));
        shell.write("paletteField", "hist");
        robot.push(KeyCode.ENTER);

        shell.waitUntilShown("historyScreen");
        assertThat(shell.shows("palette")).isFalse();
    }

    @Test
    void the_palette_finds_trainings_too(FxRobot robot) {
        start.client.jobs.put("a-sweep", SampleJobs.summary("a-sweep", JobStatus.COMPLETED));
        openStudio(robot);

        robot.push(KeyCode.CONTROL, KeyCode.K);
        shell.waitUntilShown("paletteField");
        shell.write("paletteField", "a-sweep");
        shell.waitFor(() -> shell.items("paletteList") == 1);
        robot.push(KeyCode.ENTER);

        shell.waitUntilShown("resultsScreen");
    }

    @Test
    void the_palette_opens_a_strategy_and_begins_a_new_one_that_ctrl_s_saves(FxRobot robot) {
        openStudio(robot);

        robot.push(KeyCode.CONTROL, KeyCode.K);
        shell.waitUntilShown("paletteField");
        shell.write("paletteField", "open liquidity");
        shell.waitFor(() -> shell.items("paletteList") == 1);
        robot.push(KeyCode.ENTER);
        shell.waitFor(() -> shell.shows("heading") && shell.text("heading").equals("Liquidity sweep"));

        robot.push(KeyCode.CONTROL, KeyCode.K);
        shell.waitUntilShown("paletteField");
        shell.write("paletteField", "new strat");
        robot.push(KeyCode.ENTER);
        shell.waitFor(() -> shell.text("heading").equals("Untitled strategy"));
        shell.waitFor(() -> !shell.disabled("saveButton"));
        robot.push(KeyCode.CONTROL, KeyCode.S);

        shell.waitFor(() -> start.client.written.versions.containsKey("UNTITLED_STRATEGY"));
        shell.waitUntilShown("noteBox");
        assertThat(stage.getScene().lookup("#noteBox").isMouseTransparent()).isTrue();
    }

    @Test
    void f1_explains_figures_fields_parameters_and_keys(FxRobot robot) {
        openStudio(robot);

        robot.push(KeyCode.F1);
        shell.waitUntilShown("helpField");
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "help-light"));
        shell.write("helpField", "deviation of returns");
        shell.waitFor(() -> shell.items("helpTable") == 1);
        shell.write("helpField", "How far price must pierce");
        shell.waitFor(() -> shell.items("helpTable") == 1);
        shell.write("helpField", "Ctrl+Enter");

        shell.waitFor(() -> shell.items("helpTable") >= 1);
    }

    @Test
    void a_new_analyst_is_led_through_four_steps_once(FxRobot robot) {
        start.stored.remove(Tour.SEEN);
        open(robot);
        shell.waitUntilShown("tourTitle");
        robot.interact(() -> Snapshots.write(stage.getScene().getRoot(), "tour-light"));
        assertThat(shell.text("tourCount")).isEqualTo("1 of 4");

        shell.click("tourNext");
        shell.click("tourNext");
        shell.click("tourNext");
        assertThat(shell.text("tourCount")).isEqualTo("4 of 4");
        shell.waitUntilShown("historyScreen");
        shell.click("tourNext");

        shell.waitFor(() -> !shell.shows("tourTitle"));
        assertThat(start.stored).containsEntry(Tour.SEEN, "yes");
        shell.waitUntilShown("train");
    }

    @Test
    void a_job_that_ends_in_the_background_is_told_and_opened_from_the_note(FxRobot robot) {
        start.client.progress.put(SampleJobs.JOB_ID, SampleJobs.optimizing());
        openStudio(robot);
        shell.click("train");
        shell.waitUntilShown("progressScreen");
        robot.push(KeyCode.ESCAPE);
        shell.waitFor(() -> start.signalled.contains("55 %"));

        start.client.progress.put(SampleJobs.JOB_ID, SampleJobs.completed());

        shell.waitUntilShown("noteBox");
        assertThat(shell.text("note")).endsWith("BTC/USDT · 5m: Training completed.");
        shell.waitFor(() -> start.signalled.stream().anyMatch(words -> words.endsWith(": Training completed."))
                && start.signalled.contains("no progress"));
        shell.click("noteAction");
        shell.waitUntilShown("progressScreen");
    }

    @Test
    void a_training_that_was_watched_is_found_again_after_a_restart_and_one_sent_to_the_background_is_not_shown(
            FxRobot robot) {
        start.client.progress.put(SampleJobs.JOB_ID, SampleJobs.optimizing());
        openStudio(robot);
        shell.click("train");
        shell.waitUntilShown("progressScreen");

        restart(robot);
        shell.waitUntilShown("progressScreen");
        robot.push(KeyCode.ESCAPE);
        shell.waitFor(() -> !shell.shows("progressScreen"));
        restart(robot);

        shell.waitUntilShown("train");
        assertThat(shell.shows("progressScreen")).isFalse();
        assertThat(start.stored.get("jobs.followed")).isEqualTo(SampleJobs.JOB_ID);
    }

    private void restart(FxRobot robot) {
        robot.interact(() -> app.stop());
        app = new StudioApplication();
        open(robot);
    }

    @Test
    void what_was_typed_is_there_again_after_a_restart(FxRobot robot) {
        openStudio(robot);
        shell.write("iterations", "1x");
        robot.interact(() -> app.stop());

        app = new StudioApplication();
        open(robot);
        shell.waitUntilShown("iterations");

        assertThat(shell.text("iterations")).isEqualTo("1x");
    }
}
