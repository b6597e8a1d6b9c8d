package studio.engine.strategy;

import java.util.Arrays;
import studio.engine.indicator.IndicatorCache;
import studio.engine.indicator.RollingExtremes;
import studio.engine.search.ParameterSet;

/** One run of {@link FailedBreakdown}: the spring that is under way goes along with the bars. */
final class FailedBreakdownSignals extends AtrExits {
    private static final int NO_SPRING = -1;

    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final double[] volumeBefore;
    private final Accumulation accumulation;
    private final int[] highestBar;
    private final int[] lowestBar;
    private final int[] largestVolumeBar;
    private final int warmUp;
    private final int range;
    private final double tightness;
    private final double depth;
    private final double breakdownVolume;
    private final int duration;
    private final double recoveryVolume;
    private final int speed;
    private final double minScore;

    private int began = NO_SPRING;
    private double support;
    private double usualVolume;
    private double climaxVolume;
    private int lowest;

    FailedBreakdownSignals(IndicatorCache data, ParameterSet p, int warmUp) {
        super(data, p);
        this.high = data.candles().high();
        this.low = data.candles().low();
        this.close = data.candles().close();
        this.volume = data.candles().volume();
        this.volumeBefore = data.volumeBefore();
        this.accumulation =
                data.shared("accumulation", Accumulation.class, () -> Accumulation.of(data.candles(), volumeBefore));
        this.range = p.integer(FailedBreakdown.RANGE.name());
        this.highestBar = data.highestBar(range);
        this.lowestBar = data.lowestBar(range);
        this.largestVolumeBar =
                data.shared("largest-volume" + range, int[].class, () -> RollingExtremes.highestBars(volume, 0, range));
        this.warmUp = warmUp;
        this.tightness = p.real(FailedBreakdown.TIGHTNESS.name());
        this.depth = p.real(FailedBreakdown.DEPTH.name());
        this.breakdownVolume = p.real(FailedBreakdown.BREAKDOWN_VOLUME.name());
        this.duration = p.integer(FailedBreakdown.DURATION.name());
        this.recoveryVolume = p.real(FailedBreakdown.RECOVERY_VOLUME.name());
        this.speed = p.integer(FailedBreakdown.SPEED.name());
        this.minScore = p.real(FailedBreakdown.SCORE.name());
    }

    @Override
    public void write(int fromBar, int toBar, byte[] signals) {
        int start = Math.min(toBar, Math.max(fromBar, warmUp));
        Arrays.fill(signals, fromBar, start, NONE);
        began = NO_SPRING;
        for (int t = quietBarBefore(start); t < toBar; t++) {
            byte signal = next(t);
            if (t >= start) {
                signals[t] = signal;
            }
        }
    }

    /** The last bar up to that one at which no spring can be under way: nothing broke down for a whole duration. */
    private int quietBarBefore(int start) {
        int quiet = 0;
        for (int t = start - 1; t >= warmUp; t--) {
            quiet = breaksDown(t) ? 0 : quiet + 1;
            if (quiet == duration) {
                return t + duration;
            }
        }
        return Math.min(start, warmUp);
    }

    private byte next(int t) {
        if (began != NO_SPRING && t - began > duration) {
            began = NO_SPRING;
        }
        if (began == NO_SPRING) {
            if (breaksDown(t)) {
                began = t;
                lowest = t;
                support = low[lowestBar[t - 1]];
                usualVolume = volumeOf(t - range, t) / range;
                climaxVolume = volume[largestVolumeBar[t - 1]];
            }
            return NONE;
        }
        if (low[t] < low[lowest]) {
            lowest = t;
        }
        if (!recovers(t)) {
            return NONE;
        }
        began = NO_SPRING;
        return LONG;
    }

    private boolean breaksDown(int t) {
        double floor = low[lowestBar[t - 1]];
        return low[t] < floor
                && high[highestBar[t - 1]] - floor <= tightness * floor
                && accumulation.score(t - range, t, lowestBar[t - 1]) >= minScore;
    }

    private boolean recovers(int t) {
        return close[t] > support
                && volume[t] >= recoveryVolume * usualVolume
                && t - lowest <= speed
                && low[lowest] <= support * (1 - depth)
                && volumeOf(began, lowest + 1) <= breakdownVolume * climaxVolume * (lowest + 1 - began);
    }

    private double volumeOf(int fromBar, int toBar) {
        return volumeBefore[toBar] - volumeBefore[fromBar];
    }
}
