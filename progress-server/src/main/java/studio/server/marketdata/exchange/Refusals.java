package studio.server.marketdata.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What an answer with a bad status means. */
final class Refusals {
    private static final int TOO_MANY = 429;
    /** Binance's status for those who went on after 429. */
    private static final int BANNED = 418;

    private static final int TIMEOUT = 408;
    private static final int LEGAL = 451;
    private static final int SERVER_FAULT = 500;
    private static final int LONGEST = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private Refusals() {}

    static ExchangeException of(String exchange, Response response, Instant now) {
        int status = response.code();
        String told = told(response);
        String sentence = exchange + " answered " + status + (told.isEmpty() ? "" : ": " + told);
        if (status == TOO_MANY || status == BANNED || status == TIMEOUT || status >= SERVER_FAULT) {
            return ExchangeException.passing(sentence, retryAfter(response, now), null);
        }
        return ExchangeException.refused(
                status == LEGAL ? sentence + ". It serves nobody at this place; another exchange may." : sentence);
    }

    private static String told(Response response) {
        try {
            JsonNode json = JSON.readTree(response.peekBody(LONGEST).string());
            for (String name : List.of("msg", "message", "error_details", "error")) {
                if (json != null && json.path(name).isTextual()) {
                    return json.path(name).textValue();
                }
            }
        } catch (IOException e) {
            // A body that says nothing readable leaves the status, which is told anyhow.
        }
        return "";
    }

    /** Seconds or a date; null when there is none that can be read. */
    private static @Nullable Duration retryAfter(Response response, Instant now) {
        String header = response.header("Retry-After");
        if (header == null) {
            return null;
        }
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(header.strip())));
        } catch (NumberFormatException e) {
            Date date = response.headers().getDate("Retry-After");
            if (date == null) {
                return null;
            }
            Duration until = Duration.between(now, date.toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        }
    }
}
