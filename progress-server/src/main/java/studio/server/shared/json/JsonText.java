package studio.server.shared.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.json.StudioJson;

/** Values of the wire contract to JSON text and back; doubles survive exactly. Thread-safe. */
public final class JsonText {
    private static final JsonMapper MAPPER = StudioJson.lenient();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private JsonText() {}

    /** The value as JSON; throws {@code IllegalArgumentException} when it cannot be written. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** As {@link #write}; null stays null. */
    public static @Nullable String writeOrNull(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    /** The value that the text holds; throws {@code IllegalArgumentException} when it does not. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("stored JSON is no " + type.getSimpleName(), e);
        }
    }

    /** As {@link #read}; null stays null. */
    public static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
        return json == null ? null : read(json, type);
    }

    /** The list that the text holds. */
    public static <T> List<T> readList(String json, Class<T> element) {
        try {
            return MAPPER.readValue(json, MAPPER.getTypeFactory().constructCollectionType(List.class, element));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("stored JSON is no list of " + element.getSimpleName(), e);
        }
    }

    /** The object that the text holds, its keys in order; null stays null. */
    public static @Nullable Map<String, Object> readMap(@Nullable String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("stored JSON is no object", e);
        }
    }
}
