package studio.desktop.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.desktop.fakes.FakeStrategyClient;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Background;
import studio.engine.language.LanguageReference;
import studio.model.strategy.SaveStrategyRequest;

@ExtendWith(ApplicationExtension.class)
class StrategiesUiTest {
    private static final String CROSS = """
            strategy "My cross"
            enter long when crossover(close, sma(close, 20))
            exit long when close < sma(close, 20)
            """;

    private final TestDesk desk = new TestDesk();
    private final FakeStrategyClient server = desk.client.written;
    private Path toImport = Path.of("none");
    private Path exported = Path.of("none");
    private Stage stage;
    private StrategiesController screen;
    private StrategiesHandle page;

    @TempDir
    Path folder;

    @Start
    void start(Stage shown) {
        stage = shown;
        server.functions = LanguageReference.list();
        server.checked = new RealChecks();
        server.create(new SaveStrategyRequest(CROSS, "first", null, null, null));
        show();
    }

    private void show() {
        screen = new StrategiesController(
                desk.context(),
                (over, name) -> Optional.of(exported = folder.resolve(name)),
                over -> Optional.of(toImport));
        Snapshots.show(stage, screen.root(), false);
        screen.opened();
        desk.delay.pass();
    }

    @BeforeEach
    void handle(FxRobot robot) {
        page = new StrategiesHandle(robot, screen.root());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(screen::closed);
    }

    private void settle(FxRobot robot) {
        robot.interact(desk.delay::pass);
    }

    @Test
    void a_saved_strategy_is_shown_with_its_trades_and_one_that_is_java_with_its_rules(FxRobot robot) {
        page.open("MY_CROSS");
        settle(robot);

        assertThat(page.written()).isEqualTo(CROSS);
        assertThat(page.text("heading")).isEqualTo("My cross");
        assertThat(page.text("preview-trades")).matches("[1-9][\\d,]*");
        assertThat(page.text("previewState")).startsWith("At the default of every input");
        assertThat(page.text("costLine")).startsWith("Warm-up: 20 candles. A run needs at least 50.");
        assertThat(page.disabled("saveButton")).isTrue();

        page.open("LIQUIDITY_SWEEP");

        assertThat(page.shows("rulesLabel")).isTrue();
        assertThat(page.shows("strategyText")).isFalse();
        assertThat(page.text("readOnlyLabel")).contains("written in Java");
    }

    @Test
    void what_is_wrong_is_listed_with_its_place_and_fixed_by_its_suggestion(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS.replace("crossover", "crosover"));
        settle(robot);

        assertThat(page.problems()).hasSize(1);
        assertThat(page.problems().get(0).line()).isEqualTo(2);
        assertThat(page.shows("problemList")).isTrue();
        assertThat(page.disabled("saveButton")).isTrue();
        assertThat(page.text("previewState")).isEqualTo("Preview of the last text without problems.");
        assertThat(page.area().getStyleOfChar(CROSS.indexOf("crossover") + 2)).contains("code-problem");

        page.caretBehind("crosover");
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        settle(robot);

        assertThat(page.written()).isEqualTo(CROSS);
        assertThat(page.shows("problemList")).isFalse();
    }

    @Test
    void an_underscore_of_a_suggested_name_is_shown(FxRobot robot) {
        page.open("MY_CROSS");
        page.write("strategy \"My cross\"\nstop_size = 2\nenter long when close > open\nstop stopsize * atr(14)\n");
        settle(robot);

        Labeled use = robot.from(page.node("problemList")).lookup(".button").query();
        assertThat(use.getText()).contains("stop_size");
        assertThat(use.isMnemonicParsing()).isFalse();
    }

    @Test
    void undo_never_brings_the_text_of_another_strategy(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS + "// mine");
        page.choose("newButton", "template-breakout");
        String begun = page.written();

        robot.interact(() -> page.area().undo());

        assertThat(page.written()).isEqualTo(begun);
    }

    @Test
    void an_underline_stays_with_its_word_while_the_text_before_it_grows(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS.replace("crossover", "crosover"));
        settle(robot);

        robot.interact(() -> page.area().insertText(0, "// a line above\n"));

        int at = page.written().indexOf("crosover");
        assertThat(page.area().getStyleOfChar(at)).contains("code-problem");
        assertThat(page.area().getStyleOfChar(at - 2)).doesNotContain("code-problem");
    }

    @Test
    void a_change_is_saved_as_the_next_version_and_an_older_one_can_be_read_and_compared(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS.replace("20", "30"));
        settle(robot);
        robot.interact(() -> ((javafx.scene.control.TextField) page.node("noteField")).setText("longer"));

        page.press("saveButton");

        assertThat(server.versions.get("MY_CROSS")).hasSize(2);
        assertThat(server.versions.get("MY_CROSS").get(1).note()).isEqualTo("longer");
        assertThat(page.text("subheading")).isEqualTo("MY_CROSS");
        assertThat(desk.went).contains("tell “My cross” saved as version 2.");

        page.version(1);

        assertThat(page.written()).isEqualTo(CROSS);
        assertThat(page.text("readOnlyLabel")).startsWith("Version 1 of 2");
        assertThat(page.area().isEditable()).isFalse();

        page.press("compareButton");

        assertThat(page.shows("versionDiff")).isTrue();

        page.press("closeDiff");
        page.press("restoreButton");

        assertThat(page.written()).isEqualTo(CROSS);
        assertThat(page.area().isEditable()).isTrue();
        assertThat(page.disabled("saveButton")).isFalse();
    }

    @Test
    void a_text_that_was_not_saved_is_there_after_a_restart(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS + "stop 2 * at");
        page.choose("newButton", "template-breakout");
        page.write("strategy \"Half");

        robot.interact(() -> {
            screen.closed();
            show();
        });
        page = new StrategiesHandle(robot, screen.root());

        assertThat(page.written()).isEqualTo("strategy \"Half");
        page.open("MY_CROSS");
        assertThat(page.written()).isEqualTo(CROSS + "stop 2 * at");
        assertThat(page.items()).anyMatch(i -> i.key().equals("MY_CROSS") && i.draft());
    }

    @Test
    void the_version_that_is_shown_stands_in_its_box_however_late_answers_come(FxRobot robot) {
        page.open("MY_CROSS");
        Deque<Runnable> answers = new ArrayDeque<>();
        robot.interact(() -> {
            screen.closed();
            screen = new StrategiesController(
                    desk.context(new Background(answers::add, Runnable::run)),
                    (over, name) -> Optional.empty(),
                    over -> Optional.empty());
            Snapshots.show(stage, screen.root(), false);
            screen.opened();
            while (!answers.isEmpty()) {
                answers.remove().run();
            }
        });
        page = new StrategiesHandle(robot, screen.root());

        assertThat(page.versions()).isEqualTo(1);
        assertThat(((ComboBox<?>) page.node("versionBox")).getValue()).isNotNull();
    }

    @Test
    void the_page_fits_beside_the_rail_of_the_smallest_window() {
        page.open("MY_CROSS");

        assertThat(screen.root().minWidth(-1)).isLessThanOrEqualTo(960 - 182);
    }

    @Test
    void somebody_elses_version_is_never_overwritten_silently(FxRobot robot) {
        page.open("MY_CROSS");
        server.save("MY_CROSS", new SaveStrategyRequest(CROSS.replace("20", "50"), "theirs", 1, null, null));
        page.write(CROSS.replace("20", "40"));
        settle(robot);

        page.press("saveButton");

        assertThat(page.shows("problemBanner")).isTrue();
        assertThat(page.text("problemLabel")).contains("version 2");
        assertThat(page.written()).contains("40");
        assertThat(server.versions.get("MY_CROSS")).hasSize(2);

        page.press("saveOnTopButton");

        assertThat(server.versions.get("MY_CROSS")).hasSize(3);
        assertThat(server.versions.get("MY_CROSS").get(2).text()).contains("40");
        assertThat(page.shows("problemBanner")).isFalse();
    }

    @Test
    void while_the_server_is_away_one_can_write_on_and_the_page_says_why_nothing_is_checked(FxRobot robot) {
        page.open("MY_CROSS");
        server.away = true;
        page.write(CROSS + "// more");
        settle(robot);

        assertThat(page.text("checkState")).startsWith("Server not responding.");
        assertThat(page.written()).endsWith("// more");

        server.away = false;
        page.write(CROSS + "// still more");
        settle(robot);

        assertThat(page.shows("checkState")).isFalse();
    }

    @Test
    void what_is_begun_is_completed_from_a_list_with_help(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS + "stop 2 * std");
        page.caretBehind("2 * std");
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);

        robot.push(KeyCode.ENTER);

        assertThat(page.written()).isEqualTo(CROSS + "stop 2 * stdev()");
        assertThat(page.area().getCaretPosition()).isEqualTo(page.written().length() - 1);
    }

    @Test
    void enter_behind_a_whole_word_begins_the_next_line(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS + "exit after 9 ");
        page.caretBehind("after 9 ");

        robot.write("bars");
        robot.push(KeyCode.ENTER);
        robot.write("#");

        assertThat(page.written()).isEqualTo(CROSS + "exit after 9 bars\n#");
    }

    @Test
    void f1_explains_the_word_under_the_caret(FxRobot robot) {
        page.open("MY_CROSS");
        page.caretBehind("crossov");
        robot.push(KeyCode.F1);

        assertThat(page.text("helpLabel")).startsWith("crossover(x, y)").contains("Warm-up:");
    }

    @Test
    void conditions_show_the_rules_as_choices_and_write_the_text(FxRobot robot) {
        page.open("MY_CROSS");
        settle(robot);
        page.press("conditionsToggle");

        assertThat(page.shows("conditionsPane")).isTrue();
        page.press("add-stop");
        settle(robot);

        assertThat(page.written()).isEqualTo(CROSS + "stop 2 * atr(14)\n");
        assertThat(page.problems()).isEmpty();
        assertThat(page.disabled("saveButton")).isFalse();
    }

    @Test
    void a_word_is_found_and_replaced_everywhere(FxRobot robot) {
        page.open("MY_CROSS");
        robot.interact(screen::search);
        robot.interact(() -> {
            ((javafx.scene.control.TextField) page.node("findField")).setText("sma");
            ((javafx.scene.control.TextField) page.node("replaceField")).setText("ema");
        });
        assertThat(page.text("findCount")).isEqualTo("2 found");

        page.press("replaceAllButton");

        assertThat(page.written()).isEqualTo(CROSS.replace("sma", "ema"));
    }

    @Test
    void a_strategy_goes_out_as_a_file_and_comes_back_as_a_new_one(FxRobot robot) throws IOException {
        page.open("MY_CROSS");
        page.choose("moreButton", "exportStrategy");

        assertThat(exported).hasFileName("my_cross-v1.strategy").hasContent(CROSS);

        toImport = Files.writeString(folder.resolve("other.strategy"), "\uFEFF" + CROSS.replace("My cross", "Other"));
        page.choose("newButton", "importStrategy");

        assertThat(page.written()).isEqualTo(CROSS.replace("My cross", "Other"));
        settle(robot);
        page.press("saveButton");
        assertThat(server.versions).containsKey("OTHER");
    }

    @Test
    void a_strategy_is_archived_after_a_question_and_comes_back(FxRobot robot) {
        page.open("MY_CROSS");
        page.choose("moreButton", "archiveStrategy");
        assertThat(server.archived).isEmpty();
        page.press("noButton");
        assertThat(server.archived).isEmpty();

        page.choose("moreButton", "archiveStrategy");
        page.press("yesButton");

        assertThat(server.archived).containsExactly("MY_CROSS");
        assertThat(page.items()).noneMatch(i -> i.key().equals("MY_CROSS"));
        page.press("unarchiveButton");
        assertThat(server.archived).isEmpty();
    }

    @Test
    void a_suggestion_is_not_put_into_a_text_that_has_moved_on_since_it_was_checked(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS.replace("crossover", "crosover"));
        settle(robot);
        String moved = "// above\n" + CROSS.replace("crossover", "crosover");
        robot.interact(() -> page.area().insertText(0, "// above\n"));
        page.caretBehind("My cross");

        robot.push(KeyCode.ALT, KeyCode.ENTER);

        assertThat(page.written()).isEqualTo(moved);
    }

    @Test
    void changes_that_are_not_saved_are_not_trained_without_a_word(FxRobot robot) {
        page.open("MY_CROSS");
        page.write(CROSS + "// mine");

        page.press("trainButton");

        assertThat(desk.went).doesNotContain("edit MY_CROSS");
        assertThat(page.text("questionLabel")).contains("Train version 1 without them?");
        page.press("yesButton");
        assertThat(desk.went).contains("edit MY_CROSS");
    }

    @Test
    void the_find_bar_goes_with_the_text_and_the_caret_comes_back_with_it(FxRobot robot) {
        page.open("MY_CROSS");
        robot.interact(screen::search);
        page.press("conditionsToggle");
        assertThat(page.shows("findBar")).isFalse();

        page.press("textToggle");

        assertThat(page.area().isFocused()).isTrue();
    }

    @Test
    void the_saved_version_leads_to_the_form(FxRobot robot) {
        page.open("MY_CROSS");

        page.press("trainButton");

        assertThat(desk.went).contains("edit MY_CROSS");
    }
}
