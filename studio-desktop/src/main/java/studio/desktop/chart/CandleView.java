package studio.desktop.chart;

import studio.model.market.CandleColumns;

/**
 * The span of time that a candle chart shows, in epoch milliseconds; zoomed and panned inside the whole series.
 *
 * @param first the series' first open time
 * @param end the end of its last candle
 */
record CandleView(double from, double to, double first, double end, double candleMillis) {
    private static final double FEWEST_CANDLES = 20;

    /** All of a series. */
    static CandleView whole(double first, double end, double candleMillis) {
        return new CandleView(first, Math.max(end, first + candleMillis), first, end, candleMillis);
    }

    double span() {
        return to - from;
    }

    double wholeSpan() {
        return Math.max(end - first, candleMillis);
    }

    /** Shows {@code factor} times as much around what lies at {@code anchor}, but at least 20 candles. */
    CandleView zoom(double factor, double anchor) {
        double least = Math.min(FEWEST_CANDLES * candleMillis, wholeSpan());
        double span = Math.max(least, Math.min(wholeSpan(), span() * factor));
        double left = anchor - (anchor - from) * span / span();
        return at(left, span);
    }

    CandleView pan(double millis) {
        return at(from + millis, span());
    }

    /** As wide as now, with that time in the middle where the series allows it. */
    CandleView around(double millis) {
        return at(millis - span() / 2, span());
    }

    CandleView all() {
        return whole(first, end, candleMillis);
    }

    private CandleView at(double left, double span) {
        double start = Math.max(first, Math.min(left, first + wholeSpan() - span));
        return new CandleView(start, start + span, first, end, candleMillis);
    }

    /** The first point that may be seen: the one before the left edge, where there is one. */
    int firstIn(CandleColumns columns) {
        int at = java.util.Arrays.binarySearch(columns.time(), (long) from);
        return Math.max(0, at >= 0 ? at : -at - 2);
    }

    /** One past the last point that is seen. */
    int endIn(CandleColumns columns) {
        int at = java.util.Arrays.binarySearch(columns.time(), (long) Math.ceil(to));
        return at >= 0 ? at : -at - 1;
    }
}
