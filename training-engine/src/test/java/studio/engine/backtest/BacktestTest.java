package studio.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.market.StormyCandles;
import studio.engine.search.Evaluation;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.job.FillRule;
import studio.model.job.Objective;
import studio.model.job.TrialState;
import studio.model.market.Timeframe;
import studio.model.result.EquityPoint;

class BacktestTest {
    private static final ParameterSet NONE = new ParameterSet(Map.of());

    @Test
    void the_fast_way_gives_the_same_figures_as_the_full_one() {
        for (Strategy strategy : StrategyCatalogue.standard().all()) {
            Candles candles = StormyCandles.of(77, 5_000);
            Backtest backtest = new Backtest(strategy, IndicatorCache.of(candles), CostSettings.standard());
            ParameterSet parameters = SampleParameters.defaults(strategy);

            assertThat(backtest.evaluate(parameters, 0, 5_000))
                    .isEqualTo(backtest.run(parameters, 0, 5_000).metrics());
            assertThat(backtest.run(parameters, 0, 5_000).trades()).isNotEmpty();
        }
    }

    @Test
    void the_classic_exits_said_as_position_rules_trade_bit_for_bit_the_same() {
        for (Strategy strategy : StrategyCatalogue.standard().all()) {
            for (FillRule fill : FillRule.values()) {
                IndicatorCache data = IndicatorCache.of(StormyCandles.of(78, 5_000));
                CostSettings costs = new CostSettings(10_000, 0.001, 0.0005, 0.02, fill);
                ParameterSet parameters = SampleParameters.defaults(strategy);

                BacktestResult classic = new Backtest(strategy, data, costs).run(parameters, 0, 5_000);
                BacktestResult ruled = new Backtest(new ClassicRules(strategy, PositionRules.Trail.NONE), data, costs)
                        .run(parameters, 0, 5_000);

                assertThat(classic.trades()).as(strategy.name()).isNotEmpty().isEqualTo(ruled.trades());
                assertThat(ruled.equity()).isEqualTo(classic.equity());
                assertThat(ruled.metrics()).isEqualTo(classic.metrics());
            }
        }
    }

    @Test
    void trades_stay_inside_their_stretch() {
        Candles candles = RandomCandles.of(5, 4_000, Timeframe.M5);
        Strategy strategy = StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
        Backtest backtest = new Backtest(strategy, IndicatorCache.of(candles), CostSettings.standard());

        BacktestResult result = backtest.run(SampleParameters.defaults(strategy), 1_000, 2_000);

        assertThat(result.trades()).isNotEmpty().allSatisfy(trade -> {
            assertThat(trade.entryTime().toEpochMilli()).isGreaterThanOrEqualTo(candles.time()[1_000]);
            assertThat(trade.exitTime().toEpochMilli()).isLessThanOrEqualTo(candles.time()[2_000]);
        });
        assertThat(result.equity()).hasSize(1_000);
        assertThatThrownBy(() -> backtest.evaluate(NONE, 10, 10)).hasMessageContaining("10..10");
    }

    @Test
    void too_few_trades_are_infeasible_and_say_so() {
        Candles candles = RandomCandles.of(5, 100, Timeframe.H1);
        ScriptedStrategy silent = new ScriptedStrategy(new byte[100], new double[100], 2, 10);
        Backtest backtest = new Backtest(silent, IndicatorCache.of(candles), CostSettings.standard());

        Evaluation evaluation = new BacktestEvaluator(backtest, Objective.SHARPE_RATIO, 10, 0, 100).evaluate(NONE);

        assertThat(evaluation.state()).isEqualTo(TrialState.INFEASIBLE);
        assertThat(evaluation.violation()).isEqualTo(10);
        assertThat(evaluation.reason()).isEqualTo("0 trades, at least 10 wanted");
    }

    @Test
    void parameters_that_contradict_each_other_are_infeasible_and_a_broken_strategy_fails_with_its_reason() {
        Candles candles = RandomCandles.of(5, 1_000, Timeframe.H1);
        Strategy cross = StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
        ParameterSet contradiction = new ParameterSet(Map.of(
                "fast_period",
                50,
                "slow_period",
                20,
                "average",
                "SMA",
                "atr_multiplier_sl",
                1.0,
                "risk_reward_ratio",
                2.0,
                "max_holding_periods",
                30));

        Evaluation infeasible = new BacktestEvaluator(
                        new Backtest(cross, IndicatorCache.of(candles), CostSettings.standard()),
                        Objective.SHARPE_RATIO,
                        1,
                        0,
                        1_000)
                .evaluate(contradiction);
        Evaluation failed = new BacktestEvaluator(
                        new Backtest(
                                new ScriptedStrategy(new byte[10], new double[10], 2, 10),
                                IndicatorCache.of(candles),
                                CostSettings.standard()),
                        Objective.SHARPE_RATIO,
                        1,
                        0,
                        1_000)
                .evaluate(NONE);

        assertThat(infeasible.state()).isEqualTo(TrialState.INFEASIBLE);
        assertThat(infeasible.reason()).contains("50").contains("20");
        assertThat(failed.state()).isEqualTo(TrialState.FAILED);
        assertThat(failed.reason()).isNotBlank();
    }

    @Test
    void a_thinned_curve_keeps_its_ends_and_its_deepest_drawdown() {
        Candles candles = RandomCandles.of(8, 20_000, Timeframe.M5);
        Strategy strategy = StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
        BacktestResult result = new Backtest(strategy, IndicatorCache.of(candles), CostSettings.standard())
                .run(SampleParameters.defaults(strategy), 0, 20_000);

        List<EquityPoint> thinned = result.thinnedEquity(500);

        assertThat(thinned).hasSizeLessThanOrEqualTo(500).hasSizeGreaterThan(200);
        assertThat(thinned.get(0).equity()).isEqualTo(result.equity()[0]);
        assertThat(thinned.get(thinned.size() - 1).equity()).isEqualTo(result.equity()[19_999]);
        assertThat(thinned.stream().mapToDouble(EquityPoint::drawdownPct).max().orElseThrow())
                .isCloseTo(result.metrics().maxDrawdownPct(), within(1e-9));
        List<EquityPoint> byTime = new ArrayList<>(thinned);
        byTime.sort(java.util.Comparator.comparing(EquityPoint::time));
        assertThat(thinned).isEqualTo(byTime);
    }
}
