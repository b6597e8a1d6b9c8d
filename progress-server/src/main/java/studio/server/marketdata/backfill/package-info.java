/**
 * Brings a series up to date from its exchange: finds what is missing, fetches it page by page, stores it. Way in:
 * {@link studio.server.marketdata.backfill.Backfiller}.
 */
@NullMarked
package studio.server.marketdata.backfill;

import org.jspecify.annotations.NullMarked;
