package studio.engine.trust;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.search.ParameterSpace;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;
import studio.model.result.TrustReport;
import studio.model.result.TrustVerdict;

/**
 * How often the trust report says what, over many seeded markets of one kind.
 *
 * @param strategy by its name
 */
public record TrustCalibration(String strategy, SeededMarket market, OptimizerKind optimizer) {
    private static final int POINTS = 150;
    private static final int YEARS = 80;

    Map<TrustVerdict, Integer> verdicts(int series, ExecutorService workers) {
        Map<TrustVerdict, Integer> counts = new EnumMap<>(TrustVerdict.class);
        for (int seed = 1; seed <= series; seed++) {
            TrustReport report = new SeededTraining(strategy, market, optimizer, seed, workers).report();
            counts.merge(report.verdict(), 1, Integer::sum);
        }
        return counts;
    }

    /** What the edge is worth: annual Sharpe ratios of random parameters over 80 years at the standard costs, ascending. */
    List<Double> worth() {
        Strategy rules = StrategyCatalogue.standard().find(strategy).orElseThrow();
        int bars = YEARS * SeededTraining.BARS / 4;
        Backtest backtest = new Backtest(
                rules, IndicatorCache.of(market.candles(1_000, bars, Timeframe.H4)), CostSettings.standard());
        ParameterSpace space = ParameterSpace.of(rules.parameters(), Map.of());
        return RandomPoints.of(space, 1, POINTS).stream()
                .map(point -> {
                    try {
                        return backtest.evaluate(point, 0, bars).sharpeRatio();
                    } catch (IllegalArgumentException contradiction) {
                        return null;
                    }
                })
                .filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /**
     * Prints rows of the table of {@code docs/trust-report.md}.
     *
     * @param args series a row, strategy, optimizer, edge, strengths
     */
    public static void main(String[] args) {
        int series = Integer.parseInt(args[0]);
        ExecutorService workers = Executors.newFixedThreadPool(1);
        try {
            for (int i = 4; i < args.length; i++) {
                SeededMarket market = new SeededMarket(
                        SeededMarket.Edge.valueOf(args[3].toUpperCase(Locale.ROOT)), Double.parseDouble(args[i]));
                TrustCalibration calibration = new TrustCalibration(args[1], market, OptimizerKind.of(args[2]));
                List<Double> worth = calibration.worth();
                StringBuilder row = new StringBuilder(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s %.2f | %.2f / %.2f |",
                        args[1],
                        args[2],
                        args[3],
                        market.strength(),
                        worth.get(worth.size() / 2),
                        worth.get(worth.size() - 1)));
                Map<TrustVerdict, Integer> counts = calibration.verdicts(series, workers);
                for (TrustVerdict verdict : TrustVerdict.values()) {
                    row.append(' ').append(counts.getOrDefault(verdict, 0)).append(" |");
                }
                System.out.println(row);
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
