package studio.desktop.strategies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.desktop.settings.Settings;
import studio.model.json.StudioJson;

/** Texts that were typed and not saved, letter by letter; kept from one start of the app to the next. */
final class StrategyDrafts {
    private static final Logger LOG = LoggerFactory.getLogger(StrategyDrafts.class);
    private static final String INDEX = "strategies.drafts";
    private static final String TEXT = "strategies.draft.";
    private static final JsonMapper JSON = StudioJson.lenient();

    private final Settings settings;
    private final Map<String, StrategyDraft> drafts = new TreeMap<>();

    StrategyDrafts(Settings settings) {
        this.settings = settings;
        for (String key : keys(settings.choice(INDEX).orElse("[]"))) {
            settings.choice(TEXT + key).flatMap(stored -> read(key, stored)).ifPresent(d -> drafts.put(key, d));
        }
    }

    private static List<String> keys(String stored) {
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            LOG.warn("The list of strategy drafts could not be read: {}", stored, e);
            return List.of();
        }
    }

    private static Optional<StrategyDraft> read(String key, String stored) {
        try {
            return Optional.of(JSON.readValue(stored, StrategyDraft.class));
        } catch (JsonProcessingException e) {
            LOG.warn("The strategy draft {} could not be read: {}", key, stored, e);
            return Optional.empty();
        }
    }

    /** Keys of drafts of new strategies, oldest first. */
    List<String> ofNewOnes() {
        return drafts.entrySet().stream()
                .filter(entry -> entry.getValue().name() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<StrategyDraft> of(String key) {
        return Optional.ofNullable(drafts.get(key));
    }

    /** A key for another new strategy. */
    String newKey() {
        int number = 1;
        while (drafts.containsKey(key(number))) {
            number++;
        }
        return key(number);
    }

    private static String key(int number) {
        return "new-%06d".formatted(number);
    }

    void keep(String key, StrategyDraft draft) {
        StrategyDraft before = drafts.put(key, draft);
        if (!draft.equals(before)) {
            write(key, draft);
        }
        if (before == null) {
            writeIndex();
        }
    }

    void forget(String key) {
        if (drafts.remove(key) != null) {
            writeIndex();
            settings.remember(TEXT + key, "");
        }
    }

    private void write(String key, StrategyDraft draft) {
        try {
            settings.remember(TEXT + key, JSON.writeValueAsString(draft));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft could not be written as JSON", e);
        }
    }

    private void writeIndex() {
        try {
            settings.remember(INDEX, drafts.isEmpty() ? "" : JSON.writeValueAsString(new ArrayList<>(drafts.keySet())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of names could not be written as JSON", e);
        }
    }
}
