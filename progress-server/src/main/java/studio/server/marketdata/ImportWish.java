package studio.server.marketdata;

import org.jspecify.annotations.Nullable;
import studio.model.market.MarketCalendar;
import studio.server.marketdata.file.ReadingOptions;

/**
 * What somebody says about a series and its file when they import it.
 *
 * @param calendar null leaves it to the series, its exchange's name and the times
 */
public record ImportWish(@Nullable MarketCalendar calendar, ReadingOptions options) {
    /** Everything is left to the file. */
    public static final ImportWish NONE = new ImportWish(null, ReadingOptions.NONE);
}
