package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static studio.engine.backtest.Scene.bar;

import org.junit.jupiter.api.Test;
import studio.engine.strategy.Sizing;
import studio.model.result.TradeView;

/** Sizes worked out by hand: 1,000 of capital, entries at 100. */
class PositionSizeTest {
    private static final double[] QUIET = bar(100, 101, 99, 100);

    @Test
    void a_share_of_equity_is_spent_but_its_fee_fits_in_the_equity() {
        assertThat(sized(new Sizing.EquityShare(0.5)).trade().quantity()).isEqualTo(5);
        // 1,000 / 1.01 buys 9.90099 with a fee of 9.90099.
        TradeView all = sized(new Sizing.EquityShare(1)).costs(0.01, 0).trade();
        assertThat(all.quantity()).isCloseTo(9.900990099, within(1e-9));
        assertThat(sized(new Sizing.EquityShare(0.5)).costs(0.01, 0).trade().quantity())
                .isEqualTo(5);
    }

    @Test
    void a_risk_per_trade_is_lost_at_the_stop_and_capped_at_the_equity() {
        // The costs risk 2 %: 20 of 1,000 at a distance of 4 are 5 units; a distance of 1 would be 20 units.
        assertThat(sized(new Sizing.CostsRisk()).stop(4).trade().quantity()).isEqualTo(5);
        assertThat(sized(new Sizing.CostsRisk()).stop(1).trade().quantity()).isEqualTo(10);
        assertThat(sized(new Sizing.RiskPerTrade(0.01)).stop(4).trade().quantity())
                .isEqualTo(2.5);
    }

    @Test
    void a_volatility_wanted_is_a_share_of_that_of_the_market() {
        // 20 % a year of a market with 80 %: a quarter; of one with 10 %: all there is.
        assertThat(sized(new Sizing.TargetVolatility(0.2))
                        .volatility(0.8)
                        .trade()
                        .quantity())
                .isEqualTo(2.5);
        assertThat(sized(new Sizing.TargetVolatility(0.2))
                        .volatility(0.1)
                        .trade()
                        .quantity())
                .isEqualTo(10);
    }

    @Test
    void a_volatility_that_is_not_known_or_zero_enters_nothing() {
        for (double volatility : new double[] {Double.NaN, 0, -1}) {
            assertThat(sized(new Sizing.TargetVolatility(0.2))
                            .volatility(volatility)
                            .trades())
                    .isEmpty();
        }
    }

    @Test
    void a_risk_without_a_stop_is_a_contradiction_that_says_so() {
        assertThatThrownBy(() -> sized(new Sizing.RiskPerTrade(0.01)).trades())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a size by risk needs a stop, but long positions have none");
    }

    @Test
    void the_next_position_is_sized_by_what_the_first_one_left() {
        Scene scene = new Scene(QUIET, QUIET, bar(120, 121, 119, 120), bar(120, 121, 119, 120), QUIET)
                .size(new Sizing.EquityShare(0.5))
                .enterLong(0)
                .enterShort(1)
                .maxHolding(10);

        // Bought 5 at 100, turned at 120: 1,100 of equity, half of it sold short at 120.
        assertThat(scene.trades().get(0).profit()).isEqualTo(100);
        assertThat(scene.trades().get(1).quantity()).isCloseTo(550 / 120.0, within(1e-12));
    }

    private static Scene sized(Sizing sizing) {
        return new Scene(QUIET, QUIET, QUIET).enterLong(0).size(sizing);
    }
}
