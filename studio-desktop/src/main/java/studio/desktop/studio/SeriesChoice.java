package studio.desktop.studio;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;

/** Exchange, symbol and timeframe from the series held: what each can be depends on the one before. */
final class SeriesChoice {
    private final StudioForm form;
    private final ObservableList<String> exchanges = FXCollections.observableArrayList();
    private final ObservableList<String> symbols = FXCollections.observableArrayList();
    private final ObservableList<String> timeframes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable SeriesInfo> chosen = new ReadOnlyObjectWrapper<>();

    private List<SeriesInfo> held = List.of();
    private boolean loaded;

    SeriesChoice(StudioForm form) {
        this.form = form;
        form.exchange.text().addListener((o, old, now) -> offerSymbols());
        form.symbol.text().addListener((o, old, now) -> offerTimeframes());
        form.timeframe.text().addListener((o, old, now) -> choose());
    }

    ObservableList<String> exchanges() {
        return exchanges;
    }

    ObservableList<String> symbols() {
        return symbols;
    }

    ObservableList<String> timeframes() {
        return timeframes;
    }

    /** The chosen series; null while it is not held. */
    ReadOnlyObjectProperty<@Nullable SeriesInfo> chosen() {
        return chosen.getReadOnlyProperty();
    }

    void setHeld(List<SeriesInfo> series) {
        held = series;
        loaded = true;
        boolean untouched = form.exchange.isStandard() && form.symbol.isStandard() && form.timeframe.isStandard();
        if (untouched && find().isEmpty() && !held.isEmpty()) {
            SeriesInfo first = held.get(0);
            form.exchange.set(first.exchange());
            form.symbol.set(first.symbol());
            form.timeframe.set(first.timeframe().wireName());
        }
        offer(exchanges, s -> true, SeriesInfo::exchange);
        offer(symbols, inExchange(), SeriesInfo::symbol);
        offer(timeframes, inExchange().and(ofSymbol()), s -> s.timeframe().wireName());
        choose();
    }

    private void offerSymbols() {
        offer(symbols, inExchange(), SeriesInfo::symbol);
        if (!symbols.isEmpty() && !symbols.contains(form.symbol.value())) {
            form.symbol.set(symbols.get(0));
        }
        offerTimeframes();
    }

    private void offerTimeframes() {
        offer(timeframes, inExchange().and(ofSymbol()), s -> s.timeframe().wireName());
        if (!timeframes.isEmpty() && !timeframes.contains(form.timeframe.value())) {
            form.timeframe.set(timeframes.get(0));
        }
        choose();
    }

    private Predicate<SeriesInfo> inExchange() {
        return s -> s.exchange().equals(form.exchange.value());
    }

    private Predicate<SeriesInfo> ofSymbol() {
        return s -> s.symbol().equals(form.symbol.value());
    }

    private void offer(ObservableList<String> list, Predicate<SeriesInfo> which, Function<SeriesInfo, String> what) {
        List<String> wanted = distinct(which, what);
        if (!list.equals(wanted)) {
            list.setAll(wanted);
        }
    }

    private List<String> distinct(Predicate<SeriesInfo> which, Function<SeriesInfo, String> what) {
        Comparator<SeriesInfo> order = Comparator.comparing(SeriesInfo::exchange)
                .thenComparing(SeriesInfo::symbol)
                .thenComparing(SeriesInfo::timeframe, Comparator.comparing(Timeframe::duration));
        return held.stream().filter(which).sorted(order).map(what).distinct().toList();
    }

    private void choose() {
        chosen.set(find().orElse(null));
    }

    private Optional<SeriesInfo> find() {
        return held.stream()
                .filter(inExchange()
                        .and(ofSymbol())
                        .and(s -> s.timeframe().wireName().equals(form.timeframe.value())))
                .findFirst();
    }

    /** Marks the form when no candles of the chosen series are held. */
    void check() {
        if (!loaded || chosen.get() != null) {
            return;
        }
        if (held.isEmpty()) {
            form.exchange.fail(Texts.get("studio.error.no_series"));
        } else if (exchanges.contains(form.exchange.value())) {
            FormField wrong = symbols.contains(form.symbol.value()) ? form.timeframe : form.symbol;
            wrong.fail(Texts.get("studio.error.not_held", wrong.value(), form.exchange.value()));
        } else {
            form.exchange.fail(Texts.get("studio.error.unknown_exchange", form.exchange.value()));
        }
    }
}
