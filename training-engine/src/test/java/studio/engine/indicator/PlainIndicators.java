package studio.engine.indicator;

import java.util.Arrays;

/**
 * The functions in the plainest way: each bar from its own window, by the definition, without any state from the bar before.
 * Recursive ones start at the newest missing value before the bar and run forward again for every bar.
 */
final class PlainIndicators {
    private PlainIndicators() {}

    interface OnWindow {
        double of(double[] window);
    }

    /** A function of the last n values; missing while one of them is. */
    static double[] windowed(double[] x, int n, OnWindow function) {
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            out[t] = t < n - 1 ? Double.NaN : complete(Arrays.copyOfRange(x, t - n + 1, t + 1), function);
        }
        return out;
    }

    private static double complete(double[] window, OnWindow function) {
        return Arrays.stream(window).allMatch(Double::isFinite) ? function.of(window) : Double.NaN;
    }

    /** A function of all values since the newest missing one. */
    static double[] sinceMissing(double[] x, OnWindow function) {
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            int from = t;
            while (from >= 0 && Double.isFinite(x[from])) {
                from--;
            }
            out[t] = from == t ? Double.NaN : function.of(Arrays.copyOfRange(x, from + 1, t + 1));
        }
        return out;
    }

    static double mean(double[] w) {
        return Arrays.stream(w).sum() / w.length;
    }

    static double variance(double[] w) {
        double mean = mean(w);
        return Arrays.stream(w).map(v -> (v - mean) * (v - mean)).sum() / w.length;
    }

    static double weighted(double[] w) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < w.length; i++) {
            sum += (i + 1) * w[i];
            weights += i + 1;
        }
        return sum / weights;
    }

    static double[] wma(double[] x, int n) {
        return windowed(x, n, PlainIndicators::weighted);
    }

    static double[] ema(double[] x, int n) {
        return sinceMissing(x, w -> {
            if (w.length < n) {
                return Double.NaN;
            }
            double ema = mean(Arrays.copyOf(w, n));
            for (int i = n; i < w.length; i++) {
                ema = 2.0 / (n + 1) * w[i] + (1 - 2.0 / (n + 1)) * ema;
            }
            return ema;
        });
    }

    static double[] rma(double[] x, int n) {
        return sinceMissing(x, w -> {
            if (w.length < n) {
                return Double.NaN;
            }
            double rma = mean(Arrays.copyOf(w, n));
            for (int i = n; i < w.length; i++) {
                rma = w[i] / n + rma * (n - 1) / n;
            }
            return rma;
        });
    }

    static double[] hma(double[] x, int n) {
        double[] half = wma(x, n / 2);
        double[] whole = wma(x, n);
        double[] ahead = new double[x.length];
        Arrays.setAll(ahead, t -> 2 * half[t] - whole[t]);
        return wma(ahead, (int) Math.floor(Math.sqrt(n)));
    }

    static double[] rsi(double[] x, int n) {
        return sinceMissing(x, w -> {
            if (w.length < n + 1) {
                return Double.NaN;
            }
            double up = 0;
            double down = 0;
            for (int i = 1; i < w.length; i++) {
                double rise = Math.max(0, w[i] - w[i - 1]);
                double fall = Math.max(0, w[i - 1] - w[i]);
                up = i <= n ? up + rise / n : up + (rise - up) / n;
                down = i <= n ? down + fall / n : down + (fall - down) / n;
            }
            return up + down == 0 ? 50 : 100 - 100 / (1 + up / down);
        });
    }

    static double[] kama(double[] x, int n, int fast, int slow) {
        return sinceMissing(x, w -> {
            if (w.length < n + 1) {
                return Double.NaN;
            }
            double kama = w[n - 1];
            for (int t = n; t < w.length; t++) {
                double path = 0;
                for (int i = t - n + 1; i <= t; i++) {
                    path += Math.abs(w[i] - w[i - 1]);
                }
                double efficiency = path == 0 ? 1 : Math.abs(w[t] - w[t - n]) / path;
                double c = efficiency * (2.0 / (fast + 1) - 2.0 / (slow + 1)) + 2.0 / (slow + 1);
                kama += c * c * (w[t] - kama);
            }
            return kama;
        });
    }

    static double percentRank(double[] w) {
        double now = w[w.length - 1];
        long notAbove = Arrays.stream(w, 0, w.length - 1).filter(v -> v <= now).count();
        return 100.0 * notAbove / (w.length - 1);
    }

    static double zScore(double[] w) {
        double deviation = Math.sqrt(variance(w));
        return Arrays.stream(w).distinct().count() == 1 ? Double.NaN : (w[w.length - 1] - mean(w)) / deviation;
    }

    static double cci(double[] w) {
        double mean = mean(w);
        double deviation = Arrays.stream(w).map(v -> Math.abs(v - mean)).sum() / w.length;
        boolean still = Arrays.stream(w).distinct().count() == 1;
        return still ? 0 : (w[w.length - 1] - mean) / (0.015 * deviation);
    }

    /** By the normal equations with times 0..n-1. */
    static double line(double[] w, int offset) {
        int n = w.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sx += i;
            sy += w[i];
            sxx += (double) i * i;
            sxy += i * w[i];
        }
        double b = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        return (sy - b * sx) / n + b * (n - 1 - offset);
    }

    static double[] correlation(double[] x, double[] y, int n) {
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            out[t] = Double.NaN;
            if (t >= n - 1) {
                double[] a = Arrays.copyOfRange(x, t - n + 1, t + 1);
                double[] b = Arrays.copyOfRange(y, t - n + 1, t + 1);
                boolean moves = Arrays.stream(a).distinct().count() > 1
                        && Arrays.stream(b).distinct().count() > 1;
                if (moves
                        && Arrays.stream(a).allMatch(Double::isFinite)
                        && Arrays.stream(b).allMatch(Double::isFinite)) {
                    double covariance = 0;
                    for (int i = 0; i < n; i++) {
                        covariance += (a[i] - mean(a)) * (b[i] - mean(b)) / n;
                    }
                    out[t] = covariance / Math.sqrt(variance(a) * variance(b));
                }
            }
        }
        return out;
    }

    static double[] vwma(double[] x, double[] volume, int n) {
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double weighted = 0;
            double weights = 0;
            for (int i = t - n + 1; i <= t; i++) {
                weighted += i < 0 ? Double.NaN : x[i] * volume[i];
                weights += i < 0 ? Double.NaN : volume[i];
            }
            out[t] = weights > 0 ? weighted / weights : Double.NaN;
        }
        return out;
    }

    static double[] mfi(double[] x, double[] volume, int n) {
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double up = 0;
            double down = 0;
            for (int i = t - n + 1; i <= t; i++) {
                double flow = i < 1 ? Double.NaN : x[i] * volume[i];
                boolean missing = i < 1 || Double.isNaN(x[i - 1]) || Double.isNaN(flow);
                up += missing ? Double.NaN : x[i] > x[i - 1] ? flow : 0;
                down += missing ? Double.NaN : x[i] < x[i - 1] ? flow : 0;
            }
            out[t] = up + down == 0 ? 50 : 100 * up / (up + down);
        }
        return out;
    }

    static int newestExtreme(double[] w, int sign) {
        int best = w.length - 1;
        for (int i = w.length - 2; i >= 0; i--) {
            best = sign * w[i] > sign * w[best] ? i : best;
        }
        return best - (w.length - 1);
    }

    static double[] pivot(double[] x, int left, int right, int sign) {
        double[] out = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            int peak = t - right;
            boolean is = peak - left >= 0;
            for (int i = peak - left; is && i <= t; i++) {
                is = i == peak || sign * x[i] < sign * x[peak];
            }
            out[t] = is ? x[peak] : Double.NaN;
        }
        return out;
    }
}
