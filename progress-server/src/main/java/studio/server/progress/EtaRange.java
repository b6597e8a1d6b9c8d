package studio.server.progress;

import java.time.Instant;

/** When a job is expected to end, with an interval that should hold the true end 8 times in 10. */
public record EtaRange(Instant low, Instant expected, Instant high) {}
