package studio.desktop.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;

/** What the history is narrowed to, column by column; remembered from one start to the next. For one thread. */
final class HistoryFilters {
    private static final String KEY = "history.filter.";

    private final Settings settings;
    private final ZoneId zone;
    private final Map<Field, StringProperty> typed = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> errors = new EnumMap<>(Field.class);
    private Runnable onChange = () -> {};
    private boolean silent;

    /** A criterion by its name on the wire. */
    enum Field {
        Q("q", Kind.TEXT),
        STATUS("status", Kind.TEXT),
        STRATEGY("strategy", Kind.TEXT),
        SYMBOL("symbol", Kind.TEXT),
        EXCHANGE("exchange", Kind.TEXT),
        TIMEFRAME("timeframe", Kind.TEXT),
        OPTIMIZER("optimizer", Kind.TEXT),
        STAGE("stage", Kind.TEXT),
        VERDICT("verdict", Kind.TEXT),
        PINNED("pinned", Kind.TEXT),
        TAGS("tags", Kind.TEXT),
        CREATED_BY("created_by", Kind.TEXT),
        FROM("from", Kind.DAY),
        TO("to", Kind.DAY),
        MIN_SCORE("min_best_score", Kind.NUMBER),
        MAX_SCORE("max_best_score", Kind.NUMBER),
        MIN_PROFIT("min_net_profit_pct", Kind.NUMBER),
        MAX_PROFIT("max_net_profit_pct", Kind.NUMBER),
        MIN_TRADES("min_trades", Kind.NUMBER),
        MAX_TRADES("max_trades", Kind.NUMBER),
        MIN_DURATION("min_duration", Kind.NUMBER),
        MAX_DURATION("max_duration", Kind.NUMBER);

        private final String wireName;
        private final Kind kind;

        Field(String wireName, Kind kind) {
            this.wireName = wireName;
            this.kind = kind;
        }

        String wireName() {
            return wireName;
        }
    }

    private enum Kind {
        TEXT,
        NUMBER,
        DAY
    }

    HistoryFilters(Settings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
        for (Field field : Field.values()) {
            StringProperty value = new SimpleStringProperty(
                    settings.choice(KEY + field.wireName).orElse(""));
            ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
            typed.put(field, value);
            errors.put(field, error);
            value.addListener((o, was, is) -> take(field, is == null ? "" : is.strip()));
        }
    }

    /** Called after a change that is valid. */
    void onChange(Runnable listener) {
        onChange = listener;
    }

    private void take(Field field, String value) {
        String wrong = error(field, value);
        java.util.Objects.requireNonNull(errors.get(field)).set(wrong);
        if (wrong.isEmpty()) {
            settings.remember(KEY + field.wireName, value);
            if (!silent) {
                onChange.run();
            }
        }
    }

    private static String error(Field field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field.kind) {
            case TEXT -> "";
            case NUMBER -> number(value) == null ? Texts.get("history.filter.error.number", value) : "";
            case DAY -> day(value) == null ? Texts.get("history.filter.error.day", value) : "";
        };
    }

    /** A comma is taken for a decimal point, as some locales write it. */
    private static @Nullable Double number(String value) {
        try {
            double number = Double.parseDouble(value.replace(',', '.'));
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** What is asked of the server; what is empty or wrong is left out. */
    Map<String, String> wire() {
        Map<String, String> wire = new TreeMap<>();
        typed.forEach((field, property) -> {
            String value = property.get() == null ? "" : property.get().strip();
            if (!value.isEmpty() && error(field, value).isEmpty()) {
                wire.put(field.wireName, onWire(field, value));
            }
        });
        return wire;
    }

    private String onWire(Field field, String value) {
        LocalDate day = field.kind == Kind.DAY ? day(value) : null;
        if (day != null) {
            // The last day is meant whole, and the wire's end is exclusive.
            LocalDate first = field == Field.TO ? day.plusDays(1) : day;
            return first.atStartOfDay(zone).toInstant().toString();
        }
        return field.kind == Kind.NUMBER ? value.replace(',', '.') : value;
    }

    /** How many criteria narrow the history beside the search. */
    int count() {
        Map<String, String> wire = wire();
        wire.remove(Field.Q.wireName);
        return wire.size();
    }

    /** Shows everything again. */
    void clear() {
        silent = true;
        typed.values().forEach(value -> value.set(""));
        silent = false;
        onChange.run();
    }

    StringProperty property(Field field) {
        return java.util.Objects.requireNonNull(typed.get(field), field.name());
    }

    /** What is wrong with it; empty when nothing is. */
    ReadOnlyStringProperty errorProperty(Field field) {
        return java.util.Objects.requireNonNull(errors.get(field), field.name()).getReadOnlyProperty();
    }

    /** The text of a field's label. */
    static String label(Field field) {
        return Texts.get("history.filter.label." + field.name().toLowerCase(Locale.ROOT));
    }
}
