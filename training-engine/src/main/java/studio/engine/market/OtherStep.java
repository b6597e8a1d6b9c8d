package studio.engine.market;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import studio.model.market.Timeframe;

/**
 * What times are apart that are not those of the timeframe that was said.
 *
 * @param timeframe the one that they look like; null when there is none of that length
 */
public record OtherStep(@Nullable Timeframe timeframe, Duration step) {

    /** What is wrong, in a sentence. */
    public String sentence(Timeframe said) {
        return timeframe == null
                ? "Most of the times are " + length() + " apart, not " + said.wireName() + ", and no timeframe is."
                : "The times look like " + timeframe.wireName() + " candles, not " + said.wireName() + ".";
    }

    private String length() {
        if (step.toMillis() % 86_400_000L == 0) {
            return step.toDays() + " days";
        }
        return step.toMillis() % 60_000L == 0 ? step.toMinutes() + " minutes" : step.toMillis() / 1000.0 + " seconds";
    }
}
