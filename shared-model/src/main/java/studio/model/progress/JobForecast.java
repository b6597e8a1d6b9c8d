package studio.model.progress;

import java.time.Instant;

/**
 * What was forecast while a finished job ran, and how it came out.
 *
 * @param seconds from the worker's start to the job's end
 * @param longestStandstillSeconds the longest time in which the percentage did not move
 * @param trace times and counts, a line of numbers for each look: milliseconds, step number, share of the step 0..1,
 *     seconds in the optimizer's model, other jobs on the server, and the seconds left as they were told (low, expected,
 *     high); lines before it tell the job's work
 */
public record JobForecast(
        String jobId, Instant endedAt, double seconds, double longestStandstillSeconds, String trace) {}
