package studio.desktop.strategies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.desktop.settings.Settings;
import studio.model.json.StudioJson;

/**
 * Texts that were typed and not saved, letter by letter; kept from one start of the app to the next. What is stored and cannot
 * be read is put aside under another key of the settings, and never written over. For one thread.
 */
final class StrategyDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(StrategyDrafts.class);
    private static final String TEXT = "strategies.draft.";
    private static final String DAMAGED = "strategies.damaged-draft.";
    private static final String NEW = "new-";
    private static final JsonMapper JSON = StudioJson.lenient();

    private final Settings settings;
    private final Map<String, StrategyDraft> drafts = new TreeMap<>();
    private final List<String> damaged = new ArrayList<>();

    StrategyDrafts(Settings settings) {
        this.settings = settings;
        for (String stored : settings.keysBeginning(TEXT)) {
            String key = stored.substring(TEXT.length());
            String json = settings.choice(stored).orElse("");
            StrategyDraft draft = read(key, json);
            if (draft != null) {
                drafts.put(key, draft);
            } else {
                putAside(key, json);
            }
        }
    }

    private static @Nullable StrategyDraft read(String key, String json) {
        try {
            StrategyDraft draft = JSON.readValue(json, StrategyDraft.class);
            // Jackson leaves null what is absent; that is no draft either.
            return draft == null || (Object) draft.text() == null ? null : draft;
        } catch (JsonProcessingException e) {
            LOG.warn("The strategy draft {} could not be read: {}", key, json, e);
            return null;
        }
    }

    private void putAside(String key, String json) {
        String place = DAMAGED + key;
        for (int number = 2; settings.choice(place).isPresent(); number++) {
            place = DAMAGED + key + "-" + number;
        }
        settings.remember(place, json);
        settings.remember(TEXT + key, "");
        damaged.add(place);
    }

    /** Where in the settings the drafts lie that could not be read at this start. */
    List<String> damaged() {
        return List.copyOf(damaged);
    }

    /** Keys of all drafts: those of saved strategies first, then those of new ones, oldest first. */
    List<String> keys() {
        return List.copyOf(drafts.keySet());
    }

    Optional<StrategyDraft> of(String key) {
        return Optional.ofNullable(drafts.get(key));
    }

    /** A key for another new strategy, above those of all others. */
    String newKey() {
        int largest = drafts.keySet().stream()
                .filter(key -> key.matches(NEW + "\\d{1,9}"))
                .mapToInt(key -> Integer.parseInt(key.substring(NEW.length())))
                .max()
                .orElse(0);
        return "%s%06d".formatted(NEW, largest + 1);
    }

    void keep(String key, StrategyDraft draft) {
        if (!draft.equals(drafts.put(key, draft))) {
            try {
                settings.remember(TEXT + key, JSON.writeValueAsString(draft));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A draft could not be written as JSON", e);
            }
        }
    }

    void forget(String key) {
        if (drafts.remove(key) != null) {
            settings.remember(TEXT + key, "");
        }
    }
}
