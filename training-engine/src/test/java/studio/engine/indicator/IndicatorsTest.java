package studio.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.SharedData;
import studio.model.market.Timeframe;

class IndicatorsTest {

    /** Golden values: shared/market-data/golden, whose README names their sources. */
    @Test
    void every_defined_row_equals_the_golden_values() {
        List<String[]> rows = SharedData.lines("golden/spy_1d_2017-2018_atr14_rsi14_sma20_ema20.csv").stream()
                .map(line -> line.split(",", -1))
                .toList();
        double[] high = column(rows, 3);
        double[] low = column(rows, 4);
        double[] close = column(rows, 5);

        assertEqual(Indicators.atr(high, low, close, 14), column(rows, 7));
        assertEqual(Indicators.rsi(close, 14), column(rows, 8));
        assertEqual(Indicators.sma(close, 20), column(rows, 9));
        assertEqual(Indicators.ema(close, 20), column(rows, 10));
    }

    @Test
    void late_rows_equal_ta4j_whose_averages_start_otherwise() {
        Candles candles = RandomCandles.of(1, 1_000, Timeframe.H1);
        BarSeries series =
                new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int i = 0; i < candles.size(); i++) {
            series.addBar(
                    java.time.Duration.ofHours(1),
                    java.time.Instant.ofEpochMilli(candles.time()[i]).atZone(java.time.ZoneOffset.UTC),
                    candles.open()[i],
                    candles.high()[i],
                    candles.low()[i],
                    candles.close()[i],
                    candles.volume()[i]);
        }
        ClosePriceIndicator closes = new ClosePriceIndicator(series);
        IndicatorCache cache = IndicatorCache.of(candles);

        for (int i = 900; i < 1_000; i++) {
            assertThat(cache.sma(20)[i])
                    .isCloseTo(new SMAIndicator(closes, 20).getValue(i).doubleValue(), within(1e-9));
            assertThat(cache.ema(20)[i])
                    .isCloseTo(new EMAIndicator(closes, 20).getValue(i).doubleValue(), within(1e-9));
            assertThat(cache.rsi(14)[i])
                    .isCloseTo(new RSIIndicator(closes, 14).getValue(i).doubleValue(), within(1e-9));
            assertThat(cache.atr(14)[i])
                    .isCloseTo(new ATRIndicator(series, 14).getValue(i).doubleValue(), within(1e-9));
        }
    }

    @Test
    void a_series_shorter_than_the_warm_up_has_no_value() {
        double[] three = {1, 2, 3};

        assertThat(Indicators.sma(three, 4)).containsOnly(Double.NaN);
        assertThat(Indicators.ema(three, 4)).containsOnly(Double.NaN);
        assertThat(Indicators.rsi(three, 14)).containsOnly(Double.NaN);
    }

    private static void assertEqual(double[] actual, double[] golden) {
        assertThat(golden.length).isEqualTo(502);
        for (int i = 0; i < golden.length; i++) {
            if (Double.isNaN(golden[i])) {
                assertThat(actual[i]).as("row %d", i).isNaN();
            } else {
                assertThat(actual[i]).as("row %d", i).isCloseTo(golden[i], within(1e-9));
            }
        }
    }

    private static double[] column(List<String[]> rows, int index) {
        return rows.stream()
                .mapToDouble(r -> r[index].isEmpty() ? Double.NaN : Double.parseDouble(r[index]))
                .toArray();
    }
}
