package studio.server.progress;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;
import studio.server.progress.sql.ProgressRepository;

/** Progress as clients poll it. Thread-safe. */
public final class ProgressService {
    private final ProgressRepository rows;
    private final InstantSource clock;
    private final VersionCache versions = new VersionCache(System::nanoTime);

    public ProgressService(ProgressRepository rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The job's snapshot; empty when there is no such job. */
    public Optional<ProgressSnapshot> find(String jobId) {
        Optional<ProgressSnapshot> found =
                rows.find(List.of(jobId), clock.instant()).stream().findFirst();
        found.ifPresent(snapshot -> versions.learn(jobId, snapshot.version()));
        return found;
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
     * The version alone, from memory most of the time: what a client that has it needs to hear that nothing is new. May be
     * {@value VersionCache#FRESH_MILLIS} ms old.
     */
    public OptionalLong version(String jobId) {
        return versions.version(jobId, () -> rows.version(jobId));
    }
}
