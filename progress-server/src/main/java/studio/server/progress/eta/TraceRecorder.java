package studio.server.progress.eta;

import java.util.ArrayList;
import java.util.List;
import studio.server.progress.WorkPlan;

/** Keeps at most {@value #LARGEST} points of a run: when they are more, every other one goes. Not thread-safe. */
public final class TraceRecorder {
    public static final int LARGEST = 320;

    private final List<TracePoint> points = new ArrayList<>();
    /** A point is kept when so many milliseconds have passed since the last kept one; doubles with each thinning. */
    private long stepMillis = 1;

    private double shown = -1;
    private long movedMillis;
    private long standstillMillis;
    private long pausedMillis;

    /** Takes a look at the job; the time between looks must not fall. */
    public void add(TracePoint point) {
        add(point, point.percentage());
    }

    /** The job is shown at that percentage, 0..100. */
    public void shown(long millis, double percentage) {
        if (percentage > shown) {
            if (shown >= 0) {
                standstillMillis = Math.max(standstillMillis, millis - movedMillis);
            }
            shown = percentage;
            movedMillis = millis;
        }
    }

    /** The process did nothing for so long until now: that is no standstill of a bar while there is work. */
    public void paused(long millis) {
        pausedMillis += millis;
        movedMillis += millis;
    }

    /**
     * Takes a look at the job; the time between looks must not fall.
     *
     * @param percentage at which the job is shown, 0..100
     */
    public void add(TracePoint point, double percentage) {
        shown(point.millis(), percentage);
        TracePoint last = points.isEmpty() ? null : points.get(points.size() - 1);
        if (last != null && last.step() == point.step() && point.millis() < last.millis() + stepMillis) {
            return;
        }
        points.add(point);
        if (points.size() > LARGEST) {
            thin();
        }
    }

    private void thin() {
        List<TracePoint> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean border = i == 0 || points.get(i).step() != points.get(i - 1).step();
            if (border || i % 2 == 0) {
                kept.add(points.get(i));
            }
        }
        points.clear();
        points.addAll(kept);
        long span = kept.get(kept.size() - 1).millis() - kept.get(0).millis();
        stepMillis = Math.max(1, span / (LARGEST / 2 + 1));
    }

    /** The run as it ended. */
    public ForecastTrace trace(WorkPlan plan, int threads, long endMillis) {
        long standing = shown < 0 ? 0 : endMillis - movedMillis;
        return new ForecastTrace(plan, threads, endMillis, Math.max(standstillMillis, standing), pausedMillis, points);
    }
}
