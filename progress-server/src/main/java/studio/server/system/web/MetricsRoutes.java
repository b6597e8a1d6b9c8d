package studio.server.system.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import studio.server.shared.web.Routes;
import studio.server.system.ServerMetrics;

/** What Prometheus scrapes; without the base path, as its conventions want it. */
public final class MetricsRoutes implements Routes {
    public static final String PATH = "/metrics";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final ServerMetrics metrics;

    public MetricsRoutes(ServerMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(PATH, ctx -> ctx.contentType(TEXT).result(metrics.scrape()));
    }
}
