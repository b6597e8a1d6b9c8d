package studio.server.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;

class ProgressTrackerTest {
    private static final Instant START = Instant.parse("2025-10-23T06:00:00Z");

    private final FakeStore store = new FakeStore();
    private final CountDownLatch idle = new CountDownLatch(1);
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1);
    private Instant now = START;
    private int pauses;

    @BeforeEach
    void keep_the_writer_busy_so_that_only_the_test_writes() {
        writer.execute(() -> {
            try {
                idle.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void stop() {
        writer.shutdownNow();
    }

    @Test
    void the_percentage_weighs_the_steps() {
        ProgressTracker tracker = tracker(fresh(true));

        tracker.start(StepKey.DATA_COLLECTION, Map.of("symbol", "BTC/USDT"));
        tracker.update(50, "half");
        tracker.write();
        tracker.start(StepKey.OPTIMIZATION, Map.of("optimizer", "bayesian"));
        tracker.update(iteration(30, 50));
        tracker.write();
        tracker.start(StepKey.VALIDATION, Map.of());
        tracker.write();
        tracker.start(StepKey.SAVE_CONFIG, Map.of());
        tracker.write();
        tracker.complete();

        assertThat(store.saved).extracting(ProgressState::percentage).containsExactly(12.5, 55.0, 75.0, 95.0, 100.0);
        assertThat(store.saved.get(1).figures().currentIteration()).isEqualTo(30);
        assertThat(store.saved.get(1).stepPercentage()).isEqualTo(60.0);
        assertThat(store.saved.get(1).stepDetails()).containsEntry("optimizer", "bayesian");
        assertThat(store.last().currentStep()).isEqualTo("Complete");
        assertThat(store.last().complete()).isTrue();
    }

    @Test
    void a_million_updates_between_two_writes_are_one_row() {
        ProgressTracker tracker = tracker(fresh(true));
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        tracker.write();
        store.saved.clear();

        for (int i = 1; i <= 1_000_000; i++) {
            tracker.update(iteration(i, 1_000_000));
        }
        tracker.write();
        tracker.write();

        assertThat(store.saved).hasSize(1);
        assertThat(store.last().figures().currentIteration()).isEqualTo(1_000_000);
    }

    @Test
    void an_update_that_comes_late_changes_nothing() {
        ProgressTracker tracker = tracker(fresh(true));
        tracker.start(StepKey.OPTIMIZATION, Map.of());

        tracker.update(iteration(20, 50));
        tracker.update(iteration(19, 50));
        tracker.write();

        assertThat(store.last().figures().currentIteration()).isEqualTo(20);
        assertThat(store.last().stepPercentage()).isEqualTo(40);
    }

    @Test
    void a_job_taken_over_goes_on_from_where_it_was_and_moves_while_it_repeats() {
        ProgressTracker first = tracker(fresh(true));
        first.start(StepKey.DATA_COLLECTION, Map.of());
        first.start(StepKey.OPTIMIZATION, Map.of("n_calls", 50));
        first.update(iteration(30, 50));
        first.write();
        ProgressState left = store.last();

        ProgressTracker second = tracker(left);
        second.start(StepKey.DATA_COLLECTION, Map.of());
        second.update(50, "Measuring 100 candles...");
        second.write();
        ProgressState repeating = store.last();
        second.update(100, "100 candles are ready.");
        second.write();
        second.start(StepKey.OPTIMIZATION, Map.of("n_calls", 50));
        second.update(iteration(30, 50));
        second.write();
        second.update(iteration(31, 50));
        second.write();

        assertThat(repeating.percentage()).isGreaterThan(left.percentage());
        assertThat(repeating.message())
                .isEqualTo("Taken over, going through Data Collection again: Measuring 100 candles...");
        assertThat(repeating.figures().currentIteration()).isEqualTo(30);
        assertThat(store.saved).extracting(ProgressState::percentage).isSorted();
        assertThat(store.saved).extracting(ProgressState::stepNumber).containsOnly(2);
        assertThat(store.last().figures().currentIteration()).isEqualTo(31);
        assertThat(store.last().percentage()).isBetween(56.0, 56.3);
    }

    @Test
    void a_step_that_repeats_part_of_itself_moves_from_its_first_word_on_and_ends_at_its_end() {
        ProgressTracker first = tracker(fresh(true));
        first.start(StepKey.VALIDATION, Map.of());
        first.update(60, "window 6");
        first.write();

        ProgressTracker second = tracker(store.last());
        second.start(StepKey.VALIDATION, Map.of());
        List<Double> shown = new ArrayList<>();
        for (double told = 50; told <= 100; told += 5) {
            second.update(told, "window");
            second.write();
            shown.add(store.last().stepPercentage());
        }

        assertThat(shown.get(0)).isEqualTo(60);
        for (int i = 1; i < shown.size(); i++) {
            assertThat(shown.get(i)).isGreaterThan(shown.get(i - 1));
        }
        assertThat(shown.get(shown.size() - 1)).isEqualTo(100);
    }

    @Test
    void a_row_is_stored_anew_every_two_seconds_though_nothing_is_new() {
        ProgressTracker tracker = tracker(fresh(true));
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        tracker.write();
        store.saved.clear();

        for (int i = 1; i <= 50; i++) {
            now = now.plusMillis(200);
            tracker.write();
        }

        assertThat(store.saved).hasSize(5);
    }

    @Test
    void skipped_validation_stays_skipped() {
        ProgressTracker tracker = tracker(fresh(false));
        tracker.start(StepKey.DATA_COLLECTION, Map.of());
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        tracker.start(StepKey.SAVE_CONFIG, Map.of());
        tracker.write();

        assertThat(store.last().percentage()).isEqualTo(95);
        assertThat(store.last().steps())
                .extracting(StepProgress::state)
                .containsExactly(StepState.DONE, StepState.DONE, StepState.SKIPPED, StepState.ACTIVE);
    }

    @Test
    void an_ending_is_tried_until_the_database_has_it() {
        ProgressTracker tracker = tracker(fresh(true));
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        store.away = 5;

        tracker.error("It broke; try again.");

        assertThat(pauses).isEqualTo(5);
        assertThat(store.last().errorMessage()).isEqualTo("It broke; try again.");
        assertThat(store.last().steps().get(1).state()).isEqualTo(StepState.FAILED);
        assertThat(tracker.isEnded()).isTrue();
    }

    @Test
    void an_outage_costs_no_figure_and_throws_nothing() {
        ProgressTracker tracker = tracker(fresh(true));
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        store.away = 3;

        for (int i = 1; i <= 4; i++) {
            tracker.update(iteration(i, 50));
            tracker.write();
        }

        assertThat(store.saved).hasSize(1);
        assertThat(store.last().figures().currentIteration()).isEqualTo(4);
    }

    @Test
    void a_worker_that_lost_its_job_writes_nothing_more() {
        ProgressTracker tracker = tracker(fresh(true));
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        store.lost = true;
        tracker.write();
        store.lost = false;

        tracker.update(iteration(4, 50));
        tracker.write();

        assertThat(tracker.isLost()).isTrue();
        assertThat(store.saved).isEmpty();
    }

    @Test
    void an_ending_that_the_server_cannot_wait_for_is_told() {
        ProgressTracker tracker = tracker(fresh(true));
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        store.away = 1_000;

        assertThatThrownBy(tracker::cancel).isInstanceOf(StoreUnavailableException.class);
        assertThat(tracker.isEnded()).isFalse();
    }

    @Test
    void the_forecast_follows_the_rate_and_is_never_in_the_past() {
        EtaForecast eta = new EtaForecast(CostSource.NONE, ScoreSource.NONE, 2, () -> 0);
        eta.plan(new WorkPlan(
                "S", "random", 1_000, List.of(new WorkPhase(StepKey.OPTIMIZATION, WorkPhase.SEARCH, 100, 1_000, 0))));
        ProgressTracker tracker = new ProgressTracker(fresh(false), store, () -> now, eta, writer, this::pause);
        tracker.start(StepKey.OPTIMIZATION, Map.of());
        tracker.write();

        for (int i = 1; i <= 50; i++) {
            now = now.plusSeconds(2);
            tracker.update(iteration(i, 100));
            tracker.write();
        }

        EtaRange range = store.last().eta();
        assertThat(range.expected()).isBetween(now.plusSeconds(80), now.plusSeconds(120));
        assertThat(range.low()).isBefore(range.expected()).isAfter(now);
        assertThat(range.high()).isAfter(range.expected());
    }

    private ProgressTracker tracker(ProgressState from) {
        return new ProgressTracker(
                from,
                store,
                () -> now,
                new EtaForecast(CostSource.NONE, ScoreSource.NONE, 2, () -> 0),
                writer,
                this::pause);
    }

    private boolean pause(int failures) {
        pauses++;
        return pauses < 100;
    }

    private static ProgressState fresh(boolean validation) {
        return new ProgressState(
                "abc123",
                1,
                0,
                "Data Collection",
                1,
                0,
                Map.of(),
                START,
                null,
                ProgressUpdate.NONE,
                false,
                null,
                "",
                ProgressSteps.waiting(validation));
    }

    private static ProgressUpdate iteration(int done, int of) {
        return new ProgressUpdate(
                1L + done,
                100.0 * done / of,
                "Optimizing...",
                done,
                of,
                1.85,
                1.42,
                Map.of("reversal_candles", 3),
                0,
                0,
                null);
    }

    private static final class FakeStore implements ProgressStore {
        final List<ProgressState> saved = new ArrayList<>();
        int away;
        boolean lost;

        @Override
        public boolean save(ProgressState state) {
            if (away > 0) {
                away--;
                throw new StoreUnavailableException("away", new IllegalStateException());
            }
            return !lost && saved.add(state);
        }

        @Override
        public boolean end(ProgressState state, Ending ending) {
            return save(state);
        }

        ProgressState last() {
            return saved.get(saved.size() - 1);
        }
    }
}
