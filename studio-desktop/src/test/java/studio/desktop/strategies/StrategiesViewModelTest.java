package studio.desktop.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.desktop.context.DesktopContext;
import studio.desktop.fakes.FakeStrategyClient;
import studio.desktop.fakes.TestDesk;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.TextProblem;

class StrategiesViewModelTest {
    private static final String CROSS = "strategy \"My cross\"\nenter long when close > open\n";

    private final TestDesk desk = new TestDesk();
    private final FakeStrategyClient server = desk.client.written;
    private final DesktopContext context = desk.context();
    private StrategiesViewModel viewModel = new StrategiesViewModel(context);

    @BeforeEach
    void store() {
        server.create(new SaveStrategyRequest(CROSS, "first", null, null, null));
    }

    private void start() {
        viewModel = new StrategiesViewModel(context);
        viewModel.load();
    }

    private StrategyItem item(Predicate<StrategyItem> wanted) {
        return viewModel.items().shown().stream().filter(wanted).findFirst().orElseThrow();
    }

    private void open(String key) {
        viewModel.open(item(i -> i.key().equals(key)));
    }

    private void type(String text) {
        viewModel.editor().textProperty().set(text);
    }

    private Opened opened() {
        Opened now = viewModel.editor().openedProperty().get();
        assertThat(now).isNotNull();
        return now;
    }

    @Test
    void a_draft_of_a_saved_strategy_can_be_written_on_while_the_server_is_away_and_joins_it_later() {
        start();
        open("MY_CROSS");
        type(CROSS + "// mine");
        server.away = true;
        start();

        assertThat(viewModel.items().shown()).extracting(StrategyItem::title).containsExactly("My cross");
        assertThat(viewModel.editor().textProperty().get()).isEqualTo(CROSS + "// mine");
        assertThat(opened().readOnly()).isFalse();
        type(CROSS + "// mine and more");
        viewModel.discard();
        assertThat(viewModel.editor().textProperty().get())
                .as("there is nothing known to go back to")
                .endsWith("and more");

        server.away = false;
        viewModel.load();

        assertThat(viewModel.items().shown())
                .filteredOn(i -> i.key().equals("MY_CROSS"))
                .singleElement()
                .matches(i -> i.draft() && i.info() != null);
        assertThat(viewModel.editor().textProperty().get()).endsWith("and more");
        viewModel.saving().save();
        assertThat(server.versions.get("MY_CROSS")).hasSize(2);
    }

    @Test
    void a_row_is_marked_as_edited_with_the_first_letter_and_no_longer_with_the_last_one_gone() {
        start();
        open("MY_CROSS");

        type(CROSS + "#");
        assertThat(item(i -> i.key().equals("MY_CROSS")).draft()).isTrue();

        type(CROSS);
        assertThat(item(i -> i.key().equals("MY_CROSS")).draft()).isFalse();
    }

    @Test
    void a_new_one_is_listed_under_the_title_that_is_being_typed() {
        start();
        viewModel.createFrom("strategy \"Fresh\"\n");

        type("strategy \"Fresh idea\"\n");

        assertThat(item(i -> i.info() == null).title()).isEqualTo("Fresh idea");
    }

    @Test
    void nothing_of_the_text_before_stays_when_another_one_is_opened() {
        start();
        open("MY_CROSS");
        server.away = true;
        type(CROSS + "// unchecked");
        desk.delay.pass();
        assertThat(viewModel.editor().stateProperty().get()).isNotEmpty();
        server.away = false;

        open("LIQUIDITY_SWEEP");

        assertThat(viewModel.editor().stateProperty().get()).isEmpty();
        assertThat(viewModel.editor().previewStaleProperty().get()).isFalse();
    }

    @Test
    void a_check_that_was_dropped_when_the_page_was_left_is_made_up_for() {
        start();
        open("MY_CROSS");
        type(CROSS + "// more");
        viewModel.editor().letGo();
        desk.delay.pass();
        assertThat(viewModel.editor().isChecked()).isFalse();

        viewModel.editor().checkIfMissing();

        assertThat(viewModel.editor().isChecked()).isTrue();
        int checks = server.checks.size();
        viewModel.editor().checkIfMissing();
        assertThat(server.checks).hasSize(checks);
    }

    @Test
    void an_emptied_text_cannot_be_saved_and_shows_no_old_problems() {
        server.checked = request -> wrong();
        start();
        open("MY_CROSS");
        type("strategy \"My cross\"\nentr");
        desk.delay.pass();
        assertThat(viewModel.saving().blockedProperty().get()).contains("1 problem");

        type("  \n");

        assertThat(viewModel.editor().checkProperty().get()).isNull();
        assertThat(viewModel.saving().blockedProperty().get()).contains("empty");
        viewModel.saving().save();
        assertThat(server.versions.get("MY_CROSS")).hasSize(1);
    }

    @Test
    void a_text_that_is_refused_unchecked_stays_a_draft() {
        server.checked = request -> String.valueOf(request.text()).contains("entr\n") ? wrong() : right();
        start();
        open("MY_CROSS");
        type(CROSS + "entr\n");
        assertThat(viewModel.saving().blockedProperty().get())
                .as("the check has not come back yet")
                .isEmpty();

        viewModel.saving().save();

        assertThat(viewModel.saving().problemProperty().get()).contains("problem");
        assertThat(server.versions.get("MY_CROSS")).hasSize(1);
        assertThat(viewModel.hasDraft()).isTrue();
        start();
        assertThat(viewModel.editor().textProperty().get()).isEqualTo(CROSS + "entr\n");
    }

    @Test
    void a_damaged_draft_is_reported_once_and_breaks_nothing() {
        context.settings().remember("strategies.draft.MY_CROSS", "{\"basedOn\": 1}");

        start();
        viewModel.load();

        assertThat(desk.went)
                .filteredOn(w -> w.contains("strategies.damaged-draft.MY_CROSS"))
                .hasSize(1);
        open("MY_CROSS");
        assertThat(viewModel.editor().textProperty().get()).isEqualTo(CROSS);
    }

    private static StrategyCheck right() {
        return new StrategyCheck(List.of(), "My cross", "", List.of(), 1, 0, 50, null, List.of(), null, null);
    }

    private static StrategyCheck wrong() {
        TextProblem problem = new TextProblem(2, 1, 4, "'entr' is no statement", "enter");
        return new StrategyCheck(List.of(problem), "My cross", "", List.of(), 1, 0, 50, null, List.of(), null, null);
    }
}
