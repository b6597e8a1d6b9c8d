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
import org.eclipse.jetty.util.Attributes;
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
 * to read, goes on to {@link ProgressRoutes}, whose answers these are. Nothing here waits, but for
 * a snapshot that another poll is writing down. Thread-safe.
 */
final class PollsFromMemory extends Handler.Wrapper {
    private static final String BEFORE = Routes.BASE + "/training/jobs/";
    private static final String AFTER = "/progress";
    private static final HttpField[] ALWAYS = SecurityHeaders.ALL.entrySet().stream()
            .map(header -> new PreEncodedHttpField(header.getKey(), header.getValue()))
            .toArray(HttpField[]::new);
    private static final HttpField NO_CACHE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");
    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

    private static final String ANSWERED = "studio.polls";
    private static final int IN_A_ROW = 32;

    private final Memory memory;
    private final Answers answers;
    private final Guard guard;
    private final ServerMetrics metrics;
    private final Runnable asked;
    private final InvocationType type;

    /** What is known without waiting for anything. */
    interface Memory {
        /** The answer for a client with that {@code If-None-Match}; null where it would have to be read. */
        @Nullable
        Polled poll(String jobId, String known);
    }

    /**
     * @param asked hears of every request that is answered here
     * @param encrypted whether connections are; then their decryption, too, would fall to the thread that hears of requests, so
     *     that polls are left to others
     */
    PollsFromMemory(
            Memory memory, Answers answers, Guard guard, ServerMetrics metrics, Runnable asked, boolean encrypted) {
        this.memory = memory;
        this.answers = answers;
        this.guard = guard;
        this.metrics = metrics;
        this.asked = asked;
        this.type = encrypted ? InvocationType.BLOCKING : InvocationType.NON_BLOCKING;
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
        if (held == null || isTurnOfOthers(request)) {
            return goOn(request, response, callback);
        }
        asked.run();
        byte @Nullable [] text = held.isNamedBy(known) ? null : held.text(answers::bytes);
        int status = text == null ? HttpStatus.NOT_MODIFIED_304 : HttpStatus.OK_200;
        metrics.answered("GET", ProgressRoutes.ONE, status, Duration.ofNanos(System.nanoTime() - began));
        response.setStatus(status);
        HttpFields.Mutable fields = response.getHeaders();
        for (HttpField field : ALWAYS) {
            fields.add(field);
        }
        fields.add(HttpHeader.ETAG, "\"" + held.tag() + "\"");
        fields.add(NO_CACHE);
        if (text == null) {
            response.write(true, null, callback);
        } else {
            fields.add(JSON);
            fields.put(HttpHeader.CONTENT_LENGTH, text.length);
            response.write(true, ByteBuffer.wrap(text), callback);
        }
        return true;
    }

    /** A connection that sends one poll after the other without waiting for answers would keep the thread for itself. */
    private static boolean isTurnOfOthers(Request request) {
        Attributes connection = request.getConnectionMetaData();
        int before = connection.getAttribute(ANSWERED) instanceof Integer count ? count : 0;
        connection.setAttribute(ANSWERED, (before + 1) % IN_A_ROW);
        return before + 1 == IN_A_ROW;
    }

    /** On a thread that may wait. */
    private boolean goOn(Request request, Response response, Callback callback) {
        request.getComponents().getThreadPool().execute(() -> {
            try {
                if (!super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable e) {
                // Nobody above would answer the client.
                Response.writeError(request, response, callback, e);
            }
        });
        return true;
    }

    /** So the thread that hears of requests answers polls itself: waking another one for each costs as much again. */
    @Override
    public InvocationType getInvocationType() {
        return type;
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
