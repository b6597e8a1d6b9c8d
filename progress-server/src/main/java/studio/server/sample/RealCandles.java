package studio.server.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.NewCandle;

/** The real market data in the artifact {@code org.ta4j:ta4j-examples} (MIT licence). */
final class RealCandles {
    private static final String TRADES = "/bitstamp_trades_from_20131125_usd.csv";
    private static final String ETH = "/ETH-USD-PT5M-2023-3-13_2023-3-15.json";
    private static final String APPLE = "/appleinc_bars_from_20130101_usd.csv";

    private RealCandles() {}

    /** 100,000 trades of the last week of November 2013, as 1-minute candles; minutes without a trade have none. */
    static List<NewCandle> bitstampMinutes() throws IOException {
        List<NewCandle> candles = new ArrayList<>();
        long length = Timeframe.M1.millis();
        NewCandle open = null;
        for (String[] trade : rows(TRADES)) {
            long minute = Long.parseLong(trade[0]) * 1000 / length * length;
            double price = Double.parseDouble(trade[1]);
            double amount = Double.parseDouble(trade[2]);
            if (open == null || open.time() != minute) {
                if (open != null) {
                    candles.add(open);
                }
                open = new NewCandle(candles.size(), minute, price, price, price, price, amount);
            } else {
                open = withTrade(open, price, amount);
            }
        }
        if (open != null) {
            candles.add(open);
        }
        return candles;
    }

    private static NewCandle withTrade(NewCandle c, double price, double amount) {
        return new NewCandle(
                c.line(),
                c.time(),
                c.open(),
                Math.max(c.high(), price),
                Math.min(c.low(), price),
                price,
                c.volume() + amount);
    }

    /** 580 candles of Binance.US of March 2023. */
    static List<NewCandle> ethFiveMinutes() throws IOException {
        try (InputStream in = open(ETH)) {
            List<NewCandle> candles = new ArrayList<>();
            for (JsonNode bar : new ObjectMapper().readTree(in).path("ohlc")) {
                long start = bar.path("endTime").asLong() + 1 - Timeframe.M5.millis();
                candles.add(new NewCandle(
                        candles.size(),
                        start,
                        bar.path("openPrice").asDouble(),
                        bar.path("highPrice").asDouble(),
                        bar.path("lowPrice").asDouble(),
                        bar.path("closePrice").asDouble(),
                        bar.path("volume").asDouble()));
            }
            return candles;
        }
    }

    /** The 252 sessions of 2013, each opening at midnight UTC of its date. */
    static List<NewCandle> appleDays() throws IOException {
        List<NewCandle> candles = new ArrayList<>();
        for (String[] day : rows(APPLE)) {
            candles.add(new NewCandle(
                    candles.size(),
                    LocalDate.parse(day[0])
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli(),
                    Double.parseDouble(day[1]),
                    Double.parseDouble(day[2]),
                    Double.parseDouble(day[3]),
                    Double.parseDouble(day[4]),
                    Double.parseDouble(day[5])));
        }
        return candles;
    }

    private static List<String[]> rows(String resource) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }

    private static InputStream open(String resource) throws IOException {
        @Nullable InputStream in = RealCandles.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("the sample data " + resource + " are not on the class path");
        }
        return in;
    }
}
