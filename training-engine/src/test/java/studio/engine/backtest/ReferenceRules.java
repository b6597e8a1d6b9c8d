package studio.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import studio.engine.market.Candles;
import studio.engine.strategy.PositionRules.Trail;
import studio.engine.strategy.Sizing;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.ExitReason;

/**
 * The rules of {@code docs/backtest.md} for strategies with position rules, as slow and plain as possible: one bar at a
 * time, and the stop of each bar worked out from all bars since the entry.
 */
final class ReferenceRules {
    /** Where the stop stands in one bar, and what put it there; absent when there is none. */
    private record Level(double price, ExitReason why) {}

    private final Candles c;
    private final byte[] entries;
    private final ScriptedRules rules;
    private final CostSettings costs;
    private final int from;
    private final int to;
    private final List<ReferenceBacktest.Deal> deals = new ArrayList<>();

    private double cash;
    private double held;
    private double entryPrice;
    private double entryFee;
    private int entryBar;
    private int signalBar;
    private int firstBarToWatch;
    private int heldBars;

    private ReferenceRules(Candles c, byte[] entries, ScriptedRules rules, CostSettings costs, int from, int to) {
        this.c = c;
        this.entries = entries;
        this.rules = rules;
        this.costs = costs;
        this.from = from;
        this.to = to;
        this.cash = costs.initialCapital();
    }

    /** Bars {@code from..to}, the end exclusive; bars of the outcome are counted from 0. */
    static ReferenceBacktest.Outcome run(
            Candles c, byte[] entries, ScriptedRules rules, CostSettings costs, int from, int to) {
        return new ReferenceRules(c, entries, rules, costs, from, to).run();
    }

    private ReferenceBacktest.Outcome run() {
        boolean atClose = costs.fill() == FillRule.CLOSE;
        List<Double> equities = new ArrayList<>();
        List<Double> cashes = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        for (int t = from; t < to; t++) {
            boolean last = t == to - 1;
            // 1. what the close before has ordered, at the open
            if (!atClose && t > from) {
                leaveBySignal(t - 1, t, c.open()[t], true);
                enter(t - 1, t, c.open()[t], t);
            }
            // 2. inside the bar
            if (held != 0 && t >= firstBarToWatch) {
                heldBars++;
                inside(t);
            }
            // 3. orders at the close; on the last one nothing is begun
            if (atClose) {
                leaveBySignal(t, t, c.close()[t], !last);
                if (!last) {
                    enter(t, t, c.close()[t], t + 1);
                }
            }
            // 4. the end
            if (last && held != 0) {
                leave(t, c.close()[t], ExitReason.END_OF_DATA);
            }
            cashes.add(cash);
            positions.add(held * c.close()[t]);
            equities.add(cash + held * c.close()[t]);
        }
        return new ReferenceBacktest.Outcome(deals, equities, cashes, positions);
    }

    /** What a bar's close wants to enter: nothing where it also leaves that side. */
    private int wanted(int bar) {
        return entries[bar] != 0 && rules.exits(entries[bar], bar) ? 0 : entries[bar];
    }

    private void leaveBySignal(int signal, int t, double price, boolean mayTurn) {
        if (held == 0) {
            return;
        }
        int side = held > 0 ? 1 : -1;
        if (mayTurn && wanted(signal) == -side) {
            leave(t, price, ExitReason.OPPOSITE_SIGNAL);
        } else if (rules.exits(side, signal)) {
            leave(t, price, ExitReason.EXIT_SIGNAL);
        }
    }

    private void enter(int signal, int t, double price, int watchFrom) {
        int side = wanted(signal);
        if (held != 0 || side == 0 || cash <= 0) {
            return;
        }
        ScriptedRules.OfSide its = rules.of(side);
        double fill = worse(price, side);
        if (its.stops != null && (isNoDistance(its.stops[signal]) || side > 0 && fill - its.stops[signal] <= 0)) {
            return;
        }
        if (its.targets != null && isNoDistance(its.targets[signal])) {
            return;
        }
        boolean trailsByDistance = its.trail == Trail.FIXED_DISTANCE || its.trail == Trail.FOLLOWING_DISTANCE;
        if (trailsByDistance && isNoDistance(its.trails[signal])) {
            return;
        }
        double size;
        if (its.sizing instanceof Sizing.EquityShare share) {
            size = share.fraction() * cash / fill;
        } else if (its.sizing instanceof Sizing.RiskPerTrade risk) {
            size = risk.fraction() * cash / its.stops[signal];
        } else if (its.sizing instanceof Sizing.CostsRisk) {
            size = costs.riskPerTrade() * cash / its.stops[signal];
        } else {
            double volatility = rules.volatility[signal];
            if (isNoDistance(volatility)) {
                return;
            }
            size = ((Sizing.TargetVolatility) its.sizing).annual() / volatility * cash / fill;
        }
        size = Math.min(size, cash / (1 + costs.feeRate()) / fill);
        held = side * size;
        entryFee = size * fill * costs.feeRate();
        cash -= held * fill + entryFee;
        entryPrice = fill;
        entryBar = t;
        signalBar = signal;
        firstBarToWatch = watchFrom;
        heldBars = 0;
    }

    private static boolean isNoDistance(double value) {
        return Double.isNaN(value) || value <= 0;
    }

    private void inside(int t) {
        boolean isLong = held > 0;
        ScriptedRules.OfSide its = rules.of(isLong ? 1 : -1);
        Level stop = stopIn(t);
        double open = c.open()[t];
        if (stop != null && (isLong ? c.low()[t] <= stop.price : c.high()[t] >= stop.price)) {
            boolean gap = isLong ? open < stop.price : open > stop.price;
            leave(t, gap ? open : stop.price, stop.why);
            return;
        }
        if (its.targets != null) {
            double distance = its.targets[signalBar];
            double target = isLong ? entryPrice + distance : entryPrice - distance;
            if (isLong ? c.high()[t] >= target : c.low()[t] <= target) {
                boolean gap = isLong ? open > target : open < target;
                leave(t, gap ? open : target, ExitReason.TARGET);
                return;
            }
        }
        if (heldBars >= rules.maxHolding) {
            leave(t, c.close()[t], ExitReason.MAX_HOLDING);
        }
    }

    /** The tightest of the three stops as they stand when bar {@code t} begins. */
    private Level stopIn(int t) {
        boolean isLong = held > 0;
        ScriptedRules.OfSide its = rules.of(isLong ? 1 : -1);
        List<Level> levels = new ArrayList<>();
        if (its.stops != null) {
            double distance = its.stops[signalBar];
            levels.add(new Level(isLong ? entryPrice - distance : entryPrice + distance, ExitReason.STOP));
        }
        if (its.breakEvens != null && !isNoDistance(its.breakEvens[signalBar])) {
            double distance = its.breakEvens[signalBar];
            for (int b = firstBarToWatch; b < t; b++) {
                if (isLong ? c.high()[b] >= entryPrice + distance : c.low()[b] <= entryPrice - distance) {
                    levels.add(new Level(entryPrice, ExitReason.BREAK_EVEN));
                }
            }
        }
        if (its.trail == Trail.PRICE) {
            double first = its.trails[signalBar];
            if (isLong ? first < entryPrice : first > entryPrice) {
                levels.add(new Level(first, ExitReason.TRAILING_STOP));
            }
            for (int b = firstBarToWatch; b < t; b++) {
                if (!Double.isNaN(its.trails[b])) {
                    levels.add(new Level(its.trails[b], ExitReason.TRAILING_STOP));
                }
            }
        } else if (its.trail != Trail.NONE) {
            double distance = its.trails[signalBar];
            double best = entryPrice;
            levels.add(new Level(isLong ? best - distance : best + distance, ExitReason.TRAILING_STOP));
            for (int b = firstBarToWatch; b < t; b++) {
                best = isLong ? Math.max(best, c.high()[b]) : Math.min(best, c.low()[b]);
                distance = its.trail == Trail.FIXED_DISTANCE ? its.trails[signalBar] : its.trails[b];
                if (!isNoDistance(distance)) {
                    levels.add(new Level(isLong ? best - distance : best + distance, ExitReason.TRAILING_STOP));
                }
            }
        }
        // The list is in the order of the reasons: only a tighter one takes the place of one before it.
        Level tightest = null;
        for (Level level : levels) {
            if (tightest == null || (isLong ? level.price > tightest.price : level.price < tightest.price)) {
                tightest = level;
            }
        }
        return tightest;
    }

    private void leave(int t, double wanted, ExitReason why) {
        int side = held > 0 ? 1 : -1;
        double price = worse(wanted, -side);
        double fee = Math.abs(held) * price * costs.feeRate();
        cash += held * price - fee;
        deals.add(new ReferenceBacktest.Deal(
                side,
                entryBar - from,
                entryPrice,
                t - from,
                price,
                // Not by the difference of cash: a position left where it was entered is no gain of a rounding.
                held * (price - entryPrice) - entryFee - fee,
                entryFee + fee,
                Math.abs(held) * (entryPrice + price),
                heldBars,
                why));
        held = 0;
    }

    private double worse(double price, int direction) {
        return direction > 0 ? price * (1 + costs.slippageRate()) : price * (1 - costs.slippageRate());
    }
}
