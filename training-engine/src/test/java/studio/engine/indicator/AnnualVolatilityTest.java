package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnnualVolatilityTest {
    private static final long DAY = 86_400_000L;

    @Test
    void a_market_that_never_closes_has_365_days_of_bars_a_year() {
        // Closes that go up and down by 1 % in turns: 20 log returns of ±ln 1.01 have the mean 0.
        double[] hourly = zigzag(24 * 500, 1.01);
        double perBar = Math.log(1.01) * Math.sqrt(20 / 19.0);

        double[] volatility = AnnualVolatility.of(everyMillis(DAY / 24, hourly.length), hourly);

        for (int t = 7 * 24; t < hourly.length; t++) {
            assertThat(volatility[t]).isCloseTo(perBar * Math.sqrt(365 * 24), within(1e-12));
        }
        assertThat(volatility[7 * 24 - 1]).isNaN();
    }

    @Test
    void a_market_with_weekends_has_the_bars_that_it_trades() {
        // Five daily candles a week.
        long[] time = new long[600];
        for (int i = 0; i < time.length; i++) {
            time[i] = (i / 5 * 7L + i % 5) * DAY;
        }

        double[] volatility = AnnualVolatility.of(time, zigzag(time.length, 1.01));

        double barsPerYear = 5 * 365 / 7.0;
        assertThat(volatility[19]).isNaN();
        for (int t = 20; t < time.length; t++) {
            assertThat(volatility[t]).isCloseTo(Math.log(1.01) * Math.sqrt(20 / 19.0 * barsPerYear), within(1e-12));
        }
    }

    @Test
    void a_market_that_stands_still_has_none_and_a_price_that_is_not_above_zero_leaves_it_unknown() {
        double[] still = new double[100];
        Arrays.fill(still, 0.1 + 0.2);
        double[] broken = still.clone();
        broken[50] = 0;

        assertThat(AnnualVolatility.of(everyMillis(DAY, 100), still)[99]).isEqualTo(0);
        double[] volatility = AnnualVolatility.of(everyMillis(DAY, 100), broken);
        assertThat(volatility[49]).isEqualTo(0);
        assertThat(Arrays.copyOfRange(volatility, 50, 71)).containsOnly(Double.NaN);
        assertThat(volatility[71]).isEqualTo(0);
    }

    @Test
    void it_does_not_change_when_later_bars_are_taken_away() {
        SplittableRandom random = new SplittableRandom(3);
        long[] time = new long[2_000];
        double[] close = new double[time.length];
        for (int i = 1; i < time.length; i++) {
            time[i] = time[i - 1] + (random.nextInt(30) == 0 ? 60 : 1) * DAY / 24;
            close[i] = 50 + 10 * random.nextDouble();
        }
        close[0] = 50;
        double[] all = AnnualVolatility.of(time, close);

        for (int size : new int[] {0, 1, 21, 400, 1_500}) {
            double[] some = AnnualVolatility.of(Arrays.copyOf(time, size), Arrays.copyOf(close, size));
            assertThat(some).isEqualTo(Arrays.copyOf(all, size));
        }
    }

    private static double[] zigzag(int size, double factor) {
        double[] close = new double[size];
        for (int i = 0; i < size; i++) {
            close[i] = i % 2 == 0 ? 100 : 100 * factor;
        }
        return close;
    }

    private static long[] everyMillis(long step, int size) {
        long[] time = new long[size];
        for (int i = 0; i < size; i++) {
            time[i] = i * step;
        }
        return time;
    }
}
