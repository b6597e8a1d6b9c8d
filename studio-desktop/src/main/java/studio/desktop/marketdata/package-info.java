/**
 * The Market data page: series held with their quality, import with a preview, backfill from an exchange, and what became of
 * both. Way in: {@link studio.desktop.marketdata.MarketDataController}.
 */
@NullMarked
package studio.desktop.marketdata;

import org.jspecify.annotations.NullMarked;
