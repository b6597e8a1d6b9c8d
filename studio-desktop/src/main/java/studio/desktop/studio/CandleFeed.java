package studio.desktop.studio;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Texts;
import studio.model.market.CandleColumns;
import studio.model.market.SeriesInfo;

/** The candles that the chart draws: all of a series thinned, or the part looked at more finely. */
public final class CandleFeed {
    static final int MOST_POINTS = 1_200;
    private static final Duration QUIET = Duration.ofMillis(150);

    private final TrainingClient client;
    private final Background background;
    private final Debounce debounce;
    private final ReadOnlyObjectWrapper<@Nullable CandleColumns> candles = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private @Nullable SeriesInfo series;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private Background.@Nullable Ticket asked;

    public CandleFeed(TrainingClient client, Background background, Debounce.Delay delay) {
        this.client = client;
        this.background = background;
        this.debounce = new Debounce(delay, QUIET);
    }

    /** Null while nothing is loaded. */
    public ReadOnlyObjectProperty<@Nullable CandleColumns> candles() {
        return candles.getReadOnlyProperty();
    }

    /** What is going on or went wrong; empty when the candles tell all. */
    public ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** The series to draw from now on; null for none. */
    public void show(@Nullable SeriesInfo wanted) {
        if (wanted != null && wanted.equals(series)) {
            return;
        }
        begin(wanted, null, null);
    }

    /** Only the part of a series between two open times, both inclusive; what is shown already is not read again. */
    public void show(SeriesInfo wanted, Instant from, Instant to) {
        if (!wanted.equals(series) || !from.equals(first) || !to.equals(last)) {
            begin(wanted, from, to);
        }
    }

    private void begin(@Nullable SeriesInfo wanted, @Nullable Instant from, @Nullable Instant to) {
        letGo();
        series = wanted;
        first = from;
        last = to;
        candles.set(null);
        if (wanted == null) {
            state.set(Texts.get("studio.chart.none"));
            return;
        }
        state.set(Texts.get("studio.chart.loading"));
        // The end is exclusive on the wire.
        load(from, to == null ? null : to.plusMillis(wanted.timeframe().millis()));
    }

    /** Says why there is no series to draw; one that is drawn already stays. */
    void missing(String why) {
        if (series == null) {
            state.set(why);
        }
    }

    /** Looks at a part, once the view has been still for a moment. */
    public void look(Instant from, Instant to) {
        debounce.ask(() -> load(from, to));
    }

    private void load(@Nullable Instant from, @Nullable Instant to) {
        SeriesInfo wanted = series;
        if (wanted == null) {
            return;
        }
        if (asked != null) {
            asked.cancel();
        }
        asked = background
                .call(() ->
                        client.candles(wanted.exchange(), wanted.symbol(), wanted.timeframe(), from, to, MOST_POINTS))
                .onSuccess(columns -> {
                    candles.set(columns);
                    state.set("");
                })
                .onError(e -> state.set(Failures.sentence(e)))
                .start();
    }

    /** Loads again what failed or may have grown; what is drawn stays until the answer comes. */
    void refresh() {
        load(null, null);
    }

    public void letGo() {
        debounce.cancel();
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }
}
