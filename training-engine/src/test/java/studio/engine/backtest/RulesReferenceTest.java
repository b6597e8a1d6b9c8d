package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules.Trail;
import studio.engine.strategy.Sizing;
import studio.engine.strategy.Strategy;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.market.Timeframe;
import studio.model.result.ExitReason;
import studio.model.result.Side;
import studio.model.result.TradeView;

/** Position rules in all combinations, held to a reference that walks bar by bar. */
class RulesReferenceTest {
    private static final int CASES = 10_000;
    private static final ParameterSet NONE = new ParameterSet(Map.of());
    private static final List<Timeframe> TIMEFRAMES = List.of(Timeframe.M15, Timeframe.H4, Timeframe.D1, Timeframe.W1);

    private final SplittableRandom random = new SplittableRandom(48);
    private final ReferenceComparison comparison = new ReferenceComparison();
    private final Map<Trail, Integer> trailed = new EnumMap<>(Trail.class);
    private final Map<String, Integer> seen = new HashMap<>();

    @Test
    void trades_equity_and_figures_equal_the_plain_reference_over_ten_thousand_combinations_of_rules() {
        for (int i = 0; i < CASES; i++) {
            Timeframe timeframe = TIMEFRAMES.get(random.nextInt(TIMEFRAMES.size()));
            int size = 1 + random.nextInt(random.nextInt(10) == 0 ? 4 : 90);
            Candles candles = RandomCandles.withGaps(RandomCandles.of(i, size, timeframe), random);
            ScriptedStrategy entries = ScriptedStrategy.random(size, random);
            ScriptedRules rules = ScriptedRules.random(size, random);
            int from = random.nextBoolean() ? 0 : random.nextInt(size);
            int to = random.nextBoolean() ? size : from + 1 + random.nextInt(size - from);

            compare("case " + i, candles, entries, rules, costs(), from, to);
        }
        assertThat(comparison.seen.keySet()).as("every way out").containsExactlyInAnyOrder(ExitReason.values());
        assertThat(comparison.seen.values()).as("%s", comparison.seen).allMatch(count -> count > 700);
        assertThat(trailed.keySet()).containsExactlyInAnyOrder(Trail.values());
        assertThat(trailed.values()).as("stops by trail %s", trailed).allMatch(count -> count > 1_000);
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        "CostsRisk",
                        "RiskPerTrade",
                        "EquityShare",
                        "TargetVolatility",
                        "without any stop",
                        "without stop and target",
                        "exit on the last close");
        assertThat(seen.values()).as("%s", seen).allMatch(count -> count > 50);
        assertThat(comparison.figuresCompared).as("defined figures compared").isGreaterThan(10 * CASES);
    }

    @Test
    void what_was_traded_and_owned_stays_when_later_bars_are_taken_away() {
        int trades = 0;
        for (int i = 0; i < 1_000; i++) {
            int size = 60 + random.nextInt(200);
            Candles candles = RandomCandles.of(i, size, Timeframe.H1);
            Strategy strategy = ScriptedStrategy.random(size, random).with(ScriptedRules.random(size, random));
            CostSettings costs = costs();
            int cut = 2 + random.nextInt(size - 2);

            BacktestResult whole = new Backtest(strategy, IndicatorCache.of(candles), costs).run(NONE, 0, size);
            BacktestResult part = new Backtest(strategy, IndicatorCache.of(RandomCandles.firstOf(candles, cut)), costs)
                    .run(NONE, 0, cut);

            // On the last bar of the shorter one what is open is closed.
            long end = candles.time()[cut - 1];
            List<TradeView> closed = before(end, whole);
            assertThat(before(end, part)).as("case " + i).isEqualTo(closed);
            assertThat(Arrays.copyOf(part.equity(), cut - 1)).isEqualTo(Arrays.copyOf(whole.equity(), cut - 1));
            trades += closed.size();
        }
        assertThat(trades).isGreaterThan(2_000);
    }

    private static List<TradeView> before(long time, BacktestResult result) {
        return result.trades().stream()
                .filter(trade -> trade.exitTime().toEpochMilli() < time)
                .toList();
    }

    private CostSettings costs() {
        return new CostSettings(
                10_000,
                random.nextInt(3) * 0.001,
                random.nextInt(3) * 0.0005,
                random.nextInt(4) == 0 ? 1 : 0.02,
                random.nextBoolean() ? FillRule.NEXT_OPEN : FillRule.CLOSE);
    }

    private void compare(
            String name,
            Candles all,
            ScriptedStrategy entries,
            ScriptedRules rules,
            CostSettings costs,
            int from,
            int to) {
        ReferenceBacktest.Outcome expected = ReferenceRules.run(all, entries.signals, rules, costs, from, to);

        Backtest backtest = new Backtest(entries.with(rules), IndicatorCache.of(all), costs);
        BacktestResult result = backtest.run(NONE, from, to);

        assertThat(backtest.evaluate(NONE, from, to)).as(name).isEqualTo(result.metrics());
        Candles stretch = RandomCandles.between(all, from, to);
        comparison.compare(name, stretch, costs, result, expected);
        result.trades().forEach(trade -> count(trade, rules, costs, stretch));
    }

    private void count(TradeView trade, ScriptedRules rules, CostSettings costs, Candles stretch) {
        ScriptedRules.OfSide its = rules.of(trade.side() == Side.LONG ? 1 : -1);
        Sizing sizing = its.sizing;
        seen.merge(sizing.getClass().getSimpleName(), 1, Integer::sum);
        boolean noStop = its.stops == null && its.trail == Trail.NONE && its.breakEvens == null;
        if (noStop) {
            seen.merge(its.targets == null ? "without stop and target" : "without any stop", 1, Integer::sum);
        }
        long lastClose =
                stretch.time()[stretch.size() - 1] + stretch.timeframe().millis();
        boolean atTheEnd = trade.exitTime().toEpochMilli() == lastClose && costs.fill() == FillRule.CLOSE;
        if (atTheEnd && trade.exitReason() == ExitReason.EXIT_SIGNAL) {
            seen.merge("exit on the last close", 1, Integer::sum);
        }
        boolean byStop = trade.exitReason() == ExitReason.STOP || trade.exitReason() == ExitReason.TRAILING_STOP;
        if (byStop) {
            trailed.merge(its.trail, 1, Integer::sum);
        }
    }
}
