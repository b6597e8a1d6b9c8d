package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/**
 * What happened on a bar, read off by hand on short columns, and on seeded ones by looking back from each bar as the
 * definition has it.
 */
class EventsOracleTest {
    private static final double NONE = Double.NaN;
    private static final int CASES = 400;

    @Test
    void crossings_are_those_that_one_reads_off_by_hand() {
        double[] x = {1, 3, 2, 2, 3, NONE, 5, 1, 2};
        double[] y = {2, 2, 2, 2, 2, 2, 2, 2, 2};

        // Bar 6 is above, but nothing is known of the bar before. A touch (bars 2 and 3) is no crossing.
        assertThat(Events.crossover(x, y)).containsExactly(bars(9, 1, 4));
        assertThat(Events.crossunder(x, y)).containsExactly(bars(9, 7));
        assertThat(Events.cross(x, y)).containsExactly(bars(9, 1, 4, 7));
    }

    @Test
    void rising_and_falling_look_at_each_of_the_bars_before() {
        double[] x = {1, 2, 3, 3, 4, 2, 1, 5};

        assertThat(Events.rising(x, 2)).containsExactly(bars(8, 2, 4, 7));
        assertThat(Events.falling(x, 2)).containsExactly(bars(8, 5, 6));
        assertThat(Events.rising(x, 1)).containsExactly(bars(8, 1, 2, 4, 7));
    }

    @Test
    void the_last_time_is_counted_and_read_by_hand() {
        boolean[] held = bars(7, 1, 4);
        double[] x = {10, 11, 12, 13, 14, 15, 16};

        assertThat(Events.barsSince(held)).containsExactly(NONE, 0, 1, 2, 0, 1, 2);
        assertThat(Events.valueWhen(held, x, 0)).containsExactly(NONE, 11, 11, 11, 14, 14, 14);
        assertThat(Events.valueWhen(held, x, 1)).containsExactly(NONE, NONE, NONE, NONE, 11, 11, 11);
        assertThat(Events.valueWhen(held, x, 2)).containsOnly(NONE);
    }

    @Test
    void the_average_price_by_volume_begins_again_each_day() {
        long midnight = Instant.parse("2024-03-05T00:00:00Z").toEpochMilli();
        long[] time = {midnight - 7_200_000, midnight - 3_600_000, midnight, midnight + 3_600_000};

        double[] vwap = Volumes.vwap(
                SeriesClock.utc(Timeframe.H1),
                time,
                new double[] {12, 15, 21, 24},
                new double[] {8, 9, 18, 18},
                new double[] {10, 12, 21, 21},
                new double[] {1, 3, 0, 2});

        // 10; (10 + 3 × 12) / 4; nothing was traded yet; 21.
        assertThat(vwap).containsExactly(10, 11.5, NONE, 21);
    }

    @Test
    void events_equal_what_looking_back_from_each_bar_finds() {
        int crossings = 0;
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 1 + random.nextInt(80);
            double[] x = column(random, size);
            double[] y = column(random, size);
            boolean[] held = new boolean[size];
            IntStream.range(0, size).forEach(t -> held[t] = random.nextInt(5) == 0);
            int n = 1 + random.nextInt(6);
            int occurrence = random.nextInt(4);

            boolean[] over = where(size, t -> t > 0 && x[t] > y[t] && x[t - 1] <= y[t - 1]);
            boolean[] under = where(size, t -> t > 0 && x[t] < y[t] && x[t - 1] >= y[t - 1]);
            assertThat(Events.crossover(x, y)).as("case %d", seed).containsExactly(over);
            assertThat(Events.crossunder(x, y)).as("case %d", seed).containsExactly(under);
            assertThat(Events.cross(x, y)).as("case %d", seed).containsExactly(where(size, t -> over[t] || under[t]));
            assertThat(Events.rising(x, n))
                    .as("case %d", seed)
                    .containsExactly(where(size, t -> t >= n && past(t, n).allMatch(i -> x[t] > x[i])));
            assertThat(Events.falling(x, n))
                    .as("case %d", seed)
                    .containsExactly(where(size, t -> t >= n && past(t, n).allMatch(i -> x[t] < x[i])));
            double[] since = new double[size];
            double[] value = new double[size];
            for (int t = 0; t < size; t++) {
                List<Integer> times = new ArrayList<>();
                for (int i = t; i >= 0; i--) {
                    if (held[i]) {
                        times.add(i);
                    }
                }
                since[t] = times.isEmpty() ? NONE : t - times.get(0);
                value[t] = times.size() <= occurrence ? NONE : x[times.get(occurrence)];
            }
            assertThat(Events.barsSince(held)).as("case %d", seed).containsExactly(since);
            assertThat(Events.valueWhen(held, x, occurrence))
                    .as("case %d", seed)
                    .containsExactly(value);
            crossings += count(over);
        }
        assertThat(crossings).isGreaterThan(CASES);
    }

    @Test
    void the_average_price_by_volume_equals_sums_over_the_dates_of_a_calendar() {
        for (int seed = 0; seed < CASES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 1 + random.nextInt(60);
            long[] time = new long[size];
            double[] high = new double[size];
            double[] low = new double[size];
            double[] close = new double[size];
            double[] volume = new double[size];
            // Before 1970 too: days are days there as well.
            long now = (random.nextLong(40_000) - 2_000) * 3_600_000L;
            for (int t = 0; t < size; t++) {
                now += (1 + random.nextInt(9)) * 3_600_000L;
                time[t] = now;
                low[t] = 50 + random.nextInt(50);
                close[t] = low[t] + random.nextInt(10);
                high[t] = close[t] + random.nextInt(10);
                volume[t] = random.nextInt(4) * random.nextInt(100);
            }

            double[] ours = Volumes.vwap(SeriesClock.utc(Timeframe.H1), time, high, low, close, volume);

            for (int t = 0; t < size; t++) {
                double weighted = 0;
                double weights = 0;
                for (int i = 0; i <= t; i++) {
                    if (date(time[i]).equals(date(time[t]))) {
                        weighted += volume[i] * (high[i] + low[i] + close[i]) / 3;
                        weights += volume[i];
                    }
                }
                double plain = weights == 0 ? NONE : weighted / weights;
                assertThat(Double.isNaN(plain) ? Double.isNaN(ours[t]) : Math.abs(ours[t] - plain) < 1e-9 * plain)
                        .as("case %d, bar %d: %s, plainly %s", seed, t, ours[t], plain)
                        .isTrue();
            }
        }
    }

    private static LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static IntStream past(int t, int n) {
        return IntStream.range(t - n, t);
    }

    /** Small whole numbers, so that many are equal, and now and then a missing one. */
    private static double[] column(SplittableRandom random, int size) {
        return IntStream.range(0, size)
                .mapToDouble(t -> random.nextInt(12) == 0 ? NONE : random.nextInt(6))
                .toArray();
    }

    private static boolean[] bars(int size, int... held) {
        return where(size, t -> IntStream.of(held).anyMatch(bar -> bar == t));
    }

    private static boolean[] where(int size, IntPredicate holds) {
        boolean[] out = new boolean[size];
        IntStream.range(0, size).forEach(t -> out[t] = holds.test(t));
        return out;
    }

    private static int count(boolean[] held) {
        return (int) IntStream.range(0, held.length).filter(t -> held[t]).count();
    }
}
