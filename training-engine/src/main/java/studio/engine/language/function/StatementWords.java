package studio.engine.language.function;

import java.util.List;

/** What lines begin with. */
final class StatementWords {
    private static final String TEXT = "Title, inputs and names";
    private static final String RULES = "Rules";

    private StatementWords() {}

    static List<Word> all() {
        return List.of(
                new Word(
                        "strategy",
                        TEXT,
                        "strategy \"Title\"",
                        "The first line. A text in double quotation marks on the line below describes the strategy.",
                        "strategy \"Dip in an uptrend\""),
                new Word(
                        "input",
                        TEXT,
                        "input name = default in least..largest [step s] [unit \"…\"] [\"help\"] [when other == value]",
                        "A parameter that a run searches. Whole numbers stay whole; with a point in default or range any number"
                                + " between is possible. A list in square brackets gives the values one by one; [yes, no] makes"
                                + " a switch. With when, it matters only while another input has that value.",
                        "input length = 14 in 2..50 step 2 unit \"candles\" \"Length of the RSI.\""),
                new Word(
                        "=",
                        TEXT,
                        "name = expression",
                        "Gives a value a name, for the lines below. A name keeps its meaning. It consists of small letters,"
                                + " digits and underscores.",
                        "trend = ema(close, 200)"),
                new Word(
                        "require",
                        TEXT,
                        "require condition",
                        "What must hold for the inputs of a trial, made of inputs and numbers only. A trial for which it does not"
                                + " hold is skipped as infeasible.",
                        "require 20 < 50"),
                new Word(
                        "enter",
                        RULES,
                        "enter long|short when condition",
                        "Opens a position at the next bar's open if the condition holds at a bar's close. Several lines for one side: any of"
                                + " them enters.",
                        "enter long when crossover(close, sma(close, 200))"),
                new Word(
                        "exit",
                        RULES,
                        "exit [long|short] when condition, exit after N bars",
                        "Closes a position at the next bar's open if the condition holds at a bar's close, or after a number of bars. Without long"
                                + " or short for both sides.",
                        "exit long when rsi(close, 14) > 70"),
                new Word(
                        "stop",
                        RULES,
                        "stop [long|short] [at] value",
                        "The initial stop: a distance in price from the entry, or with at a price, by the values of the bar that"
                                + " signals. In target, trail and breakeven rules the word is that distance.",
                        "stop 2 * atr(14)"),
                new Word(
                        "target",
                        RULES,
                        "target [long|short] [at] value",
                        "Where a profit is taken: a distance in price from the entry, or with at a price.",
                        "target 5% * close"),
                new Word(
                        "trail",
                        RULES,
                        "trail [long|short] [at|following] value",
                        "A stop that follows the price and never loosens. Plain: a distance fixed when the position opens."
                                + " following: a distance that is read again at each close. at: a price that is read again at"
                                + " each close.",
                        "trail following 3 * atr(14)"),
                new Word(
                        "breakeven",
                        RULES,
                        "breakeven after distance",
                        "Moves the stop to the entry's price once the gain has reached that distance.",
                        "breakeven after 2 * atr(14)"),
                new Word(
                        "size",
                        RULES,
                        "size risk|equity|volatility share",
                        "How large a position is. risk: it loses that share of equity if the stop is hit. equity: it is that share of"
                                + " equity. volatility: as large as gives that volatility a year. Without this line: the risk per"
                                + " trade of the cost settings where there is a stop, else all of the equity.",
                        "size equity 50%"));
    }
}
