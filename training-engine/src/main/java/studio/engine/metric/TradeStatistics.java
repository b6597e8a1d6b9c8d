package studio.engine.metric;

/**
 * Gains and losses of closed trades after costs, taken in one by one; the usual figures of trading reports (Pardo, The
 * Evaluation and Optimization of Trading Strategies, 2nd edition, 2008). Not thread-safe.
 */
public final class TradeStatistics {
    private int trades;
    private int wins;
    private int losses;
    private double gain;
    private double loss;
    private double largestGain;
    private double largestLoss;
    private long bars;
    private double fees;
    private double notional;

    /**
     * One closed trade.
     *
     * @param profit after fees, in quote currency
     * @param heldBars bars during which the position was open
     * @param feesPaid of both sides
     * @param tradedNotional of both sides
     */
    public void add(double profit, int heldBars, double feesPaid, double tradedNotional) {
        trades++;
        if (profit > 0) {
            wins++;
            gain += profit;
            largestGain = Math.max(largestGain, profit);
        } else if (profit < 0) {
            losses++;
            loss -= profit;
            largestLoss = Math.max(largestLoss, -profit);
        }
        bars += heldBars;
        fees += feesPaid;
        notional += tradedNotional;
    }

    public int trades() {
        return trades;
    }

    /** Trades with a gain after costs over all trades, 0..1; NaN without trades. */
    public double winRate() {
        return trades == 0 ? Double.NaN : (double) wins / trades;
    }

    /** Gross gain over gross loss; NaN without a loss, since nothing bounds it then. */
    public double profitFactor() {
        return loss > 0 ? gain / loss : Double.NaN;
    }

    /** Mean gain per trade in quote currency: {@code (gross gain − gross loss) / trades}; NaN without trades. */
    public double expectancy() {
        return trades == 0 ? Double.NaN : (gain - loss) / trades;
    }

    /** NaN without a winning trade. */
    public double averageWin() {
        return wins == 0 ? Double.NaN : gain / wins;
    }

    /** A positive amount; NaN without a losing trade. */
    public double averageLoss() {
        return losses == 0 ? Double.NaN : loss / losses;
    }

    /** NaN without a winning trade. */
    public double largestWin() {
        return wins == 0 ? Double.NaN : largestGain;
    }

    /** A positive amount; NaN without a losing trade. */
    public double largestLoss() {
        return losses == 0 ? Double.NaN : largestLoss;
    }

    /** Mean bars during which the position was open; NaN without trades. */
    public double averageHoldingBars() {
        return trades == 0 ? Double.NaN : (double) bars / trades;
    }

    public double feesPaid() {
        return fees;
    }

    /** Notional of all entries and exits. */
    public double tradedNotional() {
        return notional;
    }
}
