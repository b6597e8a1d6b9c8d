package studio.desktop.strategies;

import org.jspecify.annotations.Nullable;
import studio.model.job.StartRequest;
import studio.model.market.SeriesInfo;

/** Requests that the form is filled with. */
final class TrainingRequests {
    private TrainingRequests() {}

    /** A strategy on a series; everything else takes its default. */
    static StartRequest of(String strategy, @Nullable Integer version, @Nullable SeriesInfo on) {
        return new StartRequest(
                strategy,
                version,
                on == null ? null : on.symbol(),
                on == null ? null : on.exchange(),
                on == null ? null : on.timeframe(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
