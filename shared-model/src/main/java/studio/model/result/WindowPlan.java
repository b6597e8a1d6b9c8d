package studio.model.result;

import java.time.Instant;

/** One walk-forward window: train part, gap, test part. Ends are exclusive. */
public record WindowPlan(int number, Instant trainStart, Instant trainEnd, Instant testStart, Instant testEnd) {}
