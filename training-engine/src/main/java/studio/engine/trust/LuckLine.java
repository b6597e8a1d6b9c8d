package studio.engine.trust;

import java.util.ArrayList;
import java.util.List;
import studio.engine.market.Candles;
import studio.engine.metric.AnnualPeriods;

/** The Sharpe ratio that luck alone would have reached after each trial of a search: a line to draw beside the best. */
public final class LuckLine {
    /** Each point lies about this share further than the one before. */
    private static final double STRIDE = 1.15;

    /**
     * @param trials of this search
     * @param score annualized Sharpe ratio
     */
    public record Point(int trials, double score) {}

    private LuckLine() {}

    /**
     * Few points that a straight line may join, from the first trial to the last.
     *
     * @param trialsBefore trials of earlier searches on the same series and strategy, 0 or more
     * @param planned trials of this search, at least 1
     * @return empty when the series is too short for two returns
     */
    public static List<Point> of(Candles candles, AnnualPeriods annual, long trialsBefore, int planned) {
        int periods = PeriodReturns.count(candles);
        if (periods < 2) {
            return List.of();
        }
        double years = (periods - 1) / annual.perYear(candles.timeframe());
        List<Point> points = new ArrayList<>();
        for (int n = 1; n < planned; n = Math.max(n + 1, (int) (n * STRIDE))) {
            points.add(new Point(n, BestByLuck.annualSharpe(trialsBefore + n, years)));
        }
        points.add(new Point(planned, BestByLuck.annualSharpe(trialsBefore + planned, years)));
        return points;
    }
}
