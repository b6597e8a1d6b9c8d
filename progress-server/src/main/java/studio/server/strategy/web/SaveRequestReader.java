package studio.server.strategy.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.engine.language.StrategyLanguage;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyOrigin;
import studio.model.strategy.TextProblem;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ObjectReader;
import studio.server.shared.web.ProblemException;
import studio.server.strategy.StrategyNames;

/** Reads what is to be saved field by field, so that all that is wrong is reported at once. */
final class SaveRequestReader {
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_AUTHOR = 200;

    private SaveRequestReader() {}

    /**
     * The request.
     *
     * @param next true for the next version of a strategy, false for a new one
     * @param check finds what is wrong with the text
     * @throws ProblemException with every wrong field, and every problem of the text with its line and column
     */
    static SaveStrategyRequest read(JsonNode body, boolean next, Function<String, List<TextProblem>> check) {
        FieldErrors errors = new FieldErrors();
        ObjectReader in = new ObjectReader(body, errors);
        SaveStrategyRequest request = new SaveStrategyRequest(
                in.text("text"),
                in.text("note"),
                in.whole("based_on"),
                in.object("copied_from", from -> origin(from, errors)),
                in.text("created_by"));
        in.finish();
        String text = request.text();
        if (text == null) {
            if (!errors.has("text")) {
                errors.add("text", "is required: the strategy's text");
            }
        } else {
            problems(text, check, errors);
        }
        length("note", request.note(), LONGEST_NOTE, errors);
        length("created_by", request.createdBy(), LONGEST_AUTHOR, errors);
        if (next && request.basedOn() == null && !errors.has("based_on")) {
            errors.add("based_on", "is required: the number of the version that was edited");
        }
        if (next && request.copiedFrom() != null) {
            errors.add("copied_from", "is for new strategies; leave it out");
        }
        if (!next && request.basedOn() != null) {
            errors.add("based_on", "is for the next version of a strategy; leave it out");
        }
        errors.throwIfAny();
        return request;
    }

    private static void problems(String text, Function<String, List<TextProblem>> check, FieldErrors errors) {
        if (text.length() > StrategyLanguage.LONGEST_TEXT) {
            errors.add(
                    "text",
                    "has " + text.length() + " characters; at most " + StrategyLanguage.LONGEST_TEXT + " are allowed");
            return;
        }
        if (text.indexOf('\0') >= 0) {
            errors.add("text", "holds the character NUL, which cannot be stored");
            return;
        }
        for (TextProblem problem : check.apply(text)) {
            String meant = problem.suggestion() == null ? "" : " Did you mean " + problem.suggestion() + "?";
            errors.add(
                    "text",
                    "line " + problem.line() + ", column " + problem.column() + ": " + problem.message() + meant);
        }
    }

    private static StrategyOrigin origin(ObjectReader from, FieldErrors errors) {
        String name = from.text("name");
        Integer version = from.whole("version");
        if (name == null && !errors.has("copied_from.name")) {
            errors.add("copied_from.name", "is required");
        } else if (name != null && !StrategyNames.isPossible(name)) {
            errors.add("copied_from.name", "is no name of a strategy");
        }
        if (version != null && version < 0) {
            errors.add("copied_from.version", "= " + version + " is below 0");
        }
        return new StrategyOrigin(name == null ? "" : name, version == null ? 0 : version);
    }

    private static void length(String field, @Nullable String text, int most, FieldErrors errors) {
        if (text != null && text.indexOf('\0') >= 0) {
            errors.add(field, "holds the character NUL, which cannot be stored");
        } else if (text != null && text.length() > most) {
            errors.add(field, "has " + text.length() + " characters; at most " + most + " are allowed");
        }
    }
}
