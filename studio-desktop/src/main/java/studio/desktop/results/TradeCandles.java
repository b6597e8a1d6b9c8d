package studio.desktop.results;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Texts;
import studio.model.job.JobSummary;
import studio.model.market.CandleColumns;
import studio.model.result.DataReport;

/** The candles that a job used, thinned as a whole and finer where the analyst looks. For one thread. */
final class TradeCandles {
    private static final int MOST_POINTS = 1_200;
    private static final Duration QUIET = Duration.ofMillis(150);

    private final DesktopContext context;
    private final Debounce looking;
    private final ReadOnlyObjectWrapper<@Nullable CandleColumns> candles = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(Texts.get("studio.chart.loading"));
    private @Nullable JobSummary job;
    private @Nullable DataReport data;
    private @Nullable Ticket asked;

    TradeCandles(DesktopContext context) {
        this.context = context;
        this.looking = new Debounce(context.delay(), QUIET);
    }

    /** Reads the candles of that job's data range; without a report of its data there are none. */
    void show(JobSummary of, @Nullable DataReport used) {
        job = of;
        data = used;
        if (used == null) {
            state.set(Texts.get("results.trades.no_data"));
        } else {
            load(used.first(), used.last());
        }
    }

    /** Looks at a part, once the view has been still for a moment. */
    void look(Instant from, Instant to) {
        looking.ask(() -> load(from, to));
    }

    private void load(Instant from, Instant to) {
        JobSummary wanted = job;
        if (wanted == null) {
            return;
        }
        if (asked != null) {
            asked.cancel();
        }
        // The end is exclusive on the wire; the last candle that was used is to be seen.
        Instant end = to.plusMillis(wanted.timeframe().millis());
        asked = context.background()
                .call(() -> context.client()
                        .candles(wanted.exchange(), wanted.symbol(), wanted.timeframe(), from, end, MOST_POINTS))
                .onSuccess(columns -> {
                    state.set(columns.time().length == 0 ? Texts.get("results.trades.no_candles") : "");
                    candles.set(columns);
                })
                .onError(e -> state.set(Failures.sentence(e)))
                .start();
    }

    void letGo() {
        looking.cancel();
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    /** Null while none are loaded. */
    ReadOnlyObjectProperty<@Nullable CandleColumns> candlesProperty() {
        return candles.getReadOnlyProperty();
    }

    /** What is going on or went wrong; empty when the candles tell all. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whose candles these are; null before {@link #show}. */
    @Nullable
    JobSummary job() {
        return job;
    }

    /** The data that the job used; null where there is no report of it. */
    @Nullable
    DataReport data() {
        return data;
    }
}
