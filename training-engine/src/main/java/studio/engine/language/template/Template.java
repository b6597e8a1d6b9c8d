package studio.engine.language.template;

/**
 * A strategy's text to begin from.
 *
 * @param name the text's title
 * @param text complete and right
 */
public record Template(Kind kind, String name, String text) {

    /** What a strategy trades on. */
    public enum Kind {
        TREND,
        REVERSION,
        BREAKOUT,
        PATTERN,
        TIME_OF_DAY
    }
}
