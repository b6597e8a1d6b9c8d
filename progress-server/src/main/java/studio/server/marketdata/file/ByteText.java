package studio.server.marketdata.file;

import java.nio.charset.StandardCharsets;

/** Reads numbers out of bytes without making texts of them first. */
final class ByteText {
    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long EXACT = 1L << 53;

    private ByteText() {}

    /**
     * The nearest double to a plain decimal number; NaN when the bytes are none.
     *
     * <p>A number whose digits fit 53 bits and whose power of ten is exact is one correctly rounded division (Clinger,
     * How to Read Floating Point Numbers Accurately, 1990); all others are left to the JDK.
     */
    static double number(byte[] text, int start, int end) {
        int at = start;
        boolean negative = at < end && text[at] == '-';
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; at < end; at++) {
            int c = text[at];
            if (c >= '0' && c <= '9') {
                if (digits >= EXACT / 10) {
                    return slow(text, start, end);
                }
                digits = digits * 10 + (c - '0');
                count++;
                if (decimals >= 0) {
                    decimals++;
                }
            } else if (c == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slow(text, start, end);
            }
        }
        if (count == 0 || decimals >= POWERS.length) {
            return slow(text, start, end);
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return negative ? -value : value;
    }

    /** {@code parseDouble} alone would take "1d" and "0x1p3". */
    private static double slow(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if ("0123456789.+-eE".indexOf(text[i]) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(string(text, start, end));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A whole number of up to 19 digits; -1 when the bytes are none or more than a long holds. */
    static long digits(byte[] text, int start, int end) {
        if (end - start < 1 || end - start > 19) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value < 0 ? -1 : value;
    }

    static String string(byte[] text, int start, int end) {
        return new String(text, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }
}
