package studio.model.progress;

import java.util.List;

/** Snapshots of several jobs in the order they were asked for; unknown ids are listed apart. */
public record ProgressList(List<ProgressSnapshot> progress, List<String> unknownJobIds) {}
