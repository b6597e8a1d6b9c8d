package studio.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.indicator.Oscillators;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.SignalList;
import studio.model.market.MarketCalendar;
import studio.model.market.SeriesClock;
import studio.model.market.Timeframe;

/** A longer timeframe gives the value of its last closed candle, never of an open one. */
class LongerTimeframeTest {
    private static final Timeframe LONGER = Timeframe.H1;
    private static final int PER_LONGER = 12;
    private static final WrittenStrategy RISES = strategy("close > on(\"1h\", close)");

    private static WrittenStrategy strategy(String condition) {
        String text = """
                strategy "Longer"
                input n = 2 in 1..3
                enter long when %s
                """.formatted(condition);
        var reading = StrategyLanguage.read(text);
        assertThat(reading.problems()).isEmpty();
        return WrittenStrategy.of("LONGER", reading.program());
    }

    @Test
    void every_cut_inside_a_longer_candle_gives_the_value_of_the_one_before() {
        Candles all = aligned(RandomCandles.of(5, 40 * PER_LONGER, Timeframe.M5), 0);
        for (int bars = 3 * PER_LONGER; bars < all.size(); bars++) {
            double[] column = spread(RandomCandles.firstOf(all, bars));
            // The last bar's close is the end of its longer candle on every twelfth bar.
            int lastClosedBar = bars / PER_LONGER * PER_LONGER - 1;
            assertThat(column[bars - 1]).as("after %d bars", bars).isEqualTo(all.close()[lastClosedBar]);
        }
    }

    @Test
    void every_cut_gives_the_same_values_with_gaps_and_a_first_candle_that_began_before_the_series() {
        for (int seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Candles plain = aligned(RandomCandles.of(seed, 16 * PER_LONGER, Timeframe.M5), seed);
            Candles all = RandomCandles.withGaps(plain, random);
            double[] whole = spread(all);
            for (int bars = 1; bars <= all.size(); bars++) {
                Candles first = RandomCandles.firstOf(all, bars);
                assertThat(spread(first)[bars - 1])
                        .as("seed %d after %d bars", seed, bars)
                        .isEqualTo(Double.valueOf(whole[bars - 1]));
                assertThat(whole[bars - 1]).isEqualTo(Double.valueOf(lastClosed(first)));
            }
        }
    }

    @Test
    void signals_follow_the_closed_candle_and_its_indicators() {
        Candles all = aligned(RandomCandles.of(9, 60 * PER_LONGER, Timeframe.M5), 3);
        WrittenStrategy strategy = strategy("on(\"1h\", rsi(close, 5)[n]) < 45");
        ParameterSet parameters = SampleParameters.defaults(strategy);
        SignalList list = new SignalList();
        strategy.prepare(IndicatorCache.of(all), parameters).list(0, all.size(), list);
        boolean[] signals = new boolean[all.size()];
        for (int i = 0; i < list.size(); i++) {
            signals[list.bar(i)] = true;
        }
        int warmUp = CompiledProgram.of(strategy.program()).warmUp(parameters, Timeframe.M5);
        assertThat(warmUp).isEqualTo((5 + 2 + 2) * PER_LONGER - 2);
        for (int t = warmUp; t < all.size(); t++) {
            Candles longer = LongerCandles.closed(RandomCandles.firstOf(all, t + 1), LONGER);
            double[] rsi = Oscillators.rsi(longer.close(), 5);
            assertThat(signals[t]).as("bar %d", t).isEqualTo(rsi[longer.size() - 3] < 45);
        }
        assertThat(list.size()).isGreaterThan(50);
    }

    /** Seven hours a day from 9:30 in New York: a day's candle is known from the next day's first hour on. */
    @Test
    void days_are_those_of_the_series_clock() {
        SeriesClock clock = new SeriesClock(
                Timeframe.H1,
                ZoneId.of("America/New_York"),
                0,
                570,
                SeriesClock.WHOLE_DAY,
                DayOfWeek.MONDAY,
                MarketCalendar.US_EQUITY,
                252);
        List<LocalDate> days = LocalDate.of(2024, 3, 4)
                .datesUntil(LocalDate.of(2024, 3, 28))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
        Candles made = RandomCandles.of(3, 7 * days.size(), Timeframe.H1);
        long[] time = new long[made.size()];
        for (int t = 0; t < time.length; t++) {
            time[t] = days.get(t / 7)
                    .atTime(9, 30)
                    .plusHours(t % 7)
                    .atZone(clock.zone())
                    .toInstant()
                    .toEpochMilli();
        }
        Candles hours = new Candles(clock, time, made.open(), made.high(), made.low(), made.close(), made.volume());

        LongerSeries series = LongerSeries.of(IndicatorCache.of(hours), "1d");
        double[] closes = series.spread(series.data().candles().close());

        for (int t = 0; t < time.length; t++) {
            double expected = t < 7 ? Double.NaN : made.close()[t / 7 * 7 - 1];
            assertThat(closes[t]).as("bar %d", t).isEqualTo(Double.valueOf(expected));
        }
    }

    @Test
    void a_timeframe_that_is_not_longer_is_refused_with_a_sentence() {
        Candles hours = RandomCandles.of(1, 300, Timeframe.H4);

        assertThatThrownBy(() -> RISES.prepare(IndicatorCache.of(hours), SampleParameters.defaults(RISES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeframe 1h is no longer multiple of 4h");
    }

    /** The close of the last hour that had ended when the series' last bar closed. */
    private static double lastClosed(Candles c) {
        Candles longer = LongerCandles.closed(c, LONGER);
        return longer.size() == 0 ? Double.NaN : longer.close()[longer.size() - 1];
    }

    private static double[] spread(Candles candles) {
        LongerSeries series = LongerSeries.of(IndicatorCache.of(candles), LONGER.wireName());
        return series.spread(series.data().candles().close());
    }

    /** So that the first bar opens that many bars after a full hour. */
    private static Candles aligned(Candles c, int barsAfter) {
        long shift = Math.floorMod(-c.time()[0], LONGER.millis())
                + barsAfter * c.timeframe().millis();
        long[] time = c.time().clone();
        for (int t = 0; t < time.length; t++) {
            time[t] += shift;
        }
        return new Candles(c.timeframe(), time, c.open(), c.high(), c.low(), c.close(), c.volume());
    }
}
