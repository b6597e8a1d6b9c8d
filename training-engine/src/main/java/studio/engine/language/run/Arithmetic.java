package studio.engine.language.run;

/** Arithmetic as the language defines it: what is not finite is missing, and missing is NaN. */
final class Arithmetic {
    private Arithmetic() {}

    /** The number, or missing where it is infinite. */
    static double finite(double x) {
        return Math.abs(x) <= Double.MAX_VALUE ? x : Double.NaN;
    }

    /** Makes every infinite number of a column missing. */
    static double[] finite(double[] column) {
        for (int t = 0; t < column.length; t++) {
            column[t] = finite(column[t]);
        }
        return column;
    }

    /** Both are there, and they are not equal; for finite numbers and NaN. */
    static boolean differ(double x, double y) {
        return x < y || x > y;
    }

    /** The nearest whole number; halves go up. */
    static double round(double x) {
        return Math.floor(x + 0.5);
    }

    /** The first number, or the second where the first is missing; for finite numbers and NaN. */
    static double nz(double x, double y) {
        return Double.isNaN(x) ? y : x;
    }
}
