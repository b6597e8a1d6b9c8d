package studio.model.market;

import java.util.List;

/** The exchanges that candles can be fetched from. */
public record ExchangeList(List<ExchangeInfo> exchanges) {}
