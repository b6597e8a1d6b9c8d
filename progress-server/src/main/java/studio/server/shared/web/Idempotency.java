package studio.server.shared.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import studio.server.shared.web.sql.IdempotencyRepository;
import studio.server.shared.web.sql.IdempotencyRepository.Known;

/** Makes sure that a retried request makes nothing twice, when it carries an {@code Idempotency-Key}. Thread-safe. */
public final class Idempotency {
    private static final int LONGEST_KEY = 200;

    private final IdempotencyRepository keys;
    private final InstantSource clock;

    public Idempotency(IdempotencyRepository keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The id of the job made by {@code make}, or by the request that came with the same key before.
     *
     * @param body the request's bytes; the same key with others is a conflict
     */
    public String once(Context ctx, byte[] body, Supplier<String> make) {
        String key = ctx.header("Idempotency-Key");
        if (key == null) {
            return make.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.unreadable("Idempotency-Key has " + key.length() + " characters; 1.." + LONGEST_KEY
                    + " are allowed, and not blanks alone.");
        }
        String route = ctx.path();
        String hash = Answers.digest(body);
        Optional<Known> known = keys.claim(route, key, hash, clock.instant());
        if (known.isPresent()) {
            return before(known.get(), hash);
        }
        try {
            String jobId = make.get();
            keys.made(route, key, jobId);
            return jobId;
        } catch (RuntimeException e) {
            keys.release(route, key);
            throw e;
        }
    }

    private static String before(Known known, String hash) {
        if (!known.bodyHash().equals(hash)) {
            throw ProblemException.conflict(
                    "This Idempotency-Key came before with another body; a new request needs a new key.");
        }
        return known.jobId()
                .orElseThrow(() -> ProblemException.conflict(
                        "The first request with this Idempotency-Key is under way; try again in a moment."));
    }
}
