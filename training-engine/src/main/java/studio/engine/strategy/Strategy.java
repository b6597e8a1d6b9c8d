package studio.engine.strategy;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSet;
import studio.model.market.Timeframe;
import studio.model.strategy.ParameterInfo;

/**
 * A trading strategy: parameters declared once, and signals from candles. Implementations are stateless and
 * thread-safe; what a run needs lives in the {@link Signals} that {@link #prepare} makes.
 *
 * <p>Analysts add their own as a plug-in: a jar with a {@code META-INF/services/studio.engine.strategy.Strategy} entry
 * that names a public class with a public constructor without arguments. What a plug-in may use is this package,
 * {@code studio.engine.indicator}, {@code studio.engine.market}, {@code ParameterSet} and {@code ParameterInfo};
 * {@code docs/plugin-example} shows one.
 */
public interface Strategy {

    /** The identifier, upper case with underscores, e.g. {@code LIQUIDITY_SWEEP}. */
    String name();

    /** The name that a person reads. */
    String title();

    /** What the strategy looks for, in a sentence or two. */
    String description();

    /** The parameters in the order in which a form shows them. */
    List<ParameterInfo> parameters();

    /** Bars before the first possible signal with these parameters. */
    int warmUp(ParameterSet parameters);

    /** The fewest candles that a training accepts: the longest warm-up of all and room to trade. */
    int minCandles();

    /** The same for a series of that timeframe, where a strategy looks at longer candles too. */
    default int minCandles(Timeframe timeframe) {
        return minCandles();
    }

    /**
     * Signals over one series with one set of parameters; called once per trial, from many threads.
     *
     * @throws IllegalArgumentException when the parameters contradict each other, with a sentence that says how; the
     *     trial is infeasible then
     */
    Signals prepare(IndicatorCache data, ParameterSet parameters);
}
