package studio.model.market;

import java.util.List;

/** Imports and backfills, newest first. */
public record DataTaskList(List<DataTask> tasks) {}
