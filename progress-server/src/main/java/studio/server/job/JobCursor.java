package studio.server.job;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import studio.server.shared.json.JsonText;

/**
 * The last row of a page: the next page holds what comes after it, however many rows were added meanwhile.
 *
 * @param key the row's sort key as PostgreSQL writes it
 * @param total jobs that matched when the first page was read, 0 or more: to count them again for each page takes longer
 *     than to read it
 */
public record JobCursor(JobSort sort, String key, String jobId, long total) {
    private static final Instant YEAR_ONE = Instant.parse("0001-01-02T00:00:00Z");

    /** As PostgreSQL writes a timestamptz: {@code 2025-10-23 06:00:00.123456+00}. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd ")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** For the wire: opaque, safe in a URL. */
    public String text() {
        byte[] json = JsonText.write(List.of(sort.toString(), key, jobId, Long.toString(total)))
                .getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Reads {@link #text}; empty when it is damaged or belongs to another sort. */
    public static Optional<JobCursor> parse(String text, JobSort sort) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = JsonText.readList(json, String.class);
            boolean ours = parts.size() == 4
                    && parts.stream().allMatch(Objects::nonNull)
                    && parts.get(0).equals(sort.toString())
                    && parts.get(1).indexOf('\0') < 0
                    && parts.get(2).indexOf('\0') < 0;
            long total = ours ? Long.parseLong(parts.get(3)) : -1;
            return total >= 0
                    ? Optional.of(new JobCursor(sort, checkedKey(parts.get(1), sort), parts.get(2), total))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String checkedTime(String key) {
        Instant time = TIMESTAMP.parse(key, Instant::from);
        if (time.isBefore(YEAR_ONE)) {
            throw new DateTimeException("PostgreSQL has no year 0: " + key);
        }
        return time.toString();
    }

    /** The key in a form that its column's type is sure to take; throws when it is none of that type. */
    private static String checkedKey(String key, JobSort sort) {
        return switch (sort.key()) {
            case CREATED_AT, STARTED_AT, ENDED_AT ->
                key.equals("infinity") || key.equals("-infinity") ? key : checkedTime(key);
            case DURATION, BEST_SCORE, NET_PROFIT_PCT, TRADES -> Double.toString(Double.parseDouble(key));
            case STATUS, STRATEGY, SYMBOL, EXCHANGE, TIMEFRAME, OPTIMIZER, NAME, STAGE, VERDICT, CREATED_BY -> key;
        };
    }
}
