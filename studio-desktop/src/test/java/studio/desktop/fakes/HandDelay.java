package studio.desktop.fakes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.desktop.fx.Background;
import studio.desktop.fx.Debounce;

/** Delays that pass when the test says so. */
public final class HandDelay implements Debounce.Delay {
    private final Map<Object, Waiting> waiting = new LinkedHashMap<>();
    private Duration now = Duration.ZERO;

    @Override
    public Background.Ticket after(Duration delay, Runnable action) {
        Object key = new Object();
        waiting.put(key, new Waiting(now.plus(delay), action));
        return () -> waiting.remove(key);
    }

    /** Lets all that waits now happen. */
    public void pass() {
        List<Waiting> due = new ArrayList<>(waiting.values());
        waiting.clear();
        due.forEach(w -> w.action.run());
    }

    /** Lets that much time go by; what comes due then happens, what is asked for on the way waits from its end. */
    public void goBy(Duration time) {
        now = now.plus(time);
        List<Waiting> due =
                waiting.values().stream().filter(w -> w.due.compareTo(now) <= 0).toList();
        waiting.values().removeAll(due);
        due.forEach(w -> w.action.run());
    }

    public int waiting() {
        return waiting.size();
    }

    private record Waiting(Duration due, Runnable action) {}
}
