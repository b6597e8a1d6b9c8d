package studio.server.shared.web;

import io.javalin.router.JavalinDefaultRoutingApi;

/** The routes of one feature. */
@FunctionalInterface
public interface Routes {
    /** Where every route begins, but for the few that the contract puts elsewhere. */
    String BASE = "/api/v2";

    void addTo(JavalinDefaultRoutingApi api);
}
