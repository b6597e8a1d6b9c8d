package studio.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignalListTest {
    @Test
    void any_number_of_signals_is_kept_in_order_with_its_side_bar_0_included() {
        SignalList list = new SignalList();

        for (int bar = 0; bar < 1_000; bar++) {
            list.add(3 * bar, bar % 2 == 0 ? Signals.SHORT : Signals.LONG);
        }

        assertThat(list.size()).isEqualTo(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(list.bar(i)).isEqualTo(3 * i);
            assertThat(list.signal(i)).isEqualTo(i % 2 == 0 ? Signals.SHORT : Signals.LONG);
        }
    }

    @Test
    void a_signal_out_of_order_is_refused_with_its_bar() {
        SignalList list = new SignalList();
        list.add(7, Signals.LONG);

        assertThatThrownBy(() -> list.add(7, Signals.SHORT)).hasMessageContaining("bar 7");
    }

    @Test
    void a_cleared_list_begins_anew() {
        SignalList list = new SignalList();
        list.add(7, Signals.LONG);

        list.clear();
        list.add(2, Signals.SHORT);

        assertThat(list.size()).isEqualTo(1);
        assertThat(list.bar(0)).isEqualTo(2);
    }

    @Test
    void signals_of_one_side_are_removed_on_the_bars_of_another_list() {
        SignalList list = new SignalList();
        for (int bar = 0; bar < 6; bar++) {
            list.add(bar, bar % 2 == 0 ? Signals.LONG : Signals.SHORT);
        }
        SignalList exits = new SignalList();
        exits.add(1, Signals.LONG);
        exits.add(2, Signals.LONG);
        exits.add(4, Signals.LONG);
        exits.add(9, Signals.LONG);

        list.removeOnBarsOf(exits, Signals.LONG);

        assertThat(list.size()).isEqualTo(4);
        assertThat(new int[] {list.bar(0), list.bar(1), list.bar(2), list.bar(3)})
                .containsExactly(0, 1, 3, 5);
    }
}
