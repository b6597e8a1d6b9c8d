package studio.model.result;

/**
 * How the candles of a re-run differ from those of the job that it repeats.
 *
 * @param jobId the job repeated
 * @param identical whether both used exactly the same candles, by their fingerprints
 * @param revised candles of both whose figures were changed between them
 * @param filled candles within the earlier job's span that were not held then
 * @param newer candles after the earlier job's last one
 * @param leftOut candles of the earlier job's span before the first one of the re-run
 * @param summary the same in words, e.g. {@code differs: 14 candles revised}
 */
public record DataComparison(
        String jobId, boolean identical, long revised, long filled, long newer, long leftOut, String summary) {}
