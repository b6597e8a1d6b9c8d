package studio.model.market;

import java.time.Instant;

/** A row of a file as it is understood. */
public record PreviewRow(long line, Instant time, double open, double high, double low, double close, double volume) {}
