package studio.desktop.fx;

import org.jspecify.annotations.Nullable;

/** A strategy's title with the version that is meant. */
public final class VersionedTitle {
    private VersionedTitle() {}

    /** E.g. {@code Dip in an uptrend · v2}; the title alone for a strategy without versions. */
    public static String of(String title, @Nullable Integer version) {
        return version == null ? title : title + " · v" + version;
    }
}
