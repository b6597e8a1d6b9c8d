package studio.server.security.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import studio.server.security.Role;
import studio.server.shared.web.Routes;

/** Which role a request needs. */
final class Permissions {
    /** Asks without changing anything, though its request has a body. */
    private static final Set<String> READING_POSTS =
            Set.of(Routes.BASE + "/training/preflight", Routes.BASE + "/strategies/check");

    /** For load balancers, which carry no token; they tell nothing but up or down. */
    private static final Set<String> OPEN = Set.of(Routes.BASE + "/health/live", Routes.BASE + "/health/ready");

    private Permissions() {}

    static boolean isOpen(Context ctx) {
        return OPEN.contains(ctx.path());
    }

    static Role wanted(Context ctx) {
        boolean reads = ctx.method() == HandlerType.GET
                || ctx.method() == HandlerType.HEAD
                || READING_POSTS.contains(ctx.path());
        if (reads) {
            return Role.VIEWER;
        }
        return ctx.method() == HandlerType.DELETE ? Role.ADMIN : Role.ANALYST;
    }
}
