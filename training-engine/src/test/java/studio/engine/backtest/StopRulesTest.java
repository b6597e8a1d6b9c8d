package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.engine.backtest.Scene.bar;

import org.junit.jupiter.api.Test;
import studio.engine.strategy.PositionRules.Trail;
import studio.model.result.ExitReason;
import studio.model.result.TradeView;

/** Trailing and break-even stops, worked out by hand. */
class StopRulesTest {
    private static final double NAN = Double.NaN;
    private static final double[] QUIET = bar(100, 101, 99, 100);

    @Test
    void a_fixed_distance_follows_the_highest_high_from_the_next_bar_on() {
        // Entry at 100, stop at 97; the high of 110 moves it to 107, but only for the bar after it.
        Scene scene = new Scene(QUIET, QUIET, bar(101, 110, 100, 109), bar(109, 109.5, 106, 108), QUIET)
                .enterLong(0)
                .trail(Trail.FIXED_DISTANCE, 3, 9, 9, 9, 9);

        assertStop(scene.trade(), ExitReason.TRAILING_STOP, 107, 3);
    }

    @Test
    void a_fixed_distance_is_a_stop_from_the_entry_on() {
        Scene scene = new Scene(QUIET, bar(100, 100.5, 96, 98), QUIET).enterLong(0);

        assertStop(scene.trail(Trail.FIXED_DISTANCE, 3, 3, 3).trade(), ExitReason.TRAILING_STOP, 97, 1);
    }

    @Test
    void a_short_position_is_followed_from_above() {
        // Entry at 100; lows of 99 and 90 move the stop from 103 over 102 to 93.
        Scene scene = new Scene(QUIET, QUIET, bar(99, 100, 90, 91), bar(91, 95, 90.5, 94), QUIET)
                .enterShort(0)
                .trail(Trail.FIXED_DISTANCE, 3, 9, 9, 9, 9);

        assertStop(scene.trade(), ExitReason.TRAILING_STOP, 93, 3);
    }

    @Test
    void a_following_distance_is_read_at_each_close_and_never_loosens_the_stop() {
        // Stops: 95 in bar 1; after it 101 − 2 = 99 for bar 2; a wider distance and a missing one leave it there.
        Scene scene = new Scene(
                        QUIET,
                        bar(100, 101, 99.5, 100),
                        bar(100, 100.8, 99.2, 100),
                        bar(100, 100.8, 99.2, 100),
                        bar(100, 100.8, 98, 100),
                        QUIET)
                .enterLong(0)
                .trail(Trail.FOLLOWING_DISTANCE, 5, 2, 50, NAN, 2, 2);

        assertStop(scene.trade(), ExitReason.TRAILING_STOP, 99, 4);
    }

    @Test
    void a_trailed_price_counts_from_the_next_bar_and_a_lower_one_is_not_followed() {
        Scene scene = new Scene(QUIET, QUIET, QUIET, QUIET, bar(100, 101, 96, 99), QUIET)
                .enterLong(0)
                .trail(Trail.PRICE, 95, 98, 97, NAN, 99, 99);

        assertStop(scene.trade(), ExitReason.TRAILING_STOP, 98, 4);
    }

    @Test
    void a_price_on_the_winning_side_of_the_entry_does_not_count_at_the_entry_but_at_the_next_close_it_does() {
        // 102 would close the long at once; said again at the close of bar 1, it does so at the open of bar 2.
        Scene scene = new Scene(QUIET, QUIET, bar(100.5, 101, 100, 101), QUIET)
                .enterLong(0)
                .trail(Trail.PRICE, 102, 102, 102, 102);

        assertStop(scene.trade(), ExitReason.TRAILING_STOP, 100.5, 2);
    }

    @Test
    void an_initial_stop_holds_until_the_trail_is_tighter() {
        double[][] bars = {QUIET, QUIET, bar(100, 101, 95, 96), QUIET};
        Scene wide = new Scene(bars).enterLong(0).stop(4).trail(Trail.FIXED_DISTANCE, 10, 10, 10, 10);
        Scene tight = new Scene(bars).enterLong(0).stop(4).trail(Trail.FIXED_DISTANCE, 4, 4, 4, 4);

        assertStop(wide.trade(), ExitReason.STOP, 96, 2);
        // The high of 101 in bar 1 lifts the trail to 97.
        assertStop(tight.trade(), ExitReason.TRAILING_STOP, 97, 2);
    }

    @Test
    void after_the_gain_the_stop_moves_to_the_entry_from_the_next_bar_on() {
        // The bar that reaches 103 falls to 99 as well: which came first is not known, so that it does not count yet.
        Scene scene = new Scene(QUIET, QUIET, bar(100, 103, 99, 102), bar(102, 102, 99, 99.5), QUIET)
                .enterLong(0)
                .stop(5)
                .breakEven(3);

        assertStop(scene.trade(), ExitReason.BREAK_EVEN, 100, 3);
        assertThat(scene.trade().profit()).isEqualTo(0);
    }

    @Test
    void a_gap_through_the_entry_leaves_at_the_open_and_without_the_gain_the_stop_stays() {
        Scene gap = new Scene(QUIET, QUIET, bar(100, 103, 99, 102), bar(98, 99, 97, 98), QUIET)
                .enterLong(0)
                .breakEven(3);
        Scene tooLittle = new Scene(QUIET, QUIET, bar(100, 102.9, 99, 102), bar(98, 99, 94, 98), QUIET)
                .enterLong(0)
                .stop(5)
                .breakEven(3);

        assertStop(gap.trade(), ExitReason.BREAK_EVEN, 98, 3);
        assertStop(tooLittle.trade(), ExitReason.STOP, 95, 3);
    }

    @Test
    void a_short_breaks_even_below_its_entry() {
        Scene scene = new Scene(QUIET, QUIET, bar(99, 100, 97, 98), bar(98, 104, 98, 103), QUIET)
                .enterShort(0)
                .breakEven(3);

        assertStop(scene.trade(), ExitReason.BREAK_EVEN, 100, 3);
    }

    @Test
    void stops_at_the_same_price_are_called_by_the_plainest_name() {
        // Bar 2 reaches 104: the trail of 4 stands at the entry, where break-even moves the stop, too.
        double[][] bars = {QUIET, QUIET, bar(100, 104, 99, 103), bar(103, 103, 98, 99), QUIET};

        assertStop(
                new Scene(bars)
                        .enterLong(0)
                        .trail(Trail.FIXED_DISTANCE, 4, 4, 4, 4, 4)
                        .breakEven(3)
                        .trade(),
                ExitReason.BREAK_EVEN,
                100,
                3);
        assertStop(
                new Scene(QUIET, bar(100, 100, 95, 96), QUIET)
                        .enterLong(0)
                        .stop(4)
                        .trail(Trail.FIXED_DISTANCE, 4, 4, 4)
                        .trade(),
                ExitReason.STOP,
                96,
                1);
    }

    @Test
    void the_trail_begins_at_the_fill_with_its_slippage_and_the_bar_of_an_entry_at_the_close_has_passed() {
        // Bought at the close of bar 1, at 100 × 1.01; its own high of 120 came before the position.
        Scene scene = new Scene(QUIET, bar(100, 120, 99, 100), bar(100, 100, 97, 99), QUIET)
                .enterLong(1)
                .trail(Trail.FIXED_DISTANCE, 3, 3, 3, 3)
                .costs(0, 0.01)
                .fillAtClose();

        TradeView trade = scene.trade();

        assertThat(trade.entryPrice()).isEqualTo(101);
        assertStop(trade, ExitReason.TRAILING_STOP, 98 * 0.99, 1);
    }

    @Test
    void a_bar_that_touches_a_moved_stop_and_the_target_fills_the_stop() {
        Scene scene = new Scene(QUIET, QUIET, bar(100, 103, 99, 102), bar(102, 106, 99, 105), QUIET)
                .enterLong(0)
                .target(5)
                .breakEven(3);

        assertStop(scene.trade(), ExitReason.BREAK_EVEN, 100, 3);
    }

    @Test
    void a_trail_whose_distance_is_not_known_at_the_signal_enters_nothing_while_a_price_may_come_later() {
        Scene fixed = new Scene(QUIET, QUIET, QUIET).enterLong(0).trail(Trail.FIXED_DISTANCE, NAN, 3, 3);
        Scene following = new Scene(QUIET, QUIET, QUIET).enterLong(0).trail(Trail.FOLLOWING_DISTANCE, 0, 3, 3);
        Scene price = new Scene(QUIET, QUIET, bar(100, 101, 97, 100), QUIET)
                .enterLong(0)
                .trail(Trail.PRICE, NAN, 98, 98, 98);

        assertThat(fixed.trades()).isEmpty();
        assertThat(following.trades()).isEmpty();
        assertStop(price.trade(), ExitReason.TRAILING_STOP, 98, 2);
    }

    private static void assertStop(TradeView trade, ExitReason reason, double price, int bars) {
        assertThat(trade.exitReason()).isEqualTo(reason);
        assertThat(trade.exitPrice()).isEqualTo(price);
        assertThat(trade.bars()).isEqualTo(bars);
    }
}
