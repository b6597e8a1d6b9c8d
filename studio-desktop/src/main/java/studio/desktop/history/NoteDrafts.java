package studio.desktop.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.desktop.settings.Settings;
import studio.model.json.StudioJson;

/** Names, notes and tags that were typed and not saved, by job; kept from one start of the app to the next. */
final class NoteDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(NoteDrafts.class);
    private static final String KEY = "history.drafts";
    private static final JsonMapper JSON = StudioJson.lenient();

    private final Settings settings;
    private final Map<String, NoteDraft> drafts;

    NoteDrafts(Settings settings) {
        this.settings = settings;
        this.drafts = new TreeMap<>(load(settings.choice(KEY).orElse("{}")));
    }

    private static Map<String, NoteDraft> load(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            LOG.warn("Notes that were not saved could not be read back: {}", stored, e);
            return Map.of();
        }
    }

    Optional<NoteDraft> of(String jobId) {
        return Optional.ofNullable(drafts.get(jobId));
    }

    void keep(String jobId, NoteDraft draft) {
        if (!draft.equals(drafts.put(jobId, draft))) {
            store();
        }
    }

    void forget(String jobId) {
        if (drafts.remove(jobId) != null) {
            store();
        }
    }

    private void store() {
        try {
            settings.remember(KEY, drafts.isEmpty() ? "" : JSON.writeValueAsString(drafts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Three texts could not be written as JSON", e);
        }
    }
}
