package studio.desktop.chart;

/**
 * One closed trade on a candle chart.
 *
 * @param entry opened at, epoch milliseconds
 * @param exit closed at, epoch milliseconds, not before the entry
 * @param up a long position
 * @param gained closed above zero after costs
 */
public record TradeMark(long entry, double entryPrice, long exit, double exitPrice, boolean up, boolean gained) {}
