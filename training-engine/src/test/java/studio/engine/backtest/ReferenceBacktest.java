package studio.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import studio.engine.market.Candles;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.ExitReason;

/** The rules of design/training.md once more, as slow and plain as possible: one list of orders, one bar at a time. */
final class ReferenceBacktest {
    record Deal(
            int side, int entryBar, double entryPrice, int exitBar, double exitPrice, double profit, ExitReason why) {}

    record Outcome(List<Deal> deals, List<Double> equity, List<Double> cash, List<Double> position) {}

    private ReferenceBacktest() {}

    static Outcome run(
            Candles c, byte[] signals, double[] stopDistance, double rewardRisk, int maxHolding, CostSettings costs) {
        boolean nextOpen = costs.fill() == FillRule.NEXT_OPEN;
        List<Deal> deals = new ArrayList<>();
        List<Double> equities = new ArrayList<>();
        List<Double> cashes = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        // Real cash: buying spends it, selling short brings it in.
        double cash = costs.initialCapital();
        double held = 0;
        double entryPrice = 0;
        double entryCash = 0;
        int entryBar = -1;
        int firstBarToWatch = -1;
        double stop = 0;
        double target = 0;
        for (int t = 0; t < c.size(); t++) {
            boolean last = t == c.size() - 1;
            // 1. orders at the open
            if (nextOpen && t > 0 && signals[t - 1] != 0) {
                int want = signals[t - 1];
                if (held != 0 && Math.signum(held) != want) {
                    double price = worse(c.open()[t], -want(held), costs);
                    cash += held * price - Math.abs(held) * price * costs.feeRate();
                    deals.add(new Deal(
                            want(held), entryBar, entryPrice, t, price, cash - entryCash, ExitReason.OPPOSITE_SIGNAL));
                    held = 0;
                }
                if (held == 0 && stopDistance[t - 1] > 0) {
                    double price = worse(c.open()[t], want, costs);
                    if (!(want > 0 && stopDistance[t - 1] >= price)) {
                        entryCash = cash;
                        held = want * quantity(cash, price, stopDistance[t - 1], costs);
                        cash -= held * price + Math.abs(held) * price * costs.feeRate();
                        entryPrice = price;
                        entryBar = t;
                        firstBarToWatch = t;
                        stop = price - want * stopDistance[t - 1];
                        target = price + want * stopDistance[t - 1] * rewardRisk;
                    }
                }
            }
            // 2. inside the bar
            if (held != 0 && t >= firstBarToWatch) {
                boolean isLong = held > 0;
                double exit = Double.NaN;
                ExitReason why = null;
                if (isLong ? c.low()[t] <= stop : c.high()[t] >= stop) {
                    boolean gap = isLong ? c.open()[t] < stop : c.open()[t] > stop;
                    exit = gap ? c.open()[t] : stop;
                    why = ExitReason.STOP;
                } else if (isLong ? c.high()[t] >= target : c.low()[t] <= target) {
                    boolean gap = isLong ? c.open()[t] > target : c.open()[t] < target;
                    exit = gap ? c.open()[t] : target;
                    why = ExitReason.TARGET;
                } else if (t - firstBarToWatch + 1 >= maxHolding) {
                    exit = c.close()[t];
                    why = ExitReason.MAX_HOLDING;
                }
                if (why != null) {
                    double price = worse(exit, -want(held), costs);
                    cash += held * price - Math.abs(held) * price * costs.feeRate();
                    deals.add(new Deal(want(held), entryBar, entryPrice, t, price, cash - entryCash, why));
                    held = 0;
                }
            }
            // 3. orders at the close
            if (!nextOpen && !last && signals[t] != 0) {
                int want = signals[t];
                if (held != 0 && Math.signum(held) != want) {
                    double price = worse(c.close()[t], -want(held), costs);
                    cash += held * price - Math.abs(held) * price * costs.feeRate();
                    deals.add(new Deal(
                            want(held), entryBar, entryPrice, t, price, cash - entryCash, ExitReason.OPPOSITE_SIGNAL));
                    held = 0;
                }
                if (held == 0 && stopDistance[t] > 0) {
                    double price = worse(c.close()[t], want, costs);
                    if (!(want > 0 && stopDistance[t] >= price)) {
                        entryCash = cash;
                        held = want * quantity(cash, price, stopDistance[t], costs);
                        cash -= held * price + Math.abs(held) * price * costs.feeRate();
                        entryPrice = price;
                        entryBar = t;
                        firstBarToWatch = t + 1;
                        stop = price - want * stopDistance[t];
                        target = price + want * stopDistance[t] * rewardRisk;
                    }
                }
            }
            // 4. the end
            if (last && held != 0) {
                double price = worse(c.close()[t], -want(held), costs);
                cash += held * price - Math.abs(held) * price * costs.feeRate();
                deals.add(
                        new Deal(want(held), entryBar, entryPrice, t, price, cash - entryCash, ExitReason.END_OF_DATA));
                held = 0;
            }
            cashes.add(cash);
            positions.add(held * c.close()[t]);
            equities.add(cash + held * c.close()[t]);
        }
        return new Outcome(deals, equities, cashes, positions);
    }

    private static int want(double held) {
        return held > 0 ? 1 : -1;
    }

    private static double worse(double price, int direction, CostSettings costs) {
        return direction > 0 ? price * (1 + costs.slippageRate()) : price * (1 - costs.slippageRate());
    }

    private static double quantity(double cash, double price, double stopDistance, CostSettings costs) {
        double byRisk = cash * costs.riskPerTrade() / stopDistance;
        double byMoney = cash / (1 + costs.feeRate()) / price;
        return Math.min(byRisk, byMoney);
    }
}
