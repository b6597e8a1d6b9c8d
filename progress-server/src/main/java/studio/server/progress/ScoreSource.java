package studio.server.progress;

import java.util.List;

/** How far the forecasts of finished jobs missed on this installation. */
@FunctionalInterface
public interface ScoreSource {
    /** Knows of no finished job. */
    ScoreSource NONE = jobs -> List.of();

    /** Scores of the newest finished jobs, in units of the spread that was told, newest first. */
    List<Double> newest(int jobs);
}
