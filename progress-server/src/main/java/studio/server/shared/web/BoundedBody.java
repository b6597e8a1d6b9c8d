package studio.server.shared.web;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A request's body as it streams in, ended with a problem when it gets too large or comes too slowly: neither memory nor a
 * thread may be held by whoever sends it. Not thread-safe.
 */
public final class BoundedBody extends FilterInputStream {
    /** Whoever sends slower than this on the average is cut off, once {@link #GRACE} has passed. */
    private static final long SLOWEST_BYTES_PER_SECOND = 1_024;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final long largest;
    private final long grace;
    private final LongSupplier nanos;
    private final long began;
    private long read;

    BoundedBody(InputStream in, long largest, Duration grace, LongSupplier nanos) {
        super(in);
        this.largest = largest;
        this.grace = grace.toNanos();
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /**
     * The body of that request.
     *
     * @param largest in bytes; a request that announces more is refused before anything is read
     */
    public static InputStream of(Context ctx, long largest) {
        if (ctx.req().getContentLengthLong() > largest) {
            throw tooLarge(largest);
        }
        return new BoundedBody(ctx.bodyInputStream(), largest, GRACE, System::nanoTime);
    }

    private static ProblemException tooLarge(long largest) {
        return ProblemException.tooLarge(
                "The body is larger than " + largest + " bytes, which is the most taken here.");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count;
        try {
            count = super.read(into, from, most);
        } catch (IOException e) {
            if (isTimeout(e)) {
                throw tooSlow();
            }
            throw e;
        }
        if (count > 0) {
            read += count;
            if (read > largest) {
                throw tooLarge(largest);
            }
            long took = nanos.getAsLong() - began;
            if (took > grace && read < took / 1e9 * SLOWEST_BYTES_PER_SECOND) {
                throw tooSlow();
            }
        }
        return count;
    }

    private static boolean isTimeout(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.util.concurrent.TimeoutException
                    || cause instanceof java.net.SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException tooSlow() {
        return ProblemException.tooSlow("The body came too slowly, so the request was given up.");
    }
}
