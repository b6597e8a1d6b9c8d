package studio.server.progress;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.model.progress.ProgressSnapshot;

/** A snapshot as polls are answered with it: its tag, and its text, which is written once for all of them. Thread-safe. */
public final class Polled {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[-a-z0-9]+)?\"");

    private final ProgressSnapshot snapshot;
    private final String tag;
    private final String quoted;
    private byte @Nullable [] text;

    /** @param tag as {@link ProgressService#tag} names it */
    public Polled(ProgressSnapshot snapshot, String tag) {
        this.snapshot = snapshot;
        this.tag = tag;
        this.quoted = "\"" + tag + "\"";
    }

    /** Without quotes. */
    public String tag() {
        return tag;
    }

    /** The snapshot written down. */
    public synchronized byte[] text(Function<ProgressSnapshot, byte[]> writer) {
        byte[] written = text;
        if (written == null) {
            written = writer.apply(snapshot);
            text = written;
        }
        return written;
    }

    /** Whether that header names just this. */
    public boolean isNamedBy(String known) {
        return known.length() >= tag.length() + 2 && known.contains(quoted) && known.indexOf(',') < 0;
    }

    /**
     * Whether a client that has what that tag names may be answered with this: it is just that, or of a version no older. An
     * older place in the queue cannot be told from a newer one of the same version, but only a client that asks two servers
     * within the moment that a snapshot is held could see one after the other.
     *
     * @param known the header {@code If-None-Match}
     */
    boolean answers(String known) {
        Matcher told = TAG.matcher(known.strip());
        return told.matches() && snapshot.version() >= Long.parseLong(told.group(1));
    }

    long version() {
        return snapshot.version();
    }
}
