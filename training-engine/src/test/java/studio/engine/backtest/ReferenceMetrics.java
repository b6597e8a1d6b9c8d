package studio.engine.backtest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import studio.engine.market.Candles;
import studio.model.result.Metrics;

/** The figures of a run from its whole equity curve and its trades, each straight from its definition. */
final class ReferenceMetrics {
    private static final long DAY = 86_400_000L;

    private ReferenceMetrics() {}

    static Map<String, Double> of(
            Candles c, double initial, double periodsPerYear, double[] equity, List<ReferenceBacktest.Deal> deals) {
        int n = equity.length;
        double end = equity[n - 1];
        double years = (c.time()[n - 1] + c.timeframe().millis() - c.time()[0]) / (365.25 * DAY);
        double[] returns = returns(c, initial, equity);
        double mean = mean(returns);
        double squares = 0;
        double downside = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean);
            downside += Math.min(r, 0) * Math.min(r, 0);
        }
        double deviation = Math.sqrt(squares / (returns.length - 1));
        double root = Math.sqrt(periodsPerYear);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("netProfitPct", 100 * (end / initial - 1));
        double cagr = 100 * (Math.pow(end / initial, 1 / years) - 1);
        figures.put("cagrPct", end > 0 ? cagr : Double.NaN);
        figures.put("volatilityPct", 100 * deviation * root);
        figures.put("sharpeRatio", mean / deviation * root);
        figures.put(
                "sortinoRatio", returns.length < 2 ? Double.NaN : mean / Math.sqrt(downside / returns.length) * root);
        drawdowns(c, initial, equity, figures);
        figures.put("calmarRatio", cagr / figures.get("maxDrawdownPct"));
        trades(deals, figures);
        figures.put("exposure", sum(deals, ReferenceBacktest.Deal::heldBars) / n);
        double meanEquity = mean(equity);
        figures.put("turnover", sum(deals, ReferenceBacktest.Deal::notional) / meanEquity);
        figures.put("feesPaid", sum(deals, ReferenceBacktest.Deal::fees));
        return figures;
    }

    /** The same names from the engine; NaN for what it calls undefined. */
    static Map<String, Double> of(Metrics m) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (var component : Metrics.class.getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(m);
                figures.put(component.getName(), value == null ? Double.NaN : ((Number) value).doubleValue());
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return figures;
    }

    private static double[] returns(Candles c, double initial, double[] equity) {
        List<Double> returns = new ArrayList<>();
        double before = initial;
        for (int t = 0; t < equity.length; t++) {
            boolean last = t == equity.length - 1;
            boolean perCandle = c.timeframe().millis() >= DAY;
            if (perCandle || last || Math.floorDiv(c.time()[t + 1], DAY) > Math.floorDiv(c.time()[t], DAY)) {
                returns.add(equity[t] / before - 1);
                before = equity[t];
            }
        }
        return returns.stream().mapToDouble(r -> r).toArray();
    }

    private static void drawdowns(Candles c, double initial, double[] equity, Map<String, Double> figures) {
        double peak = initial;
        long since = c.time()[0];
        double depth = 0;
        List<Double> depths = new ArrayList<>();
        long longest = 0;
        for (int t = 0; t < equity.length; t++) {
            long time = c.time()[t] + c.timeframe().millis();
            boolean recovered = equity[t] >= peak;
            depth = Math.max(depth, recovered ? 0 : 1 - equity[t] / peak);
            if (depth > 0 && (recovered || t == equity.length - 1)) {
                depths.add(depth);
                longest = Math.max(longest, time - since);
                depth = 0;
            }
            if (recovered) {
                peak = equity[t];
                since = time;
            }
        }
        figures.put(
                "maxDrawdownPct",
                100 * depths.stream().mapToDouble(d -> d).max().orElse(0));
        figures.put(
                "avgDrawdownPct",
                100 * depths.stream().mapToDouble(d -> d).average().orElse(0));
        figures.put("maxDrawdownDays", longest / (double) DAY);
    }

    private static void trades(List<ReferenceBacktest.Deal> deals, Map<String, Double> figures) {
        List<ReferenceBacktest.Deal> wins =
                deals.stream().filter(d -> d.profit() > 0).toList();
        List<ReferenceBacktest.Deal> losses =
                deals.stream().filter(d -> d.profit() < 0).toList();
        double gain = sum(wins, ReferenceBacktest.Deal::profit);
        double loss = -sum(losses, ReferenceBacktest.Deal::profit);
        double count = deals.size();
        figures.put("trades", count);
        figures.put("winRate", wins.size() / count);
        figures.put("profitFactor", loss > 0 ? gain / loss : Double.NaN);
        figures.put("expectancy", sum(deals, ReferenceBacktest.Deal::profit) / count);
        figures.put("avgWin", gain / wins.size());
        figures.put("avgLoss", loss / losses.size());
        figures.put(
                "largestWin",
                wins.stream().mapToDouble(ReferenceBacktest.Deal::profit).max().orElse(Double.NaN));
        figures.put(
                "largestLoss",
                -losses.stream()
                        .mapToDouble(ReferenceBacktest.Deal::profit)
                        .min()
                        .orElse(Double.NaN));
        figures.put("avgHoldingBars", sum(deals, ReferenceBacktest.Deal::heldBars) / count);
    }

    private static double sum(List<ReferenceBacktest.Deal> deals, ToDoubleFunction<ReferenceBacktest.Deal> figure) {
        return deals.stream().mapToDouble(figure).sum();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
