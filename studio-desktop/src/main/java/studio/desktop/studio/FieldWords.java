package studio.desktop.studio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.problem.FieldError;

/**
 * What is wrong with a field, in the app's language and with the user's numbers. The rules' sentences are known by their
 * shape; one of another shape, e.g. of a newer server, stays as it came.
 */
final class FieldWords {
    /** Texts whose values are words, however much one may look like a number. */
    private static final Set<String> OF_WORDS = Set.of("one_of", "number", "name", "required");

    /** Shapes of what follows the field's name, and the keys of their texts. */
    private static final Map<Pattern, String> SHAPES = new LinkedHashMap<>();

    static {
        SHAPES.put(Pattern.compile("= (\\S+) is not in (\\S+?)\\.\\.(\\S+?)(?: \\((.*)\\))?"), "within");
        SHAPES.put(Pattern.compile("= (\\S+) is not above (\\S+) and at most (\\S+)"), "above");
        SHAPES.put(Pattern.compile("= (\\S+) is not above (\\S+)"), "positive");
        SHAPES.put(Pattern.compile("= (\\S+) is not a whole number, as the parameter is"), "whole");
        SHAPES.put(Pattern.compile("= (\\S+) stands there twice"), "twice");
        SHAPES.put(Pattern.compile("= (\\S+) cuts the range into more than (\\S+) points"), "points");
        SHAPES.put(Pattern.compile("min (\\S+) is above max (\\S+)"), "order");
        SHAPES.put(Pattern.compile("has (\\d+) characters; at most (\\d+) are allowed"), "long");
        SHAPES.put(Pattern.compile("are (\\d+); 1\\.\\.(\\d+) are allowed"), "many");
        SHAPES.put(Pattern.compile("= (\\S+) is not a finite number"), "finite");
        SHAPES.put(Pattern.compile("= '(.*)' is not one of \\[(.*)\\]"), "one_of");
        SHAPES.put(Pattern.compile("= '(.*)' is not a number"), "number");
        SHAPES.put(Pattern.compile("'(.*)' is not allowed: up to 64 letters, .*, e\\.g\\. (\\S+)"), "name");
        SHAPES.put(Pattern.compile("is required, e\\.g\\. (\\S+)"), "required");
    }

    private final Formats formats;

    FieldWords(Formats formats) {
        this.formats = formats;
    }

    /** The sentence, without the field's name, which stands above the field. */
    String of(FieldError error) {
        String message = error.message();
        if (!message.startsWith(error.field() + " ")) {
            return message;
        }
        String rest = message.substring(error.field().length() + 1);
        for (Map.Entry<Pattern, String> shape : SHAPES.entrySet()) {
            Matcher found = shape.getKey().matcher(rest);
            if (found.matches()) {
                return words(shape.getValue(), found);
            }
        }
        return rest.startsWith("= ") ? rest.substring(2) + "." : Texts.get("studio.error.field", rest);
    }

    private String words(String shape, Matcher found) {
        String key = "studio.error.rule." + shape;
        Object[] values = new Object[found.groupCount()];
        for (int i = 0; i < values.length; i++) {
            String part = found.group(i + 1);
            values[i] = part == null ? "" : OF_WORDS.contains(shape) ? part : number(part);
        }
        boolean unit = values.length > 3 && !values[3].toString().isEmpty();
        return Texts.get(unit ? key + ".unit" : key, values);
    }

    private String number(String part) {
        try {
            return formats.number(Double.parseDouble(part), 0, 10);
        } catch (NumberFormatException notOne) {
            return part;
        }
    }
}
