package studio.server.shared.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import studio.model.problem.FieldError;

/** Collects what is wrong with a request, so that all of it is told at once. Not thread-safe. */
public final class FieldErrors {
    private static final int LONGEST_VALUE = 40;

    private final List<FieldError> errors = new ArrayList<>();

    /** The sentence begins with the field's name. */
    public void add(String field, String message) {
        errors.add(new FieldError(field, field + " " + message));
    }

    public void addAll(Collection<FieldError> more) {
        errors.addAll(more);
    }

    public boolean has(String field) {
        return errors.stream().anyMatch(e -> e.field().equals(field));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    /** Ends the request when anything is wrong. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** A value as a sentence may repeat it. */
    public static String quoted(String value) {
        return "'" + (value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…") + "'";
    }
}
