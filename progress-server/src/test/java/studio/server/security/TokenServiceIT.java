package studio.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.server.security.sql.TokenRepository;
import studio.server.shared.sql.TestDatabase;

class TokenServiceIT {
    private static TestDatabase db;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private TokenService tokens;

    @BeforeAll
    static void open() {
        db = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @BeforeEach
    void empty() {
        db.jdbi().useHandle(handle -> handle.execute("DELETE FROM access_tokens"));
        tokens = service();
    }

    private TokenService service() {
        return new TokenService(new TokenRepository(db.jdbi()), now::get, new SecureRandom());
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void a_token_is_recognized_and_its_secret_is_stored_nowhere() {
        TokenService.Created created = tokens.create(" Ann's laptop ", Role.ANALYST, null);

        assertThat(tokens.recognize(created.secret()))
                .hasValueSatisfying(token -> assertThat(token.role()).isEqualTo(Role.ANALYST));
        assertThat(created.token().name()).isEqualTo("Ann's laptop");
        List<Map<String, Object>> rows = db.jdbi()
                .withHandle(
                        handle -> handle.createQuery("SELECT t.*, encode(hash, 'escape') AS text FROM access_tokens t")
                                .mapToMap()
                                .list());
        assertThat(rows.toString())
                .doesNotContain(created.secret())
                .doesNotContain(created.secret().substring(7));
        assertThat((byte[]) rows.get(0).get("hash"))
                .hasSize(32)
                .isNotEqualTo(created.secret().getBytes(StandardCharsets.UTF_8));
        assertThat(created.toString()).doesNotContain(created.secret());
    }

    @Test
    void no_two_tokens_are_alike_and_a_changed_letter_is_no_token() {
        String one = tokens.create("one", Role.VIEWER, null).secret();
        String two = tokens.create("two", Role.VIEWER, null).secret();

        assertThat(one).isNotEqualTo(two).hasSizeGreaterThan(40);
        char last = one.charAt(10) == 'A' ? 'B' : 'A';
        assertThat(tokens.recognize(one.substring(0, 10) + last + one.substring(11)))
                .isEmpty();
        assertThat(tokens.recognize("")).isEmpty();
        assertThat(tokens.recognize("studio_' OR '1'='1")).isEmpty();
    }

    @Test
    void a_revoked_token_opens_nothing_here_at_once_and_elsewhere_within_seconds() {
        TokenService other = service();
        TokenService.Created created = tokens.create("lost laptop", Role.ADMIN, null);
        assertThat(other.recognize(created.secret())).isPresent();
        assertThat(tokens.recognize(created.secret())).isPresent();

        assertThat(tokens.revoke(created.token().tokenId())).isTrue();

        assertThat(tokens.recognize(created.secret())).isEmpty();
        pass(TokenService.BELIEVED);
        assertThat(other.recognize(created.secret())).isEmpty();
        assertThat(tokens.revoke(created.token().tokenId())).isFalse();
        assertThat(tokens.anyGood()).isFalse();
    }

    @Test
    void a_token_ends_when_it_was_made_to() {
        String secret =
                tokens.create("visitor", Role.VIEWER, Duration.ofDays(1)).secret();
        assertThat(tokens.recognize(secret)).isPresent();

        pass(Duration.ofDays(1));

        assertThat(tokens.recognize(secret)).isEmpty();
    }

    @Test
    void the_last_use_is_noted() {
        String secret = tokens.create("used", Role.VIEWER, null).secret();

        tokens.recognize(secret);

        assertThat(tokens.list().get(0).lastUsedAt()).isEqualTo(now.get());
    }

    @Test
    void a_name_is_wanted() {
        assertThatThrownBy(() -> tokens.create("  ", Role.VIEWER, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    @Test
    void what_is_recalled_was_recognized_a_moment_ago_and_is_still_good() {
        String secret = tokens.create("poller", Role.VIEWER, null).secret();

        assertThat(tokens.recall(secret)).isEmpty();
        tokens.recognize(secret);
        assertThat(tokens.recall(secret)).isPresent();
        pass(TokenService.BELIEVED);
        assertThat(tokens.recall(secret)).isEmpty();
    }

    @Test
    void a_token_that_ran_out_or_was_revoked_is_not_recalled() {
        TokenService.Created passing = tokens.create("passing", Role.VIEWER, Duration.ofSeconds(2));
        TokenService.Created revoked = tokens.create("revoked", Role.VIEWER, null);
        tokens.recognize(passing.secret());
        tokens.recognize(revoked.secret());

        pass(Duration.ofSeconds(3));
        tokens.revoke(revoked.token().tokenId());

        assertThat(tokens.recall(passing.secret())).isEmpty();
        assertThat(tokens.recall(revoked.secret())).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_believed_for_longer() {
        String secret = tokens.create("poller", Role.VIEWER, null).secret();
        tokens.recognize(secret);

        pass(Duration.ofSeconds(-60));

        assertThat(tokens.recall(secret)).isEmpty();
    }
}
