package studio.server.marketdata.file;

import studio.model.market.Timeframe;
import studio.server.marketdata.sql.NewCandle;

/** Which figures a market can have made; at which times candles open is the series' clock to say. */
final class CandleRules {
    CandleRules(Timeframe timeframe) {}

    /** The candle, or why there can be none like it; figures are finite. */
    Row check(long line, long time, double open, double high, double low, double close, double volume) {
        if (open <= 0 || high <= 0 || low <= 0 || close <= 0) {
            return new Row.Bad(line, "a price is not above 0");
        }
        if (volume < 0) {
            return new Row.Bad(line, "volume " + volume + " is below 0");
        }
        if (low > high) {
            return new Row.Bad(line, "low " + low + " is above high " + high);
        }
        if (low > Math.min(open, close) || high < Math.max(open, close)) {
            return new Row.Bad(
                    line, "open " + open + " or close " + close + " lies outside low " + low + " to high " + high);
        }
        return new Row.Good(new NewCandle(line, time, open, high, low, close, volume));
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
