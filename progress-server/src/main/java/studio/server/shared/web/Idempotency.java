package studio.server.shared.web;

import io.javalin.http.Context;
import java.time.InstantSource;
import studio.server.shared.web.sql.IdempotencyRepository;
import studio.server.shared.web.sql.IdempotencyRepository.Claim;

/**
 * Makes sure that a retried request makes nothing twice, when it carries an {@code Idempotency-Key}. The id of what is to be
 * made is stored with the key before it is made, so that a server that dies, or a database that goes away, between the
 * two leaves nothing in doubt. Thread-safe, on any number of servers.
 */
public final class Idempotency {
    private static final int LONGEST_KEY = 200;

    private final IdempotencyRepository keys;
    private final InstantSource clock;

    public Idempotency(IdempotencyRepository keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Something that is made under an id, which cannot be made twice. */
    public interface Making {
        String newId();

        /** Throws when the request is refused, and when something of that id is there already. */
        void make(String id);

        boolean exists(String id);
    }

    /**
     * The id of what this request made, or the one that came with the same key before.
     *
     * @param body the request's bytes; the same key with others is a conflict
     */
    public String once(Context ctx, byte[] body, Making making) {
        String key = ctx.header("Idempotency-Key");
        if (key == null) {
            String id = making.newId();
            making.make(id);
            return id;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.unreadable("Idempotency-Key has " + key.length() + " characters; 1.." + LONGEST_KEY
                    + " are allowed, and not blanks alone.");
        }
        String route = ctx.path();
        String hash = Answers.digest(body);
        Claim claim = keys.claim(route, key, hash, making.newId(), clock.instant());
        if (!claim.bodyHash().equals(hash)) {
            throw ProblemException.conflict(
                    "This Idempotency-Key came before with another body; a new request needs a new key.");
        }
        if (claim.isNew() || !making.exists(claim.id())) {
            make(route, key, claim.id(), making);
        }
        return claim.id();
    }

    private void make(String route, String key, String id, Making making) {
        try {
            making.make(id);
        } catch (ProblemException refused) {
            keys.release(route, key);
            throw refused;
        } catch (RuntimeException e) {
            // Another request with this key may have been faster. Otherwise the key stays: the retry makes the same id.
            if (!making.exists(id)) {
                throw e;
            }
        }
    }
}
