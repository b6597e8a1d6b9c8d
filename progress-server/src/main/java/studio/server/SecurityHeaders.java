package studio.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer says to a browser. */
final class SecurityHeaders {
    /** Names and values, in the order in which they are written. */
    static final Map<String, String> ALL = all();

    private SecurityHeaders() {}

    private static Map<String, String> all() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        return Collections.unmodifiableMap(headers);
    }
}
