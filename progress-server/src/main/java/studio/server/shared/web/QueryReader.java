package studio.server.shared.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters with their types; what is wrong is collected. Unknown and repeated ones are refused by name. */
public final class QueryReader {
    /** Bounds of what both ISO-8601 and PostgreSQL's timestamps hold. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private final Context ctx;
    private final FieldErrors errors;

    /** @param known every parameter that this route takes */
    public QueryReader(Context ctx, FieldErrors errors, Set<String> known) {
        this.ctx = ctx;
        this.errors = errors;
        ctx.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(
                        name,
                        "is no parameter of this route; it takes "
                                + String.join(", ", known.stream().sorted().toList()));
            } else if (values.size() > 1) {
                errors.add(name, "is given " + values.size() + " times; once is allowed");
            } else if (values.get(0).indexOf('\0') >= 0) {
                errors.add(name, "holds a NUL character, which nothing stored has");
            }
        });
    }

    /** The text; null when it was not given or is empty. */
    public @Nullable String text(String name) {
        String value = ctx.queryParam(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The text; an error and an empty one when it was not given. */
    public String required(String name, String example) {
        String value = text(name);
        if (value == null) {
            errors.add(name, "is required, e.g. " + example);
            return "";
        }
        return value;
    }

    public int whole(String name, int otherwise, int min, int max) {
        return (int) whole(name, (long) otherwise, min, max);
    }

    public long whole(String name, long otherwise, long min, long max) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as a number out of range.
        }
        errors.add(name, "= " + FieldErrors.quoted(value) + " is not a whole number in " + min + ".." + max);
        return otherwise;
    }

    /** A finite number; null when it was not given. */
    public @Nullable Double number(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as a number without an end.
        }
        errors.add(name, "= " + FieldErrors.quoted(value) + " is not a number like 1.5");
        return null;
    }

    public @Nullable Instant instant(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(value);
            if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Told below, in the same words as a time out of range.
        }
        errors.add(
                name,
                "= " + FieldErrors.quoted(value)
                        + " is not a UTC time of the years 1 to 9999 like 2025-10-23T06:00:00Z");
        return null;
    }

    /** False when it was not given. */
    public boolean yes(String name) {
        String value = text(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            errors.add(name, "= " + FieldErrors.quoted(value) + " is not true or false");
        }
        return "true".equals(value);
    }

    /** A named constant, looked up by {@code find}. */
    public <T> @Nullable T named(String name, Function<String, Optional<T>> find, List<String> allowed) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        Optional<T> found = find.apply(value);
        if (found.isEmpty()) {
            errors.add(name, "= " + FieldErrors.quoted(value) + " is not one of " + String.join(", ", allowed));
            return null;
        }
        return found.get();
    }

    /** Values separated by commas, blanks left out. */
    public List<String> list(String name) {
        String value = text(name);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(v -> !v.isEmpty())
                        .toList();
    }
}
