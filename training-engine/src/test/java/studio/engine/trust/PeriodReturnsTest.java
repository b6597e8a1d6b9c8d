package studio.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestResult;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.RandomCandles;
import studio.engine.metric.AnnualPeriods;
import studio.engine.search.ParameterSpace;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;

class PeriodReturnsTest {

    @ParameterizedTest
    @EnumSource(
            value = Timeframe.class,
            names = {"M15", "H1", "H8", "D1", "W1"})
    void they_are_the_returns_that_the_metrics_are_made_of(Timeframe timeframe) {
        Strategy strategy = StrategyCatalogue.standard().find("MA_CROSS").orElseThrow();
        ParameterSpace space = ParameterSpace.of(strategy.parameters(), Map.of());
        Backtest backtest = new Backtest(
                strategy, IndicatorCache.of(RandomCandles.of(1, 5_000, timeframe)), CostSettings.standard());
        for (double at = 0.1; at < 0.5; at += 0.1) {
            BacktestResult run = backtest.run(space.decode(new double[] {at, 0.9 - at, 0.2, at, 0.5, at}), 7, 4_900);

            ReturnMoments moments = ReturnMoments.of(PeriodReturns.of(run, 10_000));

            assertThat(moments.sharpe() * Math.sqrt(AnnualPeriods.CRYPTO.perYear(timeframe)))
                    .isCloseTo(run.metrics().sharpeRatio(), within(1e-9));
        }
    }
}
