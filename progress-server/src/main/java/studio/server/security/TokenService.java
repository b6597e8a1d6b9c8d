package studio.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.server.security.sql.TokenRepository;

/**
 * Makes, lists, revokes and recognizes tokens. A token is 256 random bits, so that a plain SHA-256 of it, which is all that
 * is stored, gives nothing away. Thread-safe.
 */
public final class TokenService {
    /** What was recognized a moment ago is believed so long: a revoked token opens nothing more after this. */
    static final Duration BELIEVED = Duration.ofSeconds(5);

    private static final Duration USE_NOTED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_NAME = 100;
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 6;
    private static final String PREFIX = "studio_";
    /** Prefix and 43 letters of base64: anything else is no token of ours and costs no query. */
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final TokenRepository tokens;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(AccessToken token, Instant at) {}

    /** A new token with its secret, which is told this once. */
    public record Created(AccessToken token, String secret) {
        /** Without the secret: records end up in logs. */
        @Override
        public String toString() {
            return "Created[" + token + "]";
        }
    }

    /**
     * @param random must be cryptographically strong
     */
    public TokenService(TokenRepository tokens, InstantSource clock, RandomGenerator random) {
        this.tokens = tokens;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a token.
     *
     * @param name 1..100 characters, whose it is or what for
     * @param validity null for a token that does not expire
     * @throws IllegalArgumentException when the name or the validity is out of range
     */
    public Created create(String name, Role role, @Nullable Duration validity) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "name has " + called.length() + " characters; 1.." + LONGEST_NAME + " are allowed");
        }
        if (validity != null && (validity.isNegative() || validity.isZero())) {
            throw new IllegalArgumentException("validity = " + validity + " is not above 0");
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Instant now = clock.instant();
        AccessToken token = new AccessToken(
                HexFormat.of().formatHex(id),
                called,
                role,
                now,
                validity == null ? null : now.plus(validity),
                null,
                null);
        tokens.insert(token, hash(secret));
        return new Created(token, secret);
    }

    /** Every token ever made, newest first. */
    public List<AccessToken> list() {
        return tokens.all();
    }

    /** True when at least one token opens this server now. */
    public boolean anyGood() {
        Instant now = clock.instant();
        return tokens.all().stream().anyMatch(token -> token.isGoodAt(now));
    }

    /** Makes a token worthless within seconds on every server; false when there is none of that id that was good. */
    public boolean revoke(String tokenId) {
        boolean revoked = tokens.revoke(tokenId, clock.instant());
        // Afterwards: a request in between would have it remembered again.
        seen.values().removeIf(known -> known.token().tokenId().equals(tokenId));
        return revoked;
    }

    /** The token with that secret, when it is good. */
    public Optional<AccessToken> recognize(String secret) {
        if (!SHAPE.matcher(secret).matches()) {
            return Optional.empty();
        }
        byte[] hash = hash(secret);
        String key = HexFormat.of().formatHex(hash);
        Instant now = clock.instant();
        Seen known = believed(key, now);
        if (known != null) {
            return Optional.of(known.token()).filter(token -> token.isGoodAt(now));
        }
        Optional<AccessToken> token = tokens.find(hash).filter(found -> found.isGoodAt(now));
        if (token.isPresent()) {
            remember(key, token.get(), now);
        } else {
            seen.remove(key);
        }
        return token;
    }

    /** A token that was recognized a moment ago; never waits for the database. */
    public Optional<AccessToken> recall(String secret) {
        Instant now = clock.instant();
        return Optional.ofNullable(believed(HexFormat.of().formatHex(hash(secret)), now))
                .map(Seen::token)
                .filter(token -> token.isGoodAt(now));
    }

    private @Nullable Seen believed(String key, Instant now) {
        Seen known = seen.get(key);
        return known != null
                        && !now.isBefore(known.at())
                        && now.isBefore(known.at().plus(BELIEVED))
                ? known
                : null;
    }

    private void remember(String key, AccessToken token, Instant now) {
        if (seen.size() >= MOST_REMEMBERED) {
            seen.clear();
        }
        seen.put(key, new Seen(token, now));
        Instant used = token.lastUsedAt();
        if (used == null || Duration.between(used, now).compareTo(USE_NOTED) > 0) {
            tokens.used(token.tokenId(), now);
        }
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
