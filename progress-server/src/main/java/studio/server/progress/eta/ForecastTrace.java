package studio.server.progress.eta;

import java.util.List;
import studio.server.progress.WorkPlan;

/**
 * What one worker saw of one finished job, and what it told meanwhile: times and counts only. Replaying it through
 * another forecast gives that forecast's error.
 *
 * @param threads that evaluated trials
 * @param endMillis when the job ended, since the worker took it
 * @param standstillMillis the longest time between two changes of the percentage, pauses taken out
 * @param pausedMillis in which the process took no processor time: it was stopped, its machine slept, or all waited for the database
 * @param points in order of time, at most {@link TraceRecorder#LARGEST}
 */
public record ForecastTrace(
        WorkPlan plan, int threads, long endMillis, long standstillMillis, long pausedMillis, List<TracePoint> points) {
    public ForecastTrace {
        points = List.copyOf(points);
    }

    /** True when the percentage never fell. */
    public boolean isMonotone() {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).percentage() < points.get(i - 1).percentage()) {
                return false;
            }
        }
        return true;
    }
}
