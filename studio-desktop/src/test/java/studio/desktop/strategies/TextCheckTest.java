package studio.desktop.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Background;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;

class TextCheckTest implements TextCheck.Listener {
    private final TestDesk desk = new TestDesk();
    /** Requests that are on their way; running one has the server answer it. */
    private final Deque<Runnable> underWay = new ArrayDeque<>();

    private final List<String> heard = new ArrayList<>();
    private boolean busy;
    private final TextCheck checks =
            new TextCheck(desk.context(new Background(underWay::add, Runnable::run)), this, is -> busy = is);

    private static StrategyCheckRequest of(String text) {
        return new StrategyCheckRequest(text, null, null, null, null, null, null, null);
    }

    @Override
    public void onChecked(StrategyCheckRequest request, StrategyCheck check) {
        heard.add(String.valueOf(request.text()));
    }

    @Override
    public void onFailed(Exception why) {
        heard.add("failed");
    }

    @Test
    void letters_typed_quickly_are_checked_once() {
        for (String text : List.of("a", "ab", "abc")) {
            checks.soon(of(text));
        }
        assertThat(underWay).isEmpty();

        desk.delay.pass();
        underWay.remove().run();

        assertThat(heard).containsExactly("abc");
        assertThat(underWay).isEmpty();
        assertThat(busy).isFalse();
    }

    @Test
    void a_check_that_hangs_is_overtaken_and_its_late_answer_dropped() {
        checks.now(of("slow"));
        checks.now(of("newer"));
        assertThat(underWay).hasSize(2);

        underWay.removeLast().run();
        assertThat(heard).containsExactly("newer");
        assertThat(busy).isFalse();

        underWay.removeLast().run();
        assertThat(heard).containsExactly("newer");
    }

    @Test
    void a_server_that_is_slow_gets_three_at_most_and_then_the_newest() {
        for (int i = 1; i <= 9; i++) {
            checks.now(of("text " + i));
        }
        assertThat(underWay).hasSize(3);

        underWay.removeFirst().run();
        assertThat(underWay).hasSize(3);
        underWay.removeLast().run();

        assertThat(heard).containsExactly("text 9");
        underWay.removeFirst().run();
        underWay.removeFirst().run();
        assertThat(heard).containsExactly("text 9");
        assertThat(underWay).isEmpty();
    }

    @Test
    void the_same_text_is_asked_for_once_while_its_answer_is_awaited() {
        checks.now(of("same"));
        checks.now(of("same"));

        assertThat(underWay).hasSize(1);
        underWay.remove().run();
        assertThat(heard).containsExactly("same");
    }

    @Test
    void what_was_let_go_of_is_not_heard_and_can_be_asked_for_again() {
        checks.now(of("left"));
        checks.letGo();
        underWay.removeFirst().run();
        assertThat(heard).isEmpty();

        checks.now(of("left"));
        underWay.removeFirst().run();
        assertThat(heard).containsExactly("left");
    }

    @Test
    void a_failure_is_heard_unless_the_text_has_moved_on() {
        desk.client.written.away = true;
        checks.now(of("one"));
        checks.soon(of("two"));
        underWay.remove().run();
        assertThat(heard).isEmpty();

        desk.delay.pass();
        underWay.remove().run();

        assertThat(heard).containsExactly("failed");
    }
}
