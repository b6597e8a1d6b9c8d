package studio.server.marketdata.file;

import java.util.Collection;
import java.util.regex.Pattern;

/** Reads numbers as people and programs write them. A text that can be read in two ways is none. */
final class FigureText {
    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long EXACT = 1L << 53;
    private static final Pattern PLAIN = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");
    /** Groups of three behind one to three digits, all cut by the same sign. */
    private static final Pattern DOT_GROUPED =
            Pattern.compile("[+-]?\\d{1,3}([,' \u00a0\u202f\u2019])\\d{3}(?:\\1\\d{3})*(?:\\.\\d*)?");

    private static final Pattern COMMA_GROUPED =
            Pattern.compile("[+-]?\\d{1,3}([.' \u00a0\u202f\u2019])\\d{3}(?:\\1\\d{3})*(?:,\\d*)?");
    private static final Pattern COMMA_PLAIN = Pattern.compile("[+-]?(?:\\d+,?\\d*|,\\d+)(?:[eE][+-]?\\d{1,4})?");
    /** One comma before exactly three digits: a thousand, or a fraction. */
    private static final Pattern OPEN = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    private FigureText() {}

    /**
     * The nearest double to a plain decimal number with a dot; NaN when the text is none.
     *
     * <p>A number whose digits fit 53 bits and whose power of ten is exact is one correctly rounded division (Clinger,
     * How to Read Floating Point Numbers Accurately, 1990); all others are left to the JDK.
     */
    static double number(String text) {
        int end = text.length();
        int at = 0;
        boolean negative = end > 0 && text.charAt(0) == '-';
        if (negative || end > 0 && text.charAt(0) == '+') {
            at++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                if (digits >= EXACT / 10) {
                    return slow(text);
                }
                digits = digits * 10 + (c - '0');
                count++;
                if (decimals >= 0) {
                    decimals++;
                }
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slow(text);
            }
        }
        if (count == 0 || decimals >= POWERS.length) {
            return slow(text);
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    /** {@code parseDouble} alone would take "1d" and "0x1p3". */
    private static double slow(String text) {
        return PLAIN.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    /** A number whose thousands may be cut, with that decimal sign; NaN when the text is none. */
    static double number(String text, char decimal) {
        if (decimal == '.') {
            double plain = number(text);
            return Double.isNaN(plain) && DOT_GROUPED.matcher(text).matches()
                    ? number(text.replaceAll("[,' \u00a0\u202f\u2019]", ""))
                    : plain;
        }
        if (COMMA_PLAIN.matcher(text).matches()) {
            return number(text.replace(',', '.'));
        }
        return COMMA_GROUPED.matcher(text).matches()
                ? number(text.replaceAll("[.' \u00a0\u202f\u2019]", "").replace(',', '.'))
                : Double.NaN;
    }

    /** As {@link #number(String, char)}, of a number that may end in K, M or B for thousands, millions and billions. */
    static double amount(String text, char decimal) {
        int last = text.length() - 1;
        int unit = last < 1 ? -1 : "KMB".indexOf(Character.toUpperCase(text.charAt(last)));
        return unit < 0
                ? number(text, decimal)
                : number(text.substring(0, last).strip(), decimal) * POWERS[3 * (unit + 1)];
    }

    /** A price may carry the sign of its currency in front. */
    static String withoutCurrency(String text) {
        return !text.isEmpty() && "$€£¥".indexOf(text.charAt(0)) >= 0
                ? text.substring(1).strip()
                : text;
    }

    /** Whether digits follow a zero that no decimal sign parts from them: "0900" is the cut end of a number. */
    static boolean isCut(String text) {
        return text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1));
    }

    /**
     * The decimal sign that texts of one file show.
     *
     * @return dot, comma, or 0 where they show two of them or could have either
     */
    static char decimal(Collection<String> texts) {
        boolean dot = false;
        boolean comma = false;
        boolean open = false;
        for (String text : texts) {
            int lastDot = text.lastIndexOf('.');
            int lastComma = text.lastIndexOf(',');
            if (lastComma < 0) {
                // 1.234.567 is grouped by dots; 1.234 alone is what it is everywhere on computers.
                comma |= text.indexOf('.') != lastDot
                        && COMMA_GROUPED.matcher(text).matches();
                dot |= lastDot >= 0
                        && text.indexOf('.') == lastDot
                        && !COMMA_GROUPED.matcher(text).matches()
                        && PLAIN.matcher(text).matches();
            } else if (lastDot >= 0) {
                dot |= lastDot > lastComma && DOT_GROUPED.matcher(text).matches();
                comma |= lastComma > lastDot && COMMA_GROUPED.matcher(text).matches();
            } else if (text.indexOf(',') != lastComma) {
                dot |= DOT_GROUPED.matcher(text).matches();
            } else if (OPEN.matcher(text).matches()) {
                open = true;
            } else {
                comma |= COMMA_PLAIN.matcher(text).matches();
            }
        }
        if (dot && comma) {
            return 0;
        }
        return comma ? ',' : dot || !open ? '.' : 0;
    }
}
