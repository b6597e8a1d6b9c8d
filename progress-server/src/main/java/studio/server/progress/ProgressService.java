package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;
import studio.server.progress.sql.ProgressRepository;

/** Progress as clients poll it. Thread-safe. */
public final class ProgressService {
    private final ProgressRepository rows;
    private final PendingForecasts pending;
    private final InstantSource clock;
    private final PollCache polls = new PollCache(System::nanoTime);

    public ProgressService(ProgressRepository rows, PendingForecasts pending, InstantSource clock) {
        this.rows = rows;
        this.pending = pending;
        this.clock = clock;
    }

    /** The job's snapshot; empty when there is no such job. */
    public Optional<ProgressSnapshot> find(String jobId) {
        return read(List.of(jobId)).findFirst();
    }

    /** The snapshots of these jobs in the order asked for, from one query. */
    public ProgressList find(List<String> jobIds) {
        Map<String, ProgressSnapshot> found =
                read(jobIds).collect(Collectors.toMap(ProgressSnapshot::jobId, Function.identity()));
        return new ProgressList(
                jobIds.stream()
                        .distinct()
                        .filter(found::containsKey)
                        .map(found::get)
                        .toList(),
                jobIds.stream().distinct().filter(id -> !found.containsKey(id)).toList());
    }

    private Stream<ProgressSnapshot> read(List<String> jobIds) {
        return rows.find(jobIds, clock.instant()).stream().map(this::withForecast);
    }

    /** A job that waits has no worker who could foresee its end. */
    private ProgressSnapshot withForecast(ProgressSnapshot snapshot) {
        EtaRange end = snapshot.queuePosition() == null ? null : pending.of(snapshot.jobId());
        return end == null ? snapshot : snapshot.expecting(end.low(), end.expected(), end.high());
    }

    private Polled polled(ProgressSnapshot snapshot) {
        return new Polled(snapshot, tag(snapshot));
    }

    /**
     * Names what a client has, the clock left out: the version, and of a job that waits its place and expected end, which
     * move without a change of its own row, as does what is told of a worker that is silent. Without quotes.
     */
    public String tag(ProgressSnapshot snapshot) {
        String version = Long.toString(snapshot.version());
        if (snapshot.queuePosition() != null) {
            Instant end = snapshot.estimatedCompletion();
            return version + "-" + snapshot.queuePosition() + (end == null ? "" : "-" + end.getEpochSecond());
        }
        Duration silence = Silence.of(snapshot.status(), snapshot.updatedAt(), clock.instant());
        return silence.isZero() ? version : version + "-silent-" + silence.toSeconds();
    }

    /**
     * What a poll is answered with: from memory where the client has just that or something older, and then up to
     * {@value PollCache#FRESH_MILLIS} ms old; else from the database.
     *
     * @param known the client's {@code If-None-Match}; null without one
     */
    public Optional<Polled> poll(String jobId, @Nullable String known) {
        if (known != null) {
            Optional<Polled> held = polls.newest(jobId, () -> find(jobId).map(this::polled));
            if (held.isPresent() && held.get().answers(known)) {
                return held;
            }
        }
        Optional<Polled> fresh = find(jobId).map(this::polled);
        fresh.ifPresent(polled -> polls.learn(jobId, polled));
        return fresh;
    }

    /**
     * What {@link #poll} would answer without waiting for anything; null where it would have to read.
     *
     * @param known the client's {@code If-None-Match}
     */
    public @Nullable Polled pollFromMemory(String jobId, String known) {
        Polled held = polls.atHand(jobId);
        return held != null && held.answers(known) ? held : null;
    }
}
