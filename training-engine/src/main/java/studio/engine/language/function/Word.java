package studio.engine.language.function;

/**
 * A word of the language that is no function, with the help that editor, F1 and documents show. Immutable.
 *
 * @param name as in a text, e.g. {@code enter}
 * @param group what the words with it are about, e.g. {@code Rules}
 * @param form how it is written, e.g. {@code enter long|short when condition}
 * @param summary what it does, in a sentence or two
 * @param example one line of a text
 */
public record Word(String name, String group, String form, String summary, String example) {}
