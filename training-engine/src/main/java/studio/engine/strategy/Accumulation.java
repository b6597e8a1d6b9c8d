package studio.engine.strategy;

import studio.engine.indicator.RunningSums;
import studio.engine.market.Candles;

/**
 * How much a stretch of bars looks like accumulation; see {@link FailedBreakdown} for the four shares that make the score.
 *
 * @param volumeBefore volume of all bars before each one
 * @param risingBefore of it, what was traded in bars that closed above their open, half of it where they closed on it
 * @param placedBefore volume × how far the close lies from low to high, before each bar
 */
record Accumulation(double[] volumeBefore, double[] risingBefore, double[] placedBefore) {

    static Accumulation of(Candles c, double[] volumeBefore) {
        double[] rising = new double[c.size()];
        double[] placed = new double[c.size()];
        for (int i = 0; i < c.size(); i++) {
            double body = c.close()[i] - c.open()[i];
            double height = c.high()[i] - c.low()[i];
            rising[i] = c.volume()[i] * (body > 0 ? 1 : body < 0 ? 0 : 0.5);
            placed[i] = c.volume()[i] * (height > 0 ? (c.close()[i] - c.low()[i]) / height : 0.5);
        }
        return new Accumulation(volumeBefore, RunningSums.of(rising), RunningSums.of(placed));
    }

    /**
     * The score of bars {@code from..to-1}, 0 to 1.
     *
     * @param lowestBar where the lowest low of these bars stands
     * @return NaN without volume, or with fewer than two bars
     */
    double score(int from, int to, int lowestBar) {
        double all = volumeBefore[to] - volumeBefore[from];
        int half = (to - from) / 2;
        double early = volumeBefore[from + half] - volumeBefore[from];
        double late = volumeBefore[to] - volumeBefore[to - half];
        double rising = stretched((risingBefore[to] - risingBefore[from]) / all);
        double placed = stretched((placedBefore[to] - placedBefore[from]) / all);
        double dryingUp = early / (early + late);
        double held = (double) (to - lowestBar) / (to - from);
        return (rising + placed + dryingUp + held) / 4;
    }

    /** Volume shares keep close to one half: a quarter counts as nothing, three quarters as all. */
    private static double stretched(double share) {
        return Math.max(0, Math.min(1, 2 * share - 0.5));
    }
}
