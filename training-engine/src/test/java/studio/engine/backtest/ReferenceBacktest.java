package studio.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import studio.engine.market.Candles;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.ExitReason;

/** The rules of {@link Backtest} once more, as slow and plain as possible: one list of orders, one bar at a time. */
final class ReferenceBacktest {
    /**
     * @param fees of both sides
     * @param notional of both sides
     * @param heldBars bars during which the position was open at some time
     */
    record Deal(
            int side,
            int entryBar,
            double entryPrice,
            int exitBar,
            double exitPrice,
            double profit,
            double fees,
            double notional,
            int heldBars,
            ExitReason why) {}

    record Outcome(List<Deal> deals, List<Double> equity, List<Double> cash, List<Double> position) {}

    private final Candles c;
    private final CostSettings costs;
    private final List<Deal> deals = new ArrayList<>();
    /** Real cash: buying spends it, selling short brings it in. */
    private double cash;

    private double held;
    private double entryPrice;
    private double entryCash;
    private double entryFee;
    private int entryBar;
    private int firstBarToWatch;
    private int heldBars;
    private double stop;
    private double target;

    private ReferenceBacktest(Candles c, CostSettings costs) {
        this.c = c;
        this.costs = costs;
        this.cash = costs.initialCapital();
    }

    static Outcome run(
            Candles c, byte[] signals, double[] stopDistance, double rewardRisk, int maxHolding, CostSettings costs) {
        return new ReferenceBacktest(c, costs).run(signals, stopDistance, rewardRisk, maxHolding);
    }

    private Outcome run(byte[] signals, double[] stopDistance, double rewardRisk, int maxHolding) {
        boolean nextOpen = costs.fill() == FillRule.NEXT_OPEN;
        List<Double> equities = new ArrayList<>();
        List<Double> cashes = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        for (int t = 0; t < c.size(); t++) {
            boolean last = t == c.size() - 1;
            // 1. orders at the open
            if (nextOpen && t > 0 && signals[t - 1] != 0) {
                order(signals[t - 1], t, c.open()[t], t, stopDistance[t - 1], rewardRisk);
            }
            // 2. inside the bar
            if (held != 0 && t >= firstBarToWatch) {
                heldBars++;
                boolean isLong = held > 0;
                if (isLong ? c.low()[t] <= stop : c.high()[t] >= stop) {
                    boolean gap = isLong ? c.open()[t] < stop : c.open()[t] > stop;
                    leave(t, gap ? c.open()[t] : stop, ExitReason.STOP);
                } else if (isLong ? c.high()[t] >= target : c.low()[t] <= target) {
                    boolean gap = isLong ? c.open()[t] > target : c.open()[t] < target;
                    leave(t, gap ? c.open()[t] : target, ExitReason.TARGET);
                } else if (t - firstBarToWatch + 1 >= maxHolding) {
                    leave(t, c.close()[t], ExitReason.MAX_HOLDING);
                }
            }
            // 3. orders at the close
            if (!nextOpen && !last && signals[t] != 0) {
                order(signals[t], t, c.close()[t], t + 1, stopDistance[t], rewardRisk);
            }
            // 4. the end
            if (last && held != 0) {
                leave(t, c.close()[t], ExitReason.END_OF_DATA);
            }
            cashes.add(cash);
            positions.add(held * c.close()[t]);
            equities.add(cash + held * c.close()[t]);
        }
        return new Outcome(deals, equities, cashes, positions);
    }

    private void order(int want, int t, double price, int watchFrom, double stopDistance, double rewardRisk) {
        if (held != 0 && Math.signum(held) != want) {
            leave(t, price, ExitReason.OPPOSITE_SIGNAL);
        }
        if (held == 0 && stopDistance > 0) {
            double fill = worse(price, want);
            if (!(want > 0 && stopDistance >= fill)) {
                entryCash = cash;
                held = want * quantity(fill, stopDistance);
                entryFee = Math.abs(held) * fill * costs.feeRate();
                cash -= held * fill + entryFee;
                entryPrice = fill;
                entryBar = t;
                firstBarToWatch = watchFrom;
                heldBars = 0;
                stop = fill - want * stopDistance;
                target = fill + want * stopDistance * rewardRisk;
            }
        }
    }

    private void leave(int t, double wanted, ExitReason why) {
        int side = held > 0 ? 1 : -1;
        double price = worse(wanted, -side);
        double fee = Math.abs(held) * price * costs.feeRate();
        cash += held * price - fee;
        deals.add(new Deal(
                side,
                entryBar,
                entryPrice,
                t,
                price,
                cash - entryCash,
                entryFee + fee,
                Math.abs(held) * (entryPrice + price),
                heldBars,
                why));
        held = 0;
    }

    private double worse(double price, int direction) {
        return direction > 0 ? price * (1 + costs.slippageRate()) : price * (1 - costs.slippageRate());
    }

    private double quantity(double price, double stopDistance) {
        double byRisk = cash * costs.riskPerTrade() / stopDistance;
        double byMoney = cash / (1 + costs.feeRate()) / price;
        return Math.min(byRisk, byMoney);
    }
}
