package studio.model.market;

import java.util.List;

/** Every series held, by exchange, symbol and timeframe. */
public record SeriesList(List<SeriesInfo> series) {}
