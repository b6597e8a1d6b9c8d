package studio.desktop.poll;

import java.util.List;
import studio.model.progress.ProgressSnapshot;

/** Hears what the poller learns; on the poller's own thread, so that a screen must hop to its own. */
public interface PollListener {

    /** A job has changed since it was last told of, or is told of for the first time. */
    void onSnapshot(ProgressSnapshot snapshot);

    /** The server has answered, whether or not anything is new. */
    default void onHeard() {}

    /** No answer came; the poller keeps trying, more and more rarely. Told for every try. */
    default void onAway(Exception cause) {}

    /** The server does not know these jobs: they were deleted. They are not asked for again. */
    default void onUnknown(List<String> jobIds) {}
}
