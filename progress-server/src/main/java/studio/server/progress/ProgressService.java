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

    /** The version alone: cheaper than the snapshot when nothing may have changed. */
    public OptionalLong version(String jobId) {
        return rows.version(jobId);
    }
}
