package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.model.job.CostSettings;
import studio.model.job.DataQualitySettings;
import studio.model.job.FillRule;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ParameterRange;
import studio.model.job.TrainingSpec;
import studio.model.market.Timeframe;

class TrainCommandTest {

    @Test
    void the_command_names_the_seed_that_was_used_and_the_windows() {
        assertThat(TrainCommand.of(SampleJobs.spec()))
                .isEqualTo(
                        "./studio train --strategy LIQUIDITY_SWEEP --exchange binance --symbol BTC/USDT --timeframe 5m"
                                + " --optimizer bayesian --lookback-days 200 --iterations 50 --objective sharpe_ratio"
                                + " --min-trades 10 --seed 8123456789 --param pierce_depth=0.001:0.004:0.0005"
                                + " --validation-mode rolling --train-window-days 60 --test-window-days 30 --gap-days 7"
                                + " --step-days 30");
    }

    @Test
    void settings_that_are_not_the_standard_ones_are_named_and_text_is_quoted() {
        TrainingSpec spec = new TrainingSpec(
                "MY STRATEGY",
                null,
                "A'B",
                "x",
                Timeframe.D1,
                OptimizerKind.GRID,
                null,
                5_000,
                1,
                Objective.EXPECTANCY,
                3,
                -4,
                Map.of("n", ParameterRange.of(List.of(50, 75))),
                false,
                null,
                new CostSettings(10_000, 0.00001, 0.0005, 0.02, FillRule.CLOSE),
                new DataQualitySettings(true, false, 12));

        assertThat(TrainCommand.of(spec))
                .contains("--strategy 'MY STRATEGY'", "--symbol 'A'\\''B'", "--lookback-candles 5000", "--seed -4")
                .contains("--param n=50,75", "--no-validation", "--fee-rate 0.00001", "--fill close")
                .contains("--drop-zero-volume", "--max-gap-candles 12")
                .doesNotContain("--initial-capital", "--drop-flat");
    }
}
