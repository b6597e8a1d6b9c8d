package studio.server.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is known afterwards: everything but the secret.
 *
 * @param tokenId to revoke it by
 * @param name whose it is, or what for
 * @param expiresAt from then on it opens nothing; null for never
 * @param revokedAt null as long as it is good
 * @param lastUsedAt to the minute; null when it never was
 */
public record AccessToken(
        String tokenId,
        String name,
        Role role,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {
    public boolean isGoodAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
