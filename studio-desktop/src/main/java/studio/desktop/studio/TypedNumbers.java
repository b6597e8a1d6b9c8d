package studio.desktop.studio;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;

/** Reads numbers as people type them: with a point, or with the locale's own decimal sign. Marks the field otherwise. */
record TypedNumbers(Locale locale) {

    /** The number; null when nothing was typed, or the field was marked. */
    @Nullable
    Double real(FormField field) {
        String typed = field.value();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return parse(typed);
        } catch (NumberFormatException e) {
            field.fail(Texts.get("studio.error.number", typed));
            return null;
        }
    }

    @Nullable
    Integer integer(FormField field) {
        Long whole = whole(field);
        if (whole == null) {
            return null;
        }
        if (whole != whole.intValue()) {
            field.fail(Texts.get("studio.error.too_large", field.value()));
            return null;
        }
        return whole.intValue();
    }

    @Nullable
    Long whole(FormField field) {
        String typed = field.value();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[+-]?\\d+")) {
            field.fail(Texts.get("studio.error.whole_number", typed));
            return null;
        }
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            field.fail(Texts.get("studio.error.too_large", typed));
            return null;
        }
    }

    /**
     * The number that was typed.
     *
     * @throws NumberFormatException when it is none; groups of thousands are refused, because they read differently
     *     elsewhere
     */
    double parse(String typed) {
        char sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        String plain = sign == '.' || typed.indexOf('.') >= 0 ? typed : typed.replace(sign, '.');
        if (!plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            throw new NumberFormatException(typed);
        }
        double value = Double.parseDouble(plain);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(typed);
        }
        return value;
    }

    /** As short as can be typed again: 0.001, 10000, 2.5. */
    static String text(@Nullable Number value) {
        return value == null
                ? ""
                : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }
}
