package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.model.market.Timeframe;
import studio.model.result.EquityPoint;

class EquityCurveTest {
    @Test
    void the_deepest_fall_stays_though_its_stretch_holds_a_lower_and_a_higher_point() {
        double[] equity = new double[100];
        Arrays.fill(equity, 60);
        equity[40] = 50;
        equity[42] = 100;
        Arrays.fill(equity, 43, 46, 70);
        equity[44] = 65;
        Arrays.fill(equity, 46, 100, 120);

        List<EquityPoint> points = EquityCurve.thinned(RandomCandles.of(1, 100, Timeframe.M5), 0, equity, 8);

        assertThat(points).extracting(EquityPoint::drawdownPct).contains(35.0);
        assertThat(points).extracting(EquityPoint::equity).contains(100.0);
    }

    @Test
    void any_thinned_curve_keeps_order_ends_maximum_drawdown_and_the_bound() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            int n = random.nextInt(5, 400);
            Candles candles = RandomCandles.of(round, n, Timeframe.M5);
            double[] equity = random.doubles(n, 50, 150).toArray();

            List<EquityPoint> full = EquityCurve.thinned(candles, 0, equity, n);
            List<EquityPoint> thin = EquityCurve.thinned(candles, 0, equity, random.nextInt(4, 40));

            assertThat(thin).hasSizeLessThanOrEqualTo(40).isSubsetOf(full);
            assertThat(thin).extracting(EquityPoint::time).isSorted().doesNotHaveDuplicates();
            assertThat(thin.get(0)).isEqualTo(full.get(0));
            assertThat(thin.get(thin.size() - 1)).isEqualTo(full.get(n - 1));
            assertThat(thin.stream().mapToDouble(EquityPoint::drawdownPct).max())
                    .isEqualTo(
                            full.stream().mapToDouble(EquityPoint::drawdownPct).max());
        }
    }
}
