package studio.server.security.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import studio.server.security.AccessToken;
import studio.server.security.Role;

/** Tokens by the hashes of their secrets. Thread-safe. */
public final class TokenRepository {
    private static final String COLUMNS = "token_id, name, role, created_at, expires_at, revoked_at, last_used_at";

    private final Jdbi jdbi;

    public TokenRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void insert(AccessToken token, byte[] hash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO access_tokens (token_id, name, role, hash, created_at, expires_at)
                        VALUES (:tokenId, :name, :role, :hash, :createdAt, :expiresAt)
                        """)
                .bind("tokenId", token.tokenId())
                .bind("name", token.name())
                .bind("role", token.role().name())
                .bind("hash", hash)
                .bind("createdAt", token.createdAt())
                .bind("expiresAt", token.expiresAt())
                .execute());
    }

    /** Every token, newest first. */
    public List<AccessToken> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM access_tokens ORDER BY created_at DESC, token_id")
                .map((row, context) -> token(row))
                .list());
    }

    public Optional<AccessToken> find(byte[] hash) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM access_tokens WHERE hash = :hash")
                        .bind("hash", hash)
                        .map((row, context) -> token(row))
                        .findOne());
    }

    /** False when there is no such token, or it was revoked before. */
    public boolean revoke(String tokenId, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE access_tokens SET revoked_at = :now WHERE token_id = :tokenId AND revoked_at IS NULL")
                        .bind("now", now)
                        .bind("tokenId", tokenId)
                        .execute()
                > 0);
    }

    public void used(String tokenId, Instant now) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE access_tokens SET last_used_at = :now WHERE token_id = :tokenId")
                        .bind("now", now)
                        .bind("tokenId", tokenId)
                        .execute());
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        return new AccessToken(
                row.getString("token_id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"),
                instant(row, "last_used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
