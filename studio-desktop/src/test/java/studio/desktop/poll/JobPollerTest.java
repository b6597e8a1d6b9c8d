package studio.desktop.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.FakeTrainingClient;
import studio.desktop.fakes.SampleJobs;
import studio.model.progress.ProgressSnapshot;

class JobPollerTest {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final String JOB = SampleJobs.JOB_ID;

    private final FakeTrainingClient client = new FakeTrainingClient();
    private final HandScheduler scheduler = new HandScheduler();
    private final JobPoller poller = new JobPoller(client, scheduler, () -> INTERVAL);
    private final Ear ear = new Ear();

    @Test
    void the_first_round_comes_at_once_and_the_next_after_the_interval() {
        client.progress.put(JOB, SampleJobs.collecting());

        poller.watch(List.of(JOB), ear);

        assertThat(ear.versions()).containsExactly(5L);
        assertThat(scheduler.delays()).containsExactly(INTERVAL);
    }

    @Test
    void only_news_is_told() {
        client.progress.put(JOB, SampleJobs.collecting());
        poller.watch(List.of(JOB), ear);

        scheduler.next();
        client.progress.put(JOB, SampleJobs.optimizing());
        scheduler.next();

        assertThat(ear.versions()).containsExactly(5L, 37L);
        assertThat(ear.heard).isEqualTo(3);
    }

    @Test
    void an_expected_end_that_moves_without_a_new_version_is_told_and_an_answer_like_the_last_is_not() {
        ProgressSnapshot waiting = SampleJobs.collecting();
        Instant end = Instant.parse("2026-01-01T10:00:00Z");
        client.progress.put(JOB, waiting);
        poller.watch(List.of(JOB), ear);

        client.progress.put(JOB, waiting.expecting(end, end, end.plusSeconds(9)));
        scheduler.next();
        scheduler.next();

        assertThat(ear.versions()).containsExactly(5L, 5L);
        assertThat(ear.snapshots.get(1).estimatedCompletion()).isEqualTo(end);
    }

    @Test
    void an_ended_job_is_told_once_and_not_asked_for_again() {
        client.progress.put(JOB, SampleJobs.completed());

        poller.watch(List.of(JOB), ear);

        assertThat(ear.versions()).containsExactly(80L);
        assertThat(scheduler.delays()).hasSize(1);
        int asked = client.calls.size();
        scheduler.next();
        assertThat(client.calls).hasSize(asked);
        assertThat(scheduler.delays()).isEmpty();
    }

    @Test
    void many_jobs_are_one_request_and_deleted_ones_are_told() {
        client.progress.put(JOB, SampleJobs.optimizing());

        poller.watch(List.of(JOB, "gone"), ear);

        assertThat(client.calls).hasSize(1);
        assertThat(client.calls.get(0)).contains(JOB).contains("gone");
        assertThat(ear.unknown).containsExactly("gone");
        scheduler.next();
        assertThat(client.calls.get(1)).doesNotContain("gone");
    }

    @Test
    void while_the_server_is_away_tries_come_more_and_more_rarely_and_then_at_the_old_pace() {
        client.progress.put(JOB, SampleJobs.collecting());
        client.away = true;
        poller.watch(List.of(JOB), ear);
        List<Duration> waits = new ArrayList<>(scheduler.delays());
        for (int i = 0; i < 5; i++) {
            scheduler.next();
            waits.addAll(scheduler.delays());
        }
        client.away = false;

        scheduler.next();

        assertThat(waits.stream().map(Duration::toSeconds)).containsExactly(2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(ear.away).isEqualTo(6);
        assertThat(ear.versions()).containsExactly(5L);
        assertThat(scheduler.delays()).containsExactly(INTERVAL);
    }

    @Test
    void a_closed_watch_hears_nothing_and_asks_nothing() {
        client.progress.put(JOB, SampleJobs.collecting());
        JobPoller.Subscription watch = poller.watch(List.of(JOB), ear);

        watch.close();
        client.progress.put(JOB, SampleJobs.optimizing());
        scheduler.next();

        assertThat(ear.versions()).containsExactly(5L);
        assertThat(client.calls).hasSize(1);
    }

    @Test
    void a_listener_that_fails_does_not_keep_the_others_from_hearing() {
        client.progress.put(JOB, SampleJobs.collecting());
        poller.watch(List.of(JOB), snapshot -> {
            throw new IllegalStateException("on purpose");
        });

        poller.watch(List.of(JOB), ear);

        assertThat(ear.versions()).containsExactly(5L);
        assertThat(scheduler.delays()).hasSize(1);
    }

    @Test
    void a_second_watch_hears_of_a_job_that_the_first_knows_already() {
        client.progress.put(JOB, SampleJobs.collecting());
        poller.watch(List.of(JOB), new Ear());

        poller.watch(List.of(JOB), ear);

        assertThat(ear.versions()).containsExactly(5L);
    }

    private static final class Ear implements PollListener {
        private final List<ProgressSnapshot> snapshots = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private int heard;
        private int away;

        List<Long> versions() {
            return snapshots.stream().map(ProgressSnapshot::version).toList();
        }

        @Override
        public void onSnapshot(ProgressSnapshot snapshot) {
            snapshots.add(snapshot);
        }

        @Override
        public void onHeard() {
            heard++;
        }

        @Override
        public void onAway(Exception cause) {
            away++;
        }

        @Override
        public void onUnknown(List<String> jobIds) {
            unknown.addAll(jobIds);
        }
    }
}
