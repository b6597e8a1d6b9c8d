/** Candle series: what is held, reading for training and drawing, import from CSV. Way in: {@link studio.server.marketdata.MarketDataService}. */
@NullMarked
package studio.server.marketdata;

import org.jspecify.annotations.NullMarked;
