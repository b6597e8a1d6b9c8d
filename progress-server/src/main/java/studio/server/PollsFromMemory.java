package studio.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import studio.server.progress.Polled;
import studio.server.progress.web.ProgressRoutes;
import studio.server.security.web.Guard;
import studio.server.shared.web.Answers;
import studio.server.shared.web.Routes;
import studio.server.system.ServerMetrics;

/**
 * Answers the polls of one job that need nothing but memory before sessions, servlets and routes come to them, which cost
 * several times as much as the answer, and would take it from the trainings. Anything unusual, and any poll that would have
 * to read, goes on to {@link ProgressRoutes}, whose answers these are. Nothing here waits. Thread-safe.
 */
final class PollsFromMemory extends Handler.Wrapper {
    private static final String BEFORE = Routes.BASE + "/training/jobs/";
    private static final String AFTER = "/progress";
    private static final HttpField[] ALWAYS = SecurityHeaders.ALL.entrySet().stream()
            .map(header -> new PreEncodedHttpField(header.getKey(), header.getValue()))
            .toArray(HttpField[]::new);
    private static final HttpField NO_CACHE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");
    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

    private final Memory memory;
    private final Answers answers;
    private final Guard guard;
    private final ServerMetrics metrics;
    private final Runnable asked;

    /** What is known without waiting for anything. */
    interface Memory {
        /** The answer for a client with that {@code If-None-Match}; null where it would have to be read. */
        @Nullable
        Polled poll(String jobId, String known);
    }

    /**
     * @param asked hears of every request that is answered here
     */
    PollsFromMemory(Memory memory, Answers answers, Guard guard, ServerMetrics metrics, Runnable asked) {
        this.memory = memory;
        this.answers = answers;
        this.guard = guard;
        this.metrics = metrics;
        this.asked = asked;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long began = System.nanoTime();
        HttpFields headers = request.getHeaders();
        String known = headers.get(HttpHeader.IF_NONE_MATCH);
        String jobId = known == null || !HttpMethod.GET.is(request.getMethod()) ? null : jobId(request);
        if (jobId == null
                || !guard.isKnownToRead(
                        headers.get(HttpHeader.HOST),
                        headers.get(HttpHeader.ORIGIN),
                        headers.get(HttpHeader.AUTHORIZATION))) {
            return goOn(request, response, callback);
        }
        Polled held = memory.poll(jobId, known);
        if (held == null) {
            return goOn(request, response, callback);
        }
        asked.run();
        boolean unchanged = held.isNamedBy(known);
        metrics.answered("GET", ProgressRoutes.ONE, unchanged ? 304 : 200, Duration.ofNanos(System.nanoTime() - began));
        HttpFields.Mutable fields = response.getHeaders();
        for (HttpField field : ALWAYS) {
            fields.add(field);
        }
        fields.add(HttpHeader.ETAG, "\"" + held.tag() + "\"");
        fields.add(NO_CACHE);
        if (unchanged) {
            response.setStatus(304);
            response.write(true, null, callback);
        } else {
            byte[] text = held.text(answers::bytes);
            response.setStatus(200);
            fields.add(JSON);
            fields.put(HttpHeader.CONTENT_LENGTH, text.length);
            response.write(true, ByteBuffer.wrap(text), callback);
        }
        return true;
    }

    /** On a thread that may wait. */
    private boolean goOn(Request request, Response response, Callback callback) {
        request.getComponents().getThreadPool().execute(() -> {
            try {
                if (!super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        });
        return true;
    }

    /** So the thread that hears of requests answers polls itself: waking another one for each costs as much again. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Null where another resource is asked for, or this one in an unusual way. */
    private static @Nullable String jobId(Request request) {
        String path = request.getHttpURI().getPathQuery();
        if (path == null || !path.startsWith(BEFORE) || !path.endsWith(AFTER)) {
            return null;
        }
        String id = path.substring(BEFORE.length(), Math.max(BEFORE.length(), path.length() - AFTER.length()));
        return id.isEmpty() || id.indexOf('/') >= 0 ? null : id;
    }
}
