package studio.server.system.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One route as the OpenAPI document tells it.
 *
 * @param request the record of the body; null without one
 * @param answer the record of the answer; null without a body
 * @param query names of query parameters
 */
record Operation(
        String method,
        String path,
        String summary,
        @Nullable Class<?> request,
        int status,
        @Nullable Class<?> answer,
        List<String> query) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

    static Operation get(String path, String summary, Class<?> answer, String... query) {
        return new Operation("get", path, summary, null, 200, answer, List.of(query));
    }

    static Operation post(String path, String summary, @Nullable Class<?> request, int status, Class<?> answer) {
        return new Operation("post", path, summary, request, status, answer, List.of());
    }

    /** Names in the path, in order. */
    List<String> variables() {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Unique over the document, e.g. {@code post_training_start}. */
    String id() {
        return method + path.replaceAll("[^a-z]+", "_").replaceAll("_$", "");
    }
}
