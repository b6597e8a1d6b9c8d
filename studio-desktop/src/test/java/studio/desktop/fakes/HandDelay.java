package studio.desktop.fakes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.desktop.fx.Background;
import studio.desktop.fx.Debounce;

/** Delays that pass when the test says so. */
public final class HandDelay implements Debounce.Delay {
    private final Map<Object, Runnable> waiting = new LinkedHashMap<>();

    @Override
    public Background.Ticket after(Duration delay, Runnable action) {
        Object key = new Object();
        waiting.put(key, action);
        return () -> waiting.remove(key);
    }

    /** Lets all that waits now happen. */
    public void pass() {
        var due = new ArrayList<>(waiting.values());
        waiting.clear();
        due.forEach(Runnable::run);
    }

    public int waiting() {
        return waiting.size();
    }
}
