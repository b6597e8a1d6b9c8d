package studio.model.market;

/** A line of a file that was not taken, with its number (from 1) and why. */
public record RejectedLine(long line, String reason) {}
