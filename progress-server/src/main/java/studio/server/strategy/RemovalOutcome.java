package studio.server.strategy;

import java.util.List;

/** What became of a strategy that was to be removed. */
public sealed interface RemovalOutcome {

    /** It is gone, with all of its versions. */
    record Removed() implements RemovalOutcome {}

    /**
     * Trainings refer to it.
     *
     * @param jobIds some of them, the newest first
     * @param trainings how many there are
     */
    record InUse(List<String> jobIds, long trainings) implements RemovalOutcome {
        public InUse {
            jobIds = List.copyOf(jobIds);
        }
    }

    /** There is no written strategy of that name. */
    record NotFound() implements RemovalOutcome {}
}
