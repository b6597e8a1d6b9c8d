package studio.model.market;

import java.util.List;

/**
 * An exchange that candles can be fetched from.
 *
 * @param name as series and requests name it
 * @param timeframes that it offers
 * @param note what an analyst should know, in a sentence; empty where there is nothing
 */
public record ExchangeInfo(String name, List<Timeframe> timeframes, String note) {}
