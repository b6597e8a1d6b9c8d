package studio.desktop.marketdata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Texts;
import studio.model.market.BackfillRequest;
import studio.model.market.ExchangeInfo;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;

/** What is to be fetched from an exchange. For the FX thread. */
final class BackfillViewModel {
    private final DesktopContext context;
    private final Runnable onStarted;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> exchanges = FXCollections.observableArrayList();
    private final ObservableList<String> timeframes = FXCollections.observableArrayList();
    private final StringProperty exchange = new SimpleStringProperty("");
    private final StringProperty symbol = new SimpleStringProperty("");
    private final StringProperty timeframe = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final BooleanProperty refetch = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private List<ExchangeInfo> offered = List.of();

    BackfillViewModel(DesktopContext context, Runnable onStarted) {
        this.context = context;
        this.onStarted = onStarted;
        exchange.addListener((o, was, is) -> offer());
    }

    ReadOnlyBooleanProperty isOpen() {
        return open.getReadOnlyProperty();
    }

    ObservableList<String> exchanges() {
        return exchanges;
    }

    /** Those that the chosen exchange offers. */
    ObservableList<String> timeframes() {
        return timeframes;
    }

    StringProperty exchange() {
        return exchange;
    }

    StringProperty symbol() {
        return symbol;
    }

    StringProperty timeframe() {
        return timeframe;
    }

    /** First day wanted, UTC; null for the first candle held. */
    ObjectProperty<@Nullable LocalDate> from() {
        return from;
    }

    /** Last day wanted, UTC, to its end; null for now. */
    ObjectProperty<@Nullable LocalDate> to() {
        return to;
    }

    BooleanProperty refetch() {
        return refetch;
    }

    /** What the chosen exchange's users should know. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Opens with a series' names, or with none. */
    void open(@Nullable SeriesInfo series) {
        open.set(true);
        problem.set("");
        from.set(null);
        to.set(null);
        refetch.set(false);
        context.background()
                .call(() -> context.client().marketData().exchanges().exchanges())
                .onSuccess(list -> {
                    offered = list;
                    exchanges.setAll(list.stream().map(ExchangeInfo::name).toList());
                    fill(series);
                })
                .onError(e -> problem.set(Failures.sentence(e)))
                .start();
    }

    private void fill(@Nullable SeriesInfo series) {
        if (series == null) {
            return;
        }
        symbol.set(series.symbol());
        if (exchanges.contains(series.exchange())) {
            exchange.set(series.exchange());
            timeframe.set(series.timeframe().wireName());
        } else {
            problem.set(Texts.get("marketdata.backfill.not_offered", series.exchange()));
        }
    }

    private void offer() {
        ExchangeInfo info = offered.stream()
                .filter(e -> e.name().equals(exchange.get()))
                .findFirst()
                .orElse(null);
        String before = timeframe.get();
        timeframes.setAll(
                info == null
                        ? List.of()
                        : info.timeframes().stream().map(Timeframe::wireName).toList());
        timeframe.set(timeframes.contains(before) ? before : "");
        note.set(info == null ? "" : info.note());
    }

    /** Starts the backfill; what the server finds wrong is told. */
    void start() {
        LocalDate last = to.get();
        BackfillRequest request = new BackfillRequest(
                exchange.get(),
                symbol.get().strip(),
                Timeframe.find(timeframe.get() == null ? "" : timeframe.get()).orElse(null),
                day(from.get()),
                last == null
                        ? null
                        : last.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .minusMillis(1),
                refetch.get());
        problem.set("");
        context.background()
                .call(() -> context.client().marketData().backfill(request))
                .onSuccess(task -> {
                    open.set(false);
                    onStarted.run();
                })
                .onError(e -> problem.set(Failures.sentence(e)))
                .start();
    }

    private static @Nullable Instant day(@Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    void close() {
        open.set(false);
    }
}
