package studio.model.result;

import java.time.Instant;

/** Equity at a bar's close in quote currency, and how far it is below its former peak, in percent (0 or more). */
public record EquityPoint(Instant time, double equity, double drawdownPct) {}
