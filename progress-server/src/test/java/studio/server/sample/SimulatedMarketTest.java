package studio.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.engine.backtest.Backtest;
import studio.engine.indicator.IndicatorCache;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Strategy;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.job.CostSettings;
import studio.model.market.CandleQuality;
import studio.model.result.Metrics;

class SimulatedMarketTest {
    private static final Candles YEAR = SimulatedMarket.candles(SimulatedMarket.SEED, SimulatedMarket.CANDLES);

    @Test
    void is_a_whole_year_without_gaps_or_impossible_candles() {
        CandleQuality quality = CandleQualityMeter.measure(YEAR);

        assertThat(quality.candles()).isEqualTo(105_120);
        assertThat(quality.gaps()).isZero();
        assertThat(quality.impossible()).isZero();
        assertThat(quality.zeroVolumeShare()).isZero();
        assertThat(quality.flatShare()).isLessThan(0.01);
        assertThat(Instant.ofEpochMilli(YEAR.time()[105_119])).isEqualTo(Instant.parse("2025-12-31T23:55:00Z"));
    }

    @Test
    void the_same_seed_gives_the_same_candles_and_another_seed_others() {
        Candles again = SimulatedMarket.candles(SimulatedMarket.SEED, 5000);
        Candles other = SimulatedMarket.candles(SimulatedMarket.SEED + 1, 5000);

        assertThat(again.close()).isEqualTo(java.util.Arrays.copyOf(YEAR.close(), 5000));
        assertThat(other.close()).isNotEqualTo(again.close());
    }

    @Test
    void volatility_clusters_and_returns_have_fat_tails() {
        double[] returns = new double[YEAR.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(YEAR.close()[i + 1] / YEAR.close()[i]);
        }

        double annual = Math.sqrt(moment(returns, 2) * 105_120);
        double kurtosis = moment(returns, 4) / Math.pow(moment(returns, 2), 2);
        assertThat(annual).isBetween(0.25, 0.8);
        assertThat(kurtosis).isGreaterThan(4);
        assertThat(autocorrelation(returns, 12)).isGreaterThan(0.1);
        assertThat(autocorrelation(returns, 288)).isGreaterThan(0.05);
    }

    @Test
    void liquidity_sweep_finds_trades_all_year_and_no_fortune() {
        Strategy strategy = StrategyCatalogue.standard().find("LIQUIDITY_SWEEP").orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        strategy.parameters().forEach(p -> values.put(p.name(), p.defaultValue()));
        Backtest backtest = new Backtest(strategy, IndicatorCache.of(YEAR), CostSettings.standard());

        Metrics metrics = backtest.evaluate(new ParameterSet(values), 0, YEAR.size());

        assertThat(metrics.trades()).isBetween(60, 1500);
        assertThat(metrics.netProfitPct()).isBetween(-90.0, 60.0);
    }

    private static double moment(double[] values, int power) {
        double sum = 0;
        for (double value : values) {
            sum += Math.pow(value, power);
        }
        return sum / values.length;
    }

    /** Of the absolute returns. */
    private static double autocorrelation(double[] returns, int lag) {
        double mean = 0;
        for (double r : returns) {
            mean += Math.abs(r) / returns.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < returns.length; i++) {
            double here = Math.abs(returns[i]) - mean;
            variance += here * here;
            if (i >= lag) {
                covariance += here * (Math.abs(returns[i - lag]) - mean);
            }
        }
        return covariance / variance;
    }
}
