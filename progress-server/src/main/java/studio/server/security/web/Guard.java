package studio.server.security.web;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.server.security.AccessToken;
import studio.server.security.Role;
import studio.server.security.TokenService;
import studio.server.shared.web.ProblemException;

/**
 * Stands before every route. The names in {@code Host} and {@code Origin} are checked first, so that no web page reaches a
 * server on this machine through the browser of somebody who sits at it; then the token, where one is demanded.
 */
public final class Guard {
    private static final String BEARER = "bearer ";
    private static final String CALLER = "studio.caller";

    private final HostNames hosts;
    private final @Nullable TokenService tokens;

    /**
     * @param tokens null where no token is demanded
     */
    public Guard(HostNames hosts, @Nullable TokenService tokens) {
        this.hosts = hosts;
        this.tokens = tokens;
    }

    /** Ends the request with a problem unless it may go on. */
    public void check(Context ctx) {
        if (!hosts.allowsHost(ctx.req().getHeader("Host"))) {
            throw ProblemException.misdirected(
                    "This server is not called " + HostNames.shown(ctx.req().getHeader("Host"))
                            + ". Use its address, or name it with --allow-host.");
        }
        if (!hosts.allowsOrigin(ctx.header("Origin"))) {
            throw ProblemException.forbidden(
                    "Pages of " + HostNames.shown(ctx.header("Origin")) + " may not ask this server.");
        }
        if (tokens != null && !Permissions.isOpen(ctx)) {
            authorize(ctx, tokens);
        }
    }

    /**
     * Whether it is known without asking the database that {@link #check} would let somebody with these headers read; where it
     * is not, that has to be asked.
     */
    public boolean isKnownToRead(@Nullable String host, @Nullable String origin, @Nullable String authorization) {
        return hosts.allowsHost(host)
                && hosts.allowsOrigin(origin)
                && (tokens == null
                        || secret(authorization)
                                .flatMap(tokens::recall)
                                .filter(token -> token.role().mayActAs(Role.VIEWER))
                                .isPresent());
    }

    private static void authorize(Context ctx, TokenService tokens) {
        AccessToken token = secret(ctx.header("Authorization"))
                .flatMap(tokens::recognize)
                .orElseThrow(() -> {
                    ctx.header("WWW-Authenticate", "Bearer realm=\"Strategy Studio\"");
                    return ProblemException.unauthorized(
                            "This server wants a token that is good: Authorization: Bearer …");
                });
        Role wanted = Permissions.wanted(ctx);
        if (!token.role().mayActAs(wanted)) {
            throw ProblemException.forbidden(
                    "The token is one of a " + token.role().wireName() + "; " + ctx.method() + " " + ctx.path()
                            + " needs the role " + wanted.wireName() + ".");
        }
        ctx.attribute(CALLER, token.name());
    }

    private static Optional<String> secret(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
