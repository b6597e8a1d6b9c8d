package studio.model.problem;

/** One wrong field: its path in the request, and a sentence that says the value and what is allowed. */
public record FieldError(String field, String message) {}
