/**
 * Fetches candles from exchanges' public REST interfaces: one small class an exchange says how its requests look and where
 * its answers hold the candles, everything else is shared. The only place of the server that knows OkHttp. Way in:
 * {@link studio.server.marketdata.exchange.Exchanges}.
 */
@NullMarked
package studio.server.marketdata.exchange;

import org.jspecify.annotations.NullMarked;
