package studio.model.job;

import java.util.List;

/** Events in order; ask again with {@code after=nextAfter} for what came since. */
public record EventPage(List<JobEvent> events, long nextAfter) {}
