package studio.desktop.results;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;

/** Writes figures that may be undefined: those are "–", never 0. Thread-safe. */
public record FigureFormat(Formats formats) {
    public static final String UNDEFINED = "–";

    /** Two decimals, more for a score so small that two would hide it. */
    public String score(@Nullable Double value) {
        return value == null ? UNDEFINED : formats.number(value, 2, value != 0 && Math.abs(value) < 0.1 ? 4 : 2);
    }

    public String number(@Nullable Double value, int decimals) {
        return value == null ? UNDEFINED : formats.number(value, decimals);
    }

    /** With its sign always shown, so that gain and loss differ by more than colour. */
    public String signed(@Nullable Double value, int decimals) {
        if (value == null) {
            return UNDEFINED;
        }
        String text = formats.number(value, decimals);
        return value > 0 && !text.equals(formats.number(0, decimals)) ? "+" + text : text;
    }

    /** A fraction 0..1 as percent. */
    public String share(@Nullable Double fraction, int decimals) {
        return fraction == null ? UNDEFINED : formats.percent(fraction * 100, decimals);
    }

    public String percent(@Nullable Double percent, int decimals) {
        return percent == null ? UNDEFINED : formats.percent(percent, decimals);
    }

    /** "+12.30 %". */
    public String signedPercent(@Nullable Double percent, int decimals) {
        return percent == null ? UNDEFINED : signed(percent, decimals) + " %";
    }

    public String count(@Nullable Integer value) {
        return value == null ? UNDEFINED : formats.count(value);
    }

    /** A parameter's value with at most six significant figures; text as it is. */
    public String parameter(@Nullable Object value) {
        if (value instanceof Number number) {
            double d = number.doubleValue();
            if (d == Math.rint(d)) {
                return formats.number(d, 0);
            }
            BigDecimal rounded = BigDecimal.valueOf(d).round(new MathContext(6)).stripTrailingZeros();
            return formats.number(rounded.doubleValue(), 0, Math.max(0, rounded.scale()));
        }
        return value == null ? UNDEFINED : value.toString();
    }
}
