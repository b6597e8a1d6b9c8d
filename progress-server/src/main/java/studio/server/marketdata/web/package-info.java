/** Market data over HTTP. Way in: {@link studio.server.marketdata.web.MarketDataRoutes}. */
@NullMarked
package studio.server.marketdata.web;

import org.jspecify.annotations.NullMarked;
