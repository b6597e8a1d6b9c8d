package studio.desktop.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.desktop.settings.Settings;
import studio.model.json.StudioJson;

/** What stands in the form, kept from one start of the app to the next. */
final class Draft {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);
    private static final String KEY = "studio.draft";
    private static final JsonMapper JSON = StudioJson.lenient();

    private final Settings settings;

    Draft(Settings settings) {
        this.settings = settings;
    }

    Map<String, String> load() {
        String stored = settings.choice(KEY).orElse("{}");
        try {
            return JSON.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            LOG.warn("The remembered form could not be read, so it starts with its defaults: {}", stored, e);
            return Map.of();
        }
    }

    void save(Map<String, String> values) {
        try {
            settings.remember(KEY, JSON.writeValueAsString(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of text could not be written as JSON", e);
        }
    }
}
