package studio.model.strategy;

/**
 * A text to begin a strategy with.
 *
 * @param kind what it trades, e.g. {@code trend}, {@code reversion}, {@code breakout}, {@code pattern}, {@code time_of_day}
 * @param title as its first line says
 */
public record StrategyTemplate(String kind, String title, String text) {}
