package studio.engine.language.tree;

/** What a value of the language is. */
public enum ValueKind {
    NUMBER,
    YES_NO,
    TEXT
}
