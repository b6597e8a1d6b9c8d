package studio.engine.trust;

import org.jspecify.annotations.Nullable;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestResult;
import studio.engine.search.ParameterSpace;
import studio.engine.search.Trial;
import studio.model.result.WalkForwardReport;

/**
 * What is to be judged: a finished training.
 *
 * @param backtest on the whole series
 * @param best the trial that the search chose
 * @param run that trial in full
 * @param sample of all trials of the search
 * @param trialsEver different trials ever run with this strategy on this series, those of this search included
 * @param stability neighbourhood score of the chosen point, 0..1; null where undefined
 * @param walkForward null when validation was not asked for
 * @param permutations null when validation was not asked for
 * @param seed the job's
 */
public record TrustCase(
        Backtest backtest,
        ParameterSpace space,
        Trial best,
        BacktestResult run,
        TrialSample sample,
        long trialsEver,
        @Nullable Double stability,
        @Nullable WalkForwardReport walkForward,
        @Nullable PermutationResult permutations,
        long seed) {

    public TrustCase {
        if (trialsEver < sample.trials()) {
            throw new IllegalArgumentException(
                    "trialsEver = " + trialsEver + " is below the " + sample.trials() + " trials of this search");
        }
    }
}
