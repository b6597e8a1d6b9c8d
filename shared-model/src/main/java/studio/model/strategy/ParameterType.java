package studio.model.strategy;

/** What values a parameter takes. */
public enum ParameterType {
    REAL,
    INTEGER,
    CATEGORY
}
