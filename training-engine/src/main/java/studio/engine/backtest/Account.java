package studio.engine.backtest;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.engine.market.Candles;
import studio.engine.metric.MetricsAccumulator;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.result.ExitReason;

/** The money of one run: its equity, the position that is open, and what is reported of both. Used by one thread. */
final class Account {

    /** When in a bar a position is closed; at its open the bar is none that it was held in. */
    enum Moment {
        OPEN,
        INSIDE,
        CLOSE
    }

    private final double[] close;
    private final MetricsAccumulator metrics;
    private final @Nullable TradeLog log;
    private final double @Nullable [] equityByBar;
    private final double fee;
    private final double slippage;
    private final boolean fillAtClose;
    private final int fromBar;

    /** Bars before this one have their equity. */
    private int marked;

    /** Equity outside of the open position: initial capital and what closed trades made, less the open one's entry fee. */
    private double cash;

    private int side;
    private double quantity;
    private double entryPrice;
    private double entryFee;
    private int entryBar;

    Account(
            Candles candles,
            CostSettings costs,
            int fromBar,
            MetricsAccumulator metrics,
            @Nullable TradeLog log,
            double @Nullable [] equityByBar) {
        this.close = candles.close();
        this.metrics = metrics;
        this.log = log;
        this.equityByBar = equityByBar;
        this.fee = costs.feeRate();
        this.slippage = costs.slippageRate();
        this.fillAtClose = costs.fill() == FillRule.CLOSE;
        this.fromBar = fromBar;
        this.marked = fromBar;
        this.cash = costs.initialCapital();
    }

    /** The open position's direction, 1 or -1; 0 when none is open. */
    int side() {
        return side;
    }

    /** The bar at whose open or close the position was entered. */
    int entryBar() {
        return entryBar;
    }

    /** The fill of the entry, slippage included. */
    double entryPrice() {
        return entryPrice;
    }

    /** All of the equity while no position is open. */
    double cash() {
        return cash;
    }

    /** The largest notional that leaves room for its own entry fee. */
    double affordable() {
        return cash / (1 + fee);
    }

    /** What is paid or got when an entry in that direction is filled at that price. */
    double fill(double price, int direction) {
        return price * (1 + direction * slippage);
    }

    /**
     * Opens a position.
     *
     * @param fill slippage included
     */
    void enter(int bar, int direction, double fill, double notional) {
        markFlat(bar);
        side = direction;
        entryPrice = fill;
        quantity = notional / fill;
        entryFee = notional * fee;
        cash -= entryFee;
        entryBar = bar;
    }

    /**
     * Closes the position.
     *
     * @param price without slippage
     */
    void exit(int bar, double price, Moment moment, ExitReason reason) {
        markOpen(bar);
        double fill = price * (1 - side * slippage);
        double exitNotional = quantity * fill;
        double exitFee = exitNotional * fee;
        double gross = side * quantity * (fill - entryPrice);
        double profit = gross - entryFee - exitFee;
        int heldBars = bar - entryBar + 1 - (fillAtClose ? 1 : 0) - (moment == Moment.OPEN ? 1 : 0);
        cash += gross - exitFee;
        metrics.trades().add(profit, heldBars, entryFee + exitFee, quantity * entryPrice + exitNotional);
        metrics.exposed(heldBars);
        if (log != null) {
            log.add(
                    side,
                    fillAtClose ? log.closeTime(entryBar) : log.openTime(entryBar),
                    entryPrice,
                    moment == Moment.CLOSE ? log.closeTime(bar) : log.openTime(bar),
                    fill,
                    quantity,
                    profit,
                    entryFee + exitFee,
                    heldBars,
                    reason);
        }
        side = 0;
        quantity = 0;
    }

    /** Nothing was open at the closes up to that bar, which is exclusive. */
    void markFlat(int toBar) {
        metrics.flat(marked, toBar, cash);
        if (equityByBar != null && marked < toBar) {
            Arrays.fill(equityByBar, marked - fromBar, toBar - fromBar, cash);
        }
        marked = Math.max(marked, toBar);
    }

    private void markOpen(int toBar) {
        metrics.open(marked, toBar, cash, side * quantity, entryPrice);
        if (equityByBar != null) {
            for (int t = marked; t < toBar; t++) {
                equityByBar[t - fromBar] = cash + side * quantity * (close[t] - entryPrice);
            }
        }
        marked = Math.max(marked, toBar);
    }
}
