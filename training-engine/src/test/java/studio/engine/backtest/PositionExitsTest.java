package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.engine.backtest.Scene.bar;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.model.result.ExitReason;
import studio.model.result.Side;
import studio.model.result.TradeView;

/** Exits by signal and time, and positions without stop or target, worked out by hand. */
class PositionExitsTest {
    private static final double[] QUIET = bar(100, 101, 99, 100);

    @Test
    void without_any_rule_of_exit_a_position_is_held_to_the_last_close() {
        Scene scene = new Scene(QUIET, QUIET, bar(100, 300, 1, 50), bar(50, 60, 40, 55)).enterLong(0);

        TradeView trade = scene.trade();

        assertThat(trade.exitReason()).isEqualTo(ExitReason.END_OF_DATA);
        assertThat(trade.exitPrice()).isEqualTo(55);
        assertThat(trade.bars()).isEqualTo(3);
        assertThat(scene.run().equity()).containsExactly(1_000, 1_000, 500, 550);
    }

    @Test
    void an_exit_signal_is_filled_at_the_next_open_before_that_bar_can_hit_the_stop() {
        Scene scene = new Scene(QUIET, QUIET, QUIET, bar(97, 98, 90, 91), QUIET)
                .enterLong(0)
                .exit(1, 2)
                .stop(5);

        TradeView trade = scene.trade();

        assertThat(trade.exitReason()).isEqualTo(ExitReason.EXIT_SIGNAL);
        assertThat(trade.exitPrice()).isEqualTo(97);
        assertThat(trade.exitTime().toEpochMilli()).isEqualTo(3 * 3_600_000L);
        // Bars 1 and 2; it is left before bar 3 trades.
        assertThat(trade.bars()).isEqualTo(2);
    }

    @Test
    void filled_at_the_close_an_exit_signal_comes_after_the_stop_of_its_bar() {
        double[] fall = bar(97, 98, 90, 91);
        Scene kept =
                new Scene(QUIET, QUIET, fall, QUIET).enterLong(0).exit(1, 2).fillAtClose();
        Scene stopped = new Scene(QUIET, QUIET, fall, QUIET)
                .enterLong(0)
                .exit(1, 2)
                .stop(5)
                .fillAtClose();

        assertThat(kept.trade().exitReason()).isEqualTo(ExitReason.EXIT_SIGNAL);
        assertThat(kept.trade().exitPrice()).isEqualTo(91);
        assertThat(kept.trade().bars()).isEqualTo(2);
        assertThat(stopped.trade().exitReason()).isEqualTo(ExitReason.STOP);
        assertThat(stopped.trade().exitPrice()).isEqualTo(95);
    }

    @Test
    void a_bar_that_enters_and_leaves_the_same_side_enters_nothing_and_turns_nothing() {
        assertThat(new Scene(QUIET, QUIET, QUIET).enterLong(0).exit(1, 0).trades())
                .isEmpty();

        List<TradeView> trades = new Scene(QUIET, QUIET, QUIET, QUIET, QUIET)
                .enterLong(0)
                .enterShort(2)
                .exit(-1, 2)
                .trades();

        assertThat(trades).extracting(TradeView::exitReason).containsExactly(ExitReason.END_OF_DATA);
        assertThat(trades).extracting(TradeView::side).containsExactly(Side.LONG);
    }

    @Test
    void an_exit_signal_beside_an_opposite_entry_turns_the_position() {
        List<TradeView> trades = new Scene(QUIET, QUIET, QUIET, bar(98, 99, 97, 98), QUIET)
                .enterLong(0)
                .exit(1, 2)
                .enterShort(2)
                .trades();

        assertThat(trades)
                .extracting(TradeView::exitReason)
                .containsExactly(ExitReason.OPPOSITE_SIGNAL, ExitReason.END_OF_DATA);
        assertThat(trades.get(0).exitPrice()).isEqualTo(98);
        assertThat(trades.get(1).side()).isEqualTo(Side.SHORT);
        assertThat(trades.get(1).entryPrice()).isEqualTo(98);
    }

    @Test
    void exit_signals_of_the_other_side_and_of_bars_before_the_entry_say_nothing() {
        TradeView trade = new Scene(QUIET, QUIET, QUIET, QUIET, QUIET)
                .exit(1, 0)
                .enterLong(1)
                .exit(-1, 2)
                .exit(-1, 3)
                .trade();

        assertThat(trade.exitReason()).isEqualTo(ExitReason.END_OF_DATA);
    }

    @Test
    void after_an_exit_signal_the_close_of_the_bar_it_was_filled_in_may_enter_again() {
        List<TradeView> trades = new Scene(QUIET, QUIET, QUIET, bar(105, 106, 104, 105), bar(107, 108, 106, 107), QUIET)
                .enterLong(0)
                .exit(1, 2)
                .enterLong(3)
                .trades();

        assertThat(trades).extracting(TradeView::entryPrice).containsExactly(100.0, 107.0);
    }

    @Test
    void a_time_limit_closes_on_the_close_of_its_bar_and_comes_before_an_exit_signal_there() {
        Scene scene = new Scene(QUIET, QUIET, bar(100, 104, 99, 103), QUIET, QUIET)
                .enterLong(0)
                .maxHolding(2);

        assertThat(scene.trade().exitReason()).isEqualTo(ExitReason.MAX_HOLDING);
        assertThat(scene.trade().exitPrice()).isEqualTo(103);
        assertThat(scene.exit(1, 2).trade().exitReason()).isEqualTo(ExitReason.MAX_HOLDING);
    }

    @Test
    void on_the_last_close_an_exit_signal_still_counts_but_no_turn() {
        Scene scene =
                new Scene(QUIET, QUIET, bar(100, 104, 99, 103)).enterLong(0).fillAtClose();

        assertThat(scene.exit(1, 2).trade().exitReason()).isEqualTo(ExitReason.EXIT_SIGNAL);
        assertThat(scene.enterShort(2).trade().exitReason()).isEqualTo(ExitReason.EXIT_SIGNAL);
    }

    @Test
    void a_target_without_a_stop_is_met_or_passed_at_the_open() {
        Scene met = new Scene(QUIET, QUIET, bar(100, 106, 20, 104), QUIET)
                .enterLong(0)
                .target(5);
        Scene passed = new Scene(QUIET, QUIET, bar(108, 109, 107, 108), QUIET)
                .enterLong(0)
                .target(5);

        assertThat(met.trade().exitReason()).isEqualTo(ExitReason.TARGET);
        assertThat(met.trade().exitPrice()).isEqualTo(105);
        assertThat(passed.trade().exitPrice()).isEqualTo(108);
    }

    @Test
    void distances_that_are_not_known_or_not_above_zero_enter_nothing() {
        for (double distance : new double[] {Double.NaN, 0, -1}) {
            assertThat(new Scene(QUIET, QUIET, QUIET)
                            .enterLong(0)
                            .stop(distance)
                            .trades())
                    .isEmpty();
            assertThat(new Scene(QUIET, QUIET, QUIET)
                            .enterLong(0)
                            .target(distance)
                            .trades())
                    .isEmpty();
        }
        assertThat(new Scene(QUIET, QUIET, QUIET).enterLong(0).stop(100).trades())
                .as("a long's stop at 0 cannot be met")
                .isEmpty();
        assertThat(new Scene(QUIET, QUIET, QUIET).enterShort(0).stop(100).trades())
                .hasSize(1);
    }
}
