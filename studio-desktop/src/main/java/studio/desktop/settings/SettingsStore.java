package studio.desktop.settings;

import java.util.Map;

/** Where settings lie between two starts: text under dotted keys. Thread-safe. */
public interface SettingsStore {

    /** Everything stored; empty when nothing was, or it could not be read. */
    Map<String, String> load();

    /** Replaces everything stored, all or nothing. */
    void save(Map<String, String> values);
}
