package studio.server.shared.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object with their types; what is wrong is collected with the field's path. A field that is
 * absent or null reads as null. {@link #finish} refuses by name what nobody asked for.
 */
public final class ObjectReader {
    private static final String TEXT = "text of whole characters";

    private final JsonNode object;
    private final String prefix;
    private final FieldErrors errors;
    private final Set<String> asked = new HashSet<>();

    public ObjectReader(JsonNode object, FieldErrors errors) {
        this(object, "", errors);
    }

    private ObjectReader(JsonNode object, String prefix, FieldErrors errors) {
        this.object = object;
        this.prefix = prefix;
        this.errors = errors;
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public @Nullable String text(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!isText(node)) {
            wrong(name, node, TEXT);
            return null;
        }
        return node.textValue();
    }

    public @Nullable Integer whole(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!isWhole(node) || !node.canConvertToInt()) {
            wrong(name, node, "a whole number");
            return null;
        }
        return node.intValue();
    }

    public @Nullable Long wholeLong(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            wrong(name, node, "a whole number of at most 64 bits");
            return null;
        }
        return node.longValue();
    }

    public @Nullable Double number(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            wrong(name, node, "a finite number");
            return null;
        }
        return node.doubleValue();
    }

    public @Nullable Boolean yesOrNo(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isBoolean()) {
            wrong(name, node, "true or false");
            return null;
        }
        return node.booleanValue();
    }

    /** A named constant, looked up by {@code find}. */
    public <T> @Nullable T named(String name, Function<String, Optional<T>> find, List<String> allowed) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        Optional<T> found = node.isTextual() ? find.apply(node.textValue()) : Optional.empty();
        if (found.isEmpty()) {
            errors.add(prefix + name, "= " + shown(node) + " is not one of " + String.join(", ", allowed));
            return null;
        }
        return found.get();
    }

    public @Nullable List<String> texts(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            wrong(name, node, "a list of texts");
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : node) {
            if (isText(entry)) {
                texts.add(entry.textValue());
            } else {
                wrong(name + "[" + texts.size() + "]", entry, TEXT);
                return null;
            }
        }
        return texts;
    }

    /** Numbers and texts as they stand. */
    public @Nullable List<Object> values(String name) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            wrong(name, node, "a list of numbers or texts");
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode entry : node) {
            if (entry.isTextual()) {
                values.add(entry.textValue());
            } else if (isWhole(entry) && entry.canConvertToInt()) {
                values.add(entry.intValue());
            } else if (entry.isNumber() && Double.isFinite(entry.doubleValue())) {
                values.add(entry.doubleValue());
            } else {
                wrong(name + "[" + values.size() + "]", entry, "a number or text");
                return null;
            }
        }
        return values;
    }

    /** An object whose names are the analyst's, each value a number or text. */
    public @Nullable Map<String, Object> scalars(String name) {
        return object(name, inner -> {
            Map<String, Object> map = new LinkedHashMap<>();
            inner.object.fieldNames().forEachRemaining(key -> {
                JsonNode value = inner.node(key);
                if (value != null && value.isTextual()) {
                    map.put(key, value.textValue());
                } else if (value != null && isWhole(value) && value.canConvertToInt()) {
                    map.put(key, value.intValue());
                } else if (value != null && value.isNumber() && Double.isFinite(value.doubleValue())) {
                    map.put(key, value.doubleValue());
                } else {
                    errors.add(inner.prefix + key, "must be a number or text");
                }
            });
            return map;
        });
    }

    /** An object within, read by {@code read}, which must not call {@link #finish} itself. */
    public <T> @Nullable T object(String name, Function<ObjectReader, T> read) {
        JsonNode node = node(name);
        if (node == null) {
            return null;
        }
        if (!node.isObject()) {
            wrong(name, node, "an object");
            return null;
        }
        ObjectReader inner = new ObjectReader(node, prefix + name + ".", errors);
        T value = read.apply(inner);
        inner.finish();
        return value;
    }

    /** An object whose names are the analyst's, each value an object. */
    public <T> @Nullable Map<String, T> map(String name, Function<ObjectReader, T> read) {
        return object(name, inner -> {
            Map<String, T> map = new LinkedHashMap<>();
            inner.object.fieldNames().forEachRemaining(key -> {
                T value = inner.object(key, read);
                if (value != null) {
                    map.put(key, value);
                } else if (!inner.has(key)) {
                    errors.add(inner.prefix + key, "is empty");
                }
            });
            return map;
        });
    }

    /** Refuses fields that were not asked for. */
    public void finish() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                errors.add(
                        prefix + name,
                        "is not known here; known are "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        });
    }

    private @Nullable JsonNode node(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** Half of a surrogate pair can be escaped in JSON, but is no character that could be stored or sent again. */
    private static boolean isText(JsonNode node) {
        return node.isTextual() && StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue());
    }

    private static boolean isWhole(JsonNode node) {
        return node.isIntegralNumber()
                || node.isNumber()
                        && node.doubleValue() == Math.rint(node.doubleValue())
                        && Double.isFinite(node.doubleValue());
    }

    private void wrong(String name, JsonNode node, String wanted) {
        errors.add(prefix + name, "= " + shown(node) + " is not " + wanted);
    }

    private static String shown(JsonNode node) {
        return node.isTextual() ? FieldErrors.quoted(node.textValue()) : unquoted(node.toString());
    }

    private static String unquoted(String text) {
        String quoted = FieldErrors.quoted(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
