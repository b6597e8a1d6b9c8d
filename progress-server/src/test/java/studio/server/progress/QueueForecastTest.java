package studio.server.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.server.progress.QueueForecast.Waiting;

class QueueForecastTest {
    private static final Instant NOW = Instant.parse("2025-10-23T06:00:00Z");

    @Test
    void a_job_waits_for_the_one_that_runs_and_then_takes_its_own_time() {
        List<EtaRange> running = List.of(range(50, 60, 80));

        Map<String, EtaRange> told = QueueForecast.of(running, List.of(job("a", 20, 30, 45)), 1, 1, NOW);

        assertThat(told).containsExactly(Map.entry("a", range(70, 90, 125)));
    }

    @Test
    void those_before_it_are_waited_for_too_and_each_takes_the_place_that_is_free_first() {
        List<EtaRange> running = List.of(range(100, 100, 100), range(10, 10, 10));

        Map<String, EtaRange> told = QueueForecast.of(
                running, List.of(job("a", 50, 50, 50), job("b", 50, 50, 50), job("c", 5, 5, 5)), 2, 1, NOW);

        assertThat(told)
                .containsExactly(
                        Map.entry("a", range(60, 60, 60)),
                        Map.entry("b", range(110, 110, 110)),
                        Map.entry("c", range(105, 105, 105)));
    }

    @Test
    void a_place_that_is_free_is_taken_now() {
        assertThat(QueueForecast.of(List.of(), List.of(job("a", 5, 6, 7)), 2, 2, NOW))
                .containsExactly(Map.entry("a", range(5, 6, 7)));
    }

    @Test
    void a_job_that_is_overdue_frees_its_place_now_and_not_in_the_past() {
        List<EtaRange> running = List.of(range(-20, -10, 4));

        assertThat(QueueForecast.of(running, List.of(job("a", 5, 6, 7)), 1, 1, NOW))
                .containsExactly(Map.entry("a", range(5, 6, 11)));
    }

    @Test
    void what_runs_without_a_known_end_leaves_those_that_wait_unknown() {
        assertThat(QueueForecast.of(Arrays.asList(range(1, 2, 3), null), List.of(job("a", 5, 6, 7)), 2, 2, NOW))
                .isEmpty();
    }

    @Test
    void a_job_of_unknown_length_leaves_itself_and_those_behind_it_unknown() {
        List<Waiting> waiting =
                List.of(job("a", 5, 6, 7), new Waiting("b", jobs -> Optional.empty()), job("c", 5, 6, 7));

        assertThat(QueueForecast.of(List.of(), waiting, 1, 1, NOW)).containsOnlyKeys("a");
    }

    @Test
    void jobs_that_share_a_server_take_longer_and_the_last_one_alone_does_not() {
        Waiting first = sharing("a");
        Waiting second = sharing("b");
        Waiting third = sharing("c");

        Map<String, EtaRange> told = QueueForecast.of(List.of(), List.of(first, second, third), 2, 2, NOW);

        assertThat(told.get("a")).isEqualTo(range(20, 20, 20));
        assertThat(told.get("b")).isEqualTo(range(20, 20, 20));
        assertThat(told.get("c")).isEqualTo(range(30, 30, 30));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void intervals_are_in_order_never_in_the_past_and_one_place_is_the_plain_sum(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Waiting> waiting = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < 30; i++) {
            double expected = 1 + random.nextInt(600);
            sum += expected;
            waiting.add(job("job" + i, expected * random.nextDouble(), expected, expected * 2));
        }
        List<EtaRange> running = List.of(range(10, 20, 30));

        Map<String, EtaRange> one = QueueForecast.of(running, waiting, 1, 1, NOW);
        Map<String, EtaRange> three = QueueForecast.of(running, waiting, 3, 1, NOW);

        assertThat(one.get("job29").expected()).isEqualTo(NOW.plusMillis(Math.round((20 + sum) * 1000)));
        assertThat(three).hasSize(30);
        assertThat(three.values()).allSatisfy(end -> {
            assertThat(end.low()).isAfterOrEqualTo(NOW).isBeforeOrEqualTo(end.expected());
            assertThat(end.high()).isAfterOrEqualTo(end.expected());
        });
    }

    @Test
    void those_who_wait_hear_of_a_new_end_only_when_it_is_one() {
        Map<String, EtaRange> told = Map.of("a", range(50, 100, 200), "b", range(50, 100, 200));

        Map<String, EtaRange> steady = QueueForecast.steady(
                told, Map.of("a", range(51, 99, 201), "b", range(51, 99, 203), "c", range(1, 2, 3)), NOW);

        assertThat(steady)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("a", range(50, 100, 200), "b", range(51, 99, 203), "c", range(1, 2, 3)));
    }

    @Test
    void what_was_told_is_not_kept_beyond_its_own_earliest_end() {
        Map<String, EtaRange> told = Map.of("a", range(0, 100, 200));

        assertThat(QueueForecast.steady(told, Map.of("a", range(1, 101, 200)), NOW.plusSeconds(1)))
                .containsExactly(Map.entry("a", range(1, 101, 200)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_is_told_is_never_far_from_what_was_computed_and_seldom_changes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, EtaRange> told = Map.of();
        int changes = 0;
        for (int second = 0; second < 300; second++) {
            Instant now = NOW.plusSeconds(second);
            // A forecast that wavers by a second, of an end 400 s from the beginning.
            long off = random.nextLong(-500, 501);
            EtaRange computed = new EtaRange(
                    NOW.plusMillis(350_000 + off), NOW.plusMillis(400_000 + off), NOW.plusMillis(500_000 + off));

            Map<String, EtaRange> next = QueueForecast.steady(told, Map.of("a", computed), now);

            changes += next.equals(told) ? 0 : 1;
            double most = Math.max(1_000, 0.02 * (400_000 + off - 1_000 * second));
            assertThat(Duration.between(computed.expected(), next.get("a").expected())
                            .abs()
                            .toMillis())
                    .isLessThanOrEqualTo(Math.round(most));
            told = next;
        }
        assertThat(changes).isBetween(1, 10);
    }

    private static EtaRange range(long low, long expected, long high) {
        return new EtaRange(NOW.plusSeconds(low), NOW.plusSeconds(expected), NOW.plusSeconds(high));
    }

    private static Waiting job(String id, double low, double expected, double high) {
        return new Waiting(id, jobs -> Optional.of(new DurationEstimate(low, expected, high, 1)));
    }

    /** 10 s alone. */
    private static Waiting sharing(String id) {
        return new Waiting(id, jobs -> Optional.of(new DurationEstimate(10 * jobs, 10 * jobs, 10 * jobs, 1)));
    }
}
