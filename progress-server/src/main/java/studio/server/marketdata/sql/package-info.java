/** The tables {@code market_data} and {@code market_series}. */
@NullMarked
package studio.server.marketdata.sql;

import org.jspecify.annotations.NullMarked;
