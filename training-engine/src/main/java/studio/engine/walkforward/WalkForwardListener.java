package studio.engine.walkforward;

import studio.engine.search.Trial;
import studio.model.result.WindowPlan;
import studio.model.result.WindowResult;

/** Hears of a walk-forward as it goes on; trials come from many threads and calls must return at once. */
public interface WalkForwardListener {
    WalkForwardListener NONE = new WalkForwardListener() {
        @Override
        public void onWindowStarted(WindowPlan window, int windows, int trials) {}

        @Override
        public void onTrial(WindowPlan window, Trial trial) {}

        @Override
        public void onWindow(WindowResult result) {}
    };

    /**
     * The optimizer begins on a train part; not called for windows finished before.
     *
     * @param windows how many there are in all
     * @param trials the most that will be run on this one
     */
    void onWindowStarted(WindowPlan window, int windows, int trials);

    /** The optimizer's own work before the next batch on a train part took so long. */
    default void onProposal(WindowPlan window, int batchSize, long durationNanos) {}

    /** A trial on the train part has ended. */
    void onTrial(WindowPlan window, Trial trial);

    /** A window's test part has been scored. */
    void onWindow(WindowResult result);
}
