package studio.server.progress.eta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.model.progress.StepKey;
import studio.server.progress.CostSource;
import studio.server.progress.StepCost;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

class ForecasterTest {
    private static final WorkPhase SEARCH = new WorkPhase(StepKey.OPTIMIZATION, WorkPhase.SEARCH, 400, 1_000, 0);
    private static final WorkPhase MODELLED = new WorkPhase(StepKey.OPTIMIZATION, WorkPhase.SEARCH, 400, 1_000, 1_000);
    private static final WorkPhase WINDOW = new WorkPhase(StepKey.VALIDATION, WorkPhase.WINDOW, 100, 500, 0);

    private final List<StepCost> costs = new ArrayList<>();
    private final CostSource history = (strategy, optimizer, step, phase, limit) -> costs.stream()
            .filter(cost -> cost.step() == step && cost.phase().equals(phase))
            .limit(limit)
            .toList();

    @Test
    void a_job_that_is_the_first_of_its_kind_has_no_forecast_until_it_has_shown_something() {
        Forecaster forecaster = forecaster(SEARCH);

        Remaining before = forecaster.remaining();
        forecaster.see(at(0, StepKey.OPTIMIZATION, 0, 0));
        forecaster.see(at(10_000, StepKey.OPTIMIZATION, 0.1, 0));

        assertThat(before).isNull();
        assertThat(forecaster.remaining().expected()).isBetween(85.0, 95.0);
    }

    @Test
    void finished_jobs_tell_the_first_forecast_in_proportion_to_trials_candles_and_threads() {
        costs.add(cost(StepKey.OPTIMIZATION, WorkPhase.SEARCH, 200, 500, 10, 4));
        costs.add(cost(StepKey.VALIDATION, WorkPhase.WINDOW, 50, 500, 5, 4));
        Forecaster forecaster = forecaster(SEARCH, WINDOW);

        // Twice the trials and candles: four times the search; the window twice. Half of the threads: a quarter more of
        // both.
        double whole = (40 + 10) * Math.pow(2, Tuning.THREADS);
        assertThat(forecaster.remaining().expected()).isBetween(whole, whole + 2);
        assertThat(forecaster.samples()).isEqualTo(1);
    }

    @Test
    void a_model_that_grows_is_seen_to_slow_the_job_down() {
        Forecaster forecaster = forecaster(MODELLED);
        forecaster.see(at(0, StepKey.OPTIMIZATION, 0, 0));

        // All time is the model's: 5 ms for each proposal and 50 µs more for each trial told, 2 s for the first half
        // and 4 s
        // for the second.
        for (int i = 1; i <= 100; i++) {
            double trials = 200 * i / 100.0;
            double share = trials / MODELLED.trials();
            double seconds = 0.005 * trials + 0.000_05 * trials * trials / 2;
            forecaster.see(at((long) (seconds * 1000), StepKey.OPTIMIZATION, share, seconds));
        }

        assertThat(forecaster.remaining().expected()).isBetween(3.8, 4.6);
    }

    @Test
    void windows_that_have_not_begun_cost_what_this_jobs_own_trials_cost() {
        Forecaster forecaster = forecaster(SEARCH, WINDOW);
        forecaster.see(at(0, StepKey.OPTIMIZATION, 0, 0));
        forecaster.see(at(40_000, StepKey.OPTIMIZATION, 0.5, 0));

        // 400 trials of 1,000 candles take 80 s; 100 of 500 an eighth of that.
        assertThat(forecaster.remaining().expected()).isBetween(48.0, 53.0);
    }

    @Test
    void a_pause_is_no_sign_of_slow_work() {
        Forecaster forecaster = forecaster(SEARCH);
        forecaster.see(at(0, StepKey.OPTIMIZATION, 0, 0));
        for (int i = 1; i <= 50; i++) {
            forecaster.see(at(i * 200, StepKey.OPTIMIZATION, i / 100.0, 0));
        }
        double before = forecaster.remaining().expected();

        forecaster.see(at(10_000 + 3_600_000, StepKey.OPTIMIZATION, 0.5, 0));

        assertThat(forecaster.remaining().expected()).isBetween(before * 0.95, before * 1.1);
    }

    @Test
    void another_job_on_the_server_makes_the_rest_take_longer() {
        Forecaster forecaster = forecaster(SEARCH);
        forecaster.see(at(0, StepKey.OPTIMIZATION, 0, 0));
        forecaster.see(at(20_000, StepKey.OPTIMIZATION, 0.5, 0));
        double alone = forecaster.remaining().expected();

        forecaster.see(new TracePoint(20_001, StepKey.OPTIMIZATION, 0.5, 0, 1, null));

        assertThat(forecaster.remaining().expected()).isBetween(1.8 * alone, 2.1 * alone);
    }

    @Test
    void a_resumed_search_is_not_taken_for_a_slow_one_while_its_model_is_told_again() {
        costs.add(new StepCost("S", "bayesian", StepKey.OPTIMIZATION, WorkPhase.SEARCH, 1, 400, 1_000, 80, 40, 2, 1));
        Forecaster forecaster = forecaster(MODELLED);
        forecaster.see(at(0, StepKey.OPTIMIZATION, 0.5, 0));
        double atOnce = forecaster.remaining().expected();
        forecaster.see(at(5_000, StepKey.OPTIMIZATION, 0.5, 5));

        // 10 s of the model again, 30 s of it for the rest, and half of 40 s of evaluations.
        assertThat(atOnce).isBetween(60.0, 61.0);
        assertThat(forecaster.remaining().expected()).isBetween(54.0, 56.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_forecast_is_an_interval_that_begins_not_before_now(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Forecaster forecaster = forecaster(seed % 2 == 0 ? SEARCH : MODELLED, WINDOW);
        long millis = 0;
        for (StepKey step : StepKey.values()) {
            double share = 0;
            double model = 0;
            while (share < 1) {
                forecaster.see(new TracePoint(millis, step, share, model, random.nextInt(3), null));
                Remaining left = forecaster.remaining();
                if (left != null) {
                    assertThat(left.low()).isBetween(0.0, left.expected());
                    assertThat(left.high())
                            .isGreaterThanOrEqualTo(left.expected())
                            .isFinite();
                }
                millis += random.nextInt(4_000);
                model += random.nextDouble();
                share += random.nextInt(3) == 0 ? 0 : random.nextDouble() / 20;
            }
        }
    }

    private Forecaster forecaster(WorkPhase... phases) {
        Forecaster forecaster = new Forecaster(history, Calibration.NONE, 2);
        forecaster.plan(new WorkPlan("S", "bayesian", 1_000, List.of(phases)));
        return forecaster;
    }

    private static TracePoint at(long millis, StepKey step, double share, double modelSeconds) {
        return new TracePoint(millis, step, share, modelSeconds, 0, null);
    }

    private static StepCost cost(StepKey step, String phase, long trials, long candles, double seconds, int threads) {
        return new StepCost("S", "bayesian", step, phase, 1, trials, candles, seconds, 0, threads, 1);
    }
}
