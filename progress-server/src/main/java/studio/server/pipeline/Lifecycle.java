package studio.server.pipeline;

import org.jspecify.annotations.Nullable;
import studio.model.result.LifecycleStage;
import studio.model.result.Metrics;
import studio.model.result.TrustVerdict;
import studio.model.result.WalkForwardReport;

/** How far a configuration may be trusted, by the rules of training step 4. */
final class Lifecycle {
    private static final double LEAST_SHARPE = 0.5;
    private static final int FEW_TRADES = 30;
    private static final int MANY_TRADES = 100;
    private static final double HIGH_SHARPE = 1.5;
    private static final double HALF = 0.5;

    private Lifecycle() {}

    /** An undefined Sharpe ratio counts as too low. */
    static LifecycleStage stage(Metrics metrics, @Nullable WalkForwardReport walkForward, TrustVerdict verdict) {
        Double profit = metrics.netProfitPct();
        Double sharpe = metrics.sharpeRatio();
        if (verdict == TrustVerdict.OVERFIT) {
            return LifecycleStage.PAPER;
        }
        if (profit == null || profit < 0 || sharpe == null || sharpe < LEAST_SHARPE) {
            return LifecycleStage.PAPER;
        }
        if (metrics.trades() < FEW_TRADES || walkForward == null) {
            return LifecycleStage.DISCOVERY;
        }
        Double winRate = metrics.winRate();
        boolean mature = metrics.trades() >= MANY_TRADES
                && sharpe >= HIGH_SHARPE
                && winRate != null
                && winRate >= HALF
                && passed(walkForward);
        return mature ? LifecycleStage.MATURE : LifecycleStage.VALIDATION;
    }

    /** The stitched test parts gained, and so did at least half of the windows. */
    static boolean passed(WalkForwardReport walkForward) {
        Metrics unseen = walkForward.outOfSample();
        Double profit = unseen == null ? null : unseen.netProfitPct();
        Double profitable = walkForward.profitableWindows();
        return profit != null && profit > 0 && profitable != null && profitable >= HALF;
    }

    /** 0..1, at most what the verdict allows; null where one of its parts is undefined. */
    static @Nullable Double confidence(Metrics metrics, @Nullable Double stability, TrustVerdict verdict) {
        Double sharpe = metrics.sharpeRatio();
        Double winRate = metrics.winRate();
        if (sharpe == null || winRate == null || stability == null) {
            return null;
        }
        double earned = ofTrades(metrics.trades())
                + 0.3 * Math.min(Math.max(sharpe, 0) / 3, 1)
                + 0.2 * winRate
                + 0.2 * stability;
        return Math.min(earned, cap(verdict));
    }

    private static double ofTrades(int trades) {
        return 0.3 * Math.min(trades / 200.0, 1);
    }

    /** An overfit is never above a fragile or robust one: those have {@link #FEW_TRADES} trades at least (decision 47). */
    private static double cap(TrustVerdict verdict) {
        return switch (verdict) {
            case ROBUST -> 1;
            case FRAGILE -> 0.6;
            case TOO_LITTLE_DATA -> 0.25;
            case OVERFIT -> ofTrades(FEW_TRADES);
        };
    }
}
