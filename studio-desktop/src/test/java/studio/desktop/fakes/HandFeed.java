package studio.desktop.fakes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import studio.desktop.progress.ProgressFeed;
import studio.model.progress.ProgressSnapshot;

/** A feed worked by hand. */
public final class HandFeed implements ProgressFeed {
    private final Map<Watch, Set<String>> watched = new LinkedHashMap<>();
    private final Map<Watch, Listener> listeners = new LinkedHashMap<>();

    @Override
    public Watch watch(Set<String> jobIds, Listener listener) {
        Watch watch = new Watch() {
            @Override
            public void stop() {
                watched.remove(this);
                listeners.remove(this);
            }
        };
        watched.put(watch, Set.copyOf(jobIds));
        listeners.put(watch, listener);
        return watch;
    }

    public void tell(ProgressSnapshot snapshot) {
        for (Watch watch : Set.copyOf(watched.keySet())) {
            Listener listener = listeners.get(watch);
            if (listener != null && watched.get(watch).contains(snapshot.jobId())) {
                listener.onSnapshot(snapshot);
            }
        }
    }

    public void away() {
        Set.copyOf(listeners.values()).forEach(Listener::onAway);
    }

    public Set<Set<String>> watchedJobs() {
        return Set.copyOf(watched.values());
    }

    public int watches() {
        return watched.size();
    }
}
