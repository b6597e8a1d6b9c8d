package studio.desktop.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round axis values at steps of 1, 2 or 5 times a power of ten.
 *
 * @param step between two values, above 0
 */
record NumberTicks(List<Double> values, double step) {

    /** At most {@code most} round values inside {@code min..max}, both included. */
    static NumberTicks between(double min, double max, int most) {
        double rough = (max - min) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (step >= rough) {
                break;
            }
        }
        List<Double> values = new ArrayList<>();
        long last = (long) Math.floor(max / step + 1e-9);
        for (long i = (long) Math.ceil(min / step - 1e-9); i <= last; i++) {
            values.add(i * step);
        }
        return new NumberTicks(values, step);
    }

    /** The value with as many decimals as the step needs. */
    String label(double value, Locale locale) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        // A negative zero would read "-0".
        return format.format(Math.abs(value) < step / 1e6 ? 0.0 : value);
    }
}
