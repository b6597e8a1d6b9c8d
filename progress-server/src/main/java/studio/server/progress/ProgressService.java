package studio.server.progress;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;
import studio.server.progress.sql.ProgressRepository;

/** Progress as clients poll it. Thread-safe. */
public final class ProgressService {
    private final ProgressRepository rows;
    private final InstantSource clock;
    private final PollCache polls = new PollCache(System::nanoTime);

    public ProgressService(ProgressRepository rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The job's snapshot; empty when there is no such job. */
    public Optional<ProgressSnapshot> find(String jobId) {
        return rows.find(List.of(jobId), clock.instant()).stream().findFirst();
    }

    /** The snapshots of these jobs in the order asked for, from one query. */
    public ProgressList find(List<String> jobIds) {
        Map<String, ProgressSnapshot> found = rows.find(jobIds, clock.instant()).stream()
                .collect(Collectors.toMap(ProgressSnapshot::jobId, Function.identity()));
        return new ProgressList(
                jobIds.stream()
                        .distinct()
                        .filter(found::containsKey)
                        .map(found::get)
                        .toList(),
                jobIds.stream().distinct().filter(id -> !found.containsKey(id)).toList());
    }

    /**
     * What a poll is answered with: from memory where the client has just that or something older, and then up to
     * {@value PollCache#FRESH_MILLIS} ms old; else from the database.
     *
     * @param known the client's {@code If-None-Match}; null without one
     */
    public Optional<Polled> poll(String jobId, @Nullable String known) {
        if (known != null) {
            Optional<Polled> held = polls.newest(jobId, () -> find(jobId).map(Polled::new));
            if (held.isPresent() && held.get().answers(known)) {
                return held;
            }
        }
        Optional<Polled> fresh = find(jobId).map(Polled::new);
        fresh.ifPresent(polled -> polls.learn(jobId, polled));
        return fresh;
    }
}
