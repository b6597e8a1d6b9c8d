package studio.server.shared.web;

import java.util.List;
import studio.model.problem.FieldError;

/** Ends a request with a problem document. Not logged: the person who asked is told. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final transient List<FieldError> errors;

    private ProblemException(int status, String title, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** 400 with every wrong field. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.get(0).message()
                : errors.size() + " fields are wrong: "
                        + String.join(
                                "; ", errors.stream().map(FieldError::message).toList());
        return new ProblemException(400, "Invalid request", detail, errors);
    }

    /** 400 for a body or a header that cannot be read at all. */
    public static ProblemException unreadable(String detail) {
        return new ProblemException(400, "Unreadable request", detail, List.of());
    }

    public static ProblemException unauthorized(String detail) {
        return new ProblemException(401, "Token wanted", detail, List.of());
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "Forbidden", detail, List.of());
    }

    /** 421: the request was meant for another server, by the name it gives. */
    public static ProblemException misdirected(String detail) {
        return new ProblemException(421, "Misdirected request", detail, List.of());
    }

    /** 408: the body came too slowly. */
    public static ProblemException tooSlow(String detail) {
        return new ProblemException(408, "Too slow", detail, List.of());
    }

    /** 429: try again later. */
    public static ProblemException tooMany(String detail) {
        return new ProblemException(429, "Too many requests", detail, List.of());
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(404, "Not found", detail, List.of());
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(409, "Conflict", detail, List.of());
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(413, "Too large", detail, List.of());
    }

    public static ProblemException unsupported(String detail) {
        return new ProblemException(415, "Unsupported media type", detail, List.of());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Empty when the problem is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }
}
