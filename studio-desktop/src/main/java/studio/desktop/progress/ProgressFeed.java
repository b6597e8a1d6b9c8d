package studio.desktop.progress;

import java.util.Set;
import studio.model.progress.ProgressSnapshot;

/** Where snapshots come from: one poller serves the modal and the rows of the history. For the FX thread. */
public interface ProgressFeed {

    /** What a watcher hears, on the FX thread. */
    interface Listener {

        /** A job has something new to tell; the server answers. */
        void onSnapshot(ProgressSnapshot snapshot);

        /** The server does not answer; the feed keeps trying. */
        void onAway();

        /** The server answers, whether or not a job has something new. */
        default void onHeard() {}

        /** The server does not know these jobs: they were deleted. */
        default void onUnknown(Set<String> jobIds) {}
    }

    /** Ends a watch; nothing is heard after it. */
    interface Watch {
        void stop();
    }

    /** Tells the listener of these jobs until the watch is stopped. */
    Watch watch(Set<String> jobIds, Listener listener);
}
