package studio.server.pipeline;

/** What is said of prices that seem not to be adjusted for splits, before a training and in it. */
public final class SplitWarning {
    private SplitWarning() {}

    /** A sentence for so many splits, at least 1. */
    public static String of(long splits) {
        return splits == 1
                ? "A split is suspected: the price jumps once to a simple fraction or multiple and stays there. Import adjusted"
                        + " prices, or a backtest takes the jump for a gain or a loss."
                : splits
                        + " splits are suspected: the price jumps to a simple fraction or multiple and stays there. Import"
                        + " adjusted prices, or a backtest takes the jumps for gains and losses.";
    }
}
