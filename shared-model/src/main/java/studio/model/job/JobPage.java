package studio.model.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the history.
 *
 * @param nextCursor give it back as {@code cursor} for the next page; null on the last
 * @param total jobs that match the filter, over all pages, as they were counted for the first of them
 */
public record JobPage(List<JobSummary> jobs, @Nullable String nextCursor, long total) {}
