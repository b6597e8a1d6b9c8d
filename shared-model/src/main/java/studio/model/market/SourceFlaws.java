package studio.model.market;

/**
 * What the last import or backfill of a series had to put right. The candles held are not the worse for it.
 *
 * @param duplicates rows whose time came again later; the last one won
 * @param misordered rows whose time is before that of the row above
 * @param rejected malformed or impossible rows
 */
public record SourceFlaws(long duplicates, long misordered, long rejected) {}
