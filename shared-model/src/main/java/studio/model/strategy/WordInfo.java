package studio.model.strategy;

/**
 * A word of the strategy language that is no function: a keyword, or a series such as {@code close}.
 *
 * @param name as in a text
 * @param kind {@code keyword}, {@code series} or {@code operator}
 * @param form how it is written, e.g. {@code enter long|short when condition}
 * @param summary one sentence
 * @param example one line of a text
 */
public record WordInfo(String name, String kind, String form, String summary, String example) {}
