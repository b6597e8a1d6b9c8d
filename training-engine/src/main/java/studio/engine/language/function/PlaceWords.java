package studio.engine.language.function;

import java.util.List;

/** Words inside a line, which mean something in one place only. */
final class PlaceWords {
    private static final String PLACES = "Words inside a line";

    private PlaceWords() {}

    static List<Word> all() {
        return List.of(
                new Word(
                        "in",
                        PLACES,
                        "input name = default in least..largest, in [values]",
                        "Before the values that an input may take.",
                        "input average = \"ema\" in [\"sma\", \"ema\"]"),
                new Word(
                        "step",
                        PLACES,
                        "in least..largest step s",
                        "Only every s-th value of an input's range, counted from the least.",
                        "input length = 200 in 50..400 step 10"),
                new Word(
                        "unit",
                        PLACES,
                        "unit \"…\"",
                        "What an input counts, as forms show it.",
                        "input length = 14 in 2..50 unit \"candles\""),
                new Word(
                        "when",
                        PLACES,
                        "enter long when condition",
                        "Before a rule's condition; behind an input, before what it depends on.",
                        "exit when close < close[10]"),
                new Word("long", PLACES, "enter long", "For positions that gain when prices rise.", "stop long at low"),
                new Word(
                        "short",
                        PLACES,
                        "enter short",
                        "For positions that gain when prices fall.",
                        "stop short at high"),
                new Word(
                        "at",
                        PLACES,
                        "stop at price",
                        "The value is a price, not a distance from the entry.",
                        "target long at donchian(50).upper"),
                new Word(
                        "following",
                        PLACES,
                        "trail following distance",
                        "The distance is read again at each close.",
                        "trail following 2 * atr(14)"),
                new Word(
                        "after",
                        PLACES,
                        "exit after N bars, breakeven after distance",
                        "Before a number of bars, or before a gain.",
                        "exit after 24 bars"),
                new Word(
                        "bars",
                        PLACES,
                        "exit after N bars",
                        "Candles of the series; bar means the same.",
                        "exit after 1 bar"),
                new Word(
                        "risk",
                        PLACES,
                        "size risk share",
                        "The share of equity that is lost if the stop is hit.",
                        "size risk 1%"),
                new Word(
                        "equity",
                        PLACES,
                        "size equity share",
                        "The share of equity that is put in.",
                        "size equity 100%"),
                new Word(
                        "volatility",
                        PLACES,
                        "size volatility share",
                        "The volatility a year that a position is sized for.",
                        "size volatility 20%"));
    }
}
