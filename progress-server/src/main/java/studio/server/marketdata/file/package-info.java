/**
 * Reads candles out of the files that exchanges and data vendors give away: CSV in the usual layouts and JSON klines,
 * plain, gzip or zip. Way in: {@link studio.server.marketdata.file.CandleFile}.
 */
@NullMarked
package studio.server.marketdata.file;

import org.jspecify.annotations.NullMarked;
