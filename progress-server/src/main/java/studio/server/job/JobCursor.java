package studio.server.job;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import studio.server.shared.json.JsonText;

/**
 * The last row of a page: the next page holds what comes after it, however many rows were added meanwhile.
 *
 * @param key the row's sort key as PostgreSQL writes it
 */
public record JobCursor(JobSort sort, String key, String jobId) {
    /** For the wire: opaque, safe in a URL. */
    public String text() {
        byte[] json = JsonText.write(List.of(sort.toString(), key, jobId)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    /** Reads {@link #text}; empty when it is damaged or belongs to another sort. */
    public static Optional<JobCursor> parse(String text, JobSort sort) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = JsonText.readList(json, String.class);
            return parts.size() == 3 && parts.get(0).equals(sort.toString())
                    ? Optional.of(new JobCursor(sort, parts.get(1), parts.get(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
