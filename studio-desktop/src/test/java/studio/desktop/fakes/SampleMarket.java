package studio.desktop.fakes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import studio.model.job.ValidationSettings;
import studio.model.market.CandleColumns;
import studio.model.market.CandleQuality;
import studio.model.market.ClockBasis;
import studio.model.market.FoundClock;
import studio.model.market.MarketCalendar;
import studio.model.market.QualityPart;
import studio.model.market.SeriesClock;
import studio.model.market.SeriesInfo;
import studio.model.market.SourceFlaws;
import studio.model.market.Timeframe;
import studio.model.result.WindowPlan;
import studio.model.system.PreflightReport;

/** Series, candles and a preflight that look like real ones. */
public final class SampleMarket {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private SampleMarket() {}

    public static List<SeriesInfo> series() {
        return List.of(
                info("binance", "BTC/USDT", Timeframe.M5, 71_769, 12),
                info("binance", "ETH/USDT", Timeframe.M15, 24_000, 0),
                info("binance", "ETH/USDT", Timeframe.H4, 2_200, 0),
                info("simulated", "SIM/USDT", Timeframe.M5, 105_120, 0));
    }

    private static SeriesInfo info(String exchange, String symbol, Timeframe timeframe, long candles, long gaps) {
        Instant last = FIRST.plus(timeframe.duration().multipliedBy(candles - 1));
        return new SeriesInfo(
                exchange,
                symbol,
                timeframe,
                FIRST,
                last,
                candles,
                quality(candles, gaps, gaps > 0 ? 0.19 : 0.001, 0.02),
                MarketCalendar.usual(exchange),
                exchange.equals("simulated") ? "sample" : "import",
                new SourceFlaws(0, 43, 0),
                FoundClock.of(SeriesClock.utc(timeframe, MarketCalendar.usual(exchange)), ClockBasis.TIMES, null));
    }

    /** With the points that such figures cost. */
    public static CandleQuality quality(long candles, long gaps, double zeroVolume, double flat) {
        long missing = gaps * 7;
        List<QualityPart> parts = List.of(
                new QualityPart("missing", missing, (double) missing / (candles + missing), 100.0 * missing / candles),
                new QualityPart("zero_volume", Math.round(zeroVolume * candles), zeroVolume, 50 * zeroVolume),
                new QualityPart("flat", Math.round(flat * candles), flat, 50 * flat),
                new QualityPart("outliers", 3, 3.0 / candles, 3000.0 / candles),
                new QualityPart("frozen_tail", 0, 0, 0),
                new QualityPart("revised", 14, 14.0 / candles, 1400.0 / candles),
                new QualityPart("impossible", 0, 0, 0));
        double lost = parts.stream().mapToDouble(QualityPart::pointsLost).sum();
        return new CandleQuality(candles, gaps, missing, 0, zeroVolume, flat, 0, 3, 0, 14, 100 - lost, parts, 0L);
    }

    /** The same however much of the time around it is looked at. */
    public static double price(String symbol, long millis) {
        double days = millis / 86_400_000.0;
        double wave = 0.09 * Math.sin(days / 9) + 0.04 * Math.sin(days / 1.7) + 0.012 * Math.sin(days * 4.1);
        double noise = new Random(millis).nextGaussian() * 0.003;
        return (symbol.startsWith("BTC") ? 60_000 : 100) * (1 + wave + noise);
    }

    /** Thinned as the server does it, of a year without a range. */
    public static CandleColumns candles(
            String exchange,
            String symbol,
            Timeframe timeframe,
            @Nullable Instant from,
            @Nullable Instant to,
            int mostPoints) {
        Random random = new Random(7);
        Instant first = from == null ? FIRST : from;
        Instant last = to == null ? first.plus(Duration.ofDays(365)) : to;
        long candles = Math.max(1, Duration.between(first, last).toMillis() / timeframe.millis());
        int perPoint = Math.toIntExact((candles + mostPoints - 1) / mostPoints);
        int points = Math.toIntExact((candles + perPoint - 1) / perPoint);
        long[] time = new long[points];
        double[][] c = new double[5][points];
        long step = perPoint * timeframe.millis();
        for (int i = 0; i < points; i++) {
            time[i] = first.toEpochMilli() + i * step;
            double price = price(symbol, time[i]);
            double close = price(symbol, time[i] + step);
            c[0][i] = price;
            c[1][i] = Math.max(price, close) * (1 + Math.abs(random.nextGaussian()) * 0.002);
            c[2][i] = Math.min(price, close) * (1 - Math.abs(random.nextGaussian()) * 0.002);
            c[3][i] = close;
            c[4][i] = 900 + Math.abs(random.nextGaussian()) * 1500;
        }
        return new CandleColumns(
                exchange,
                symbol,
                timeframe,
                perPoint,
                candles,
                time,
                c[0],
                c[1],
                c[2],
                c[3],
                c[4],
                SeriesClock.utc(timeframe));
    }

    public static PreflightReport preflight(boolean validation) {
        List<WindowPlan> windows = new ArrayList<>();
        for (int i = 0; validation && i < 9; i++) {
            Instant start = FIRST.plus(Duration.ofDays(30L * i));
            windows.add(new WindowPlan(
                    i + 1,
                    start,
                    start.plus(Duration.ofDays(60)),
                    start.plus(Duration.ofDays(67)),
                    start.plus(Duration.ofDays(97))));
        }
        return new PreflightReport(
                200,
                105_120,
                FIRST,
                FIRST.plus(Duration.ofDays(365)),
                42_000_000,
                47.0,
                38.0,
                71.0,
                "From 3 finished trainings of LIQUIDITY_SWEEP here.",
                validation ? ValidationSettings.standard() : null,
                false,
                validation ? 66 : 0,
                windows,
                series().get(3).quality(),
                validation ? List.of() : List.of("Without validation nothing tells luck from skill."));
    }
}
