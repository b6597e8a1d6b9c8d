package studio.server.marketdata.web;

import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;
import studio.server.marketdata.SeriesKey;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.QueryReader;

/** Reads the names of a series. */
final class SeriesNames {
    private SeriesNames() {}

    /** The series that the query names; ends the request with all errors found so far where it names none. */
    static SeriesKey key(QueryReader query, FieldErrors errors) {
        return key(query.text("exchange"), query.text("symbol"), query.text("timeframe"), errors);
    }

    static SeriesKey key(
            @Nullable String exchange, @Nullable String symbol, @Nullable String timeframe, FieldErrors errors) {
        errors.addAll(SeriesKey.check(exchange, symbol, timeframe).stream()
                .filter(error -> !errors.has(error.field()))
                .toList());
        errors.throwIfAny();
        if (exchange == null || symbol == null || timeframe == null) {
            throw new IllegalStateException("checked names are missing");
        }
        return new SeriesKey(exchange, symbol, Timeframe.of(timeframe));
    }
}
