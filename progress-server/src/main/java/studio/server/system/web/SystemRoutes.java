package studio.server.system.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.model.system.Health;
import studio.model.system.VersionInfo;
import studio.server.shared.web.Answers;
import studio.server.shared.web.Routes;
import studio.server.system.HealthCheck;

/** Tells whether the server lives, whether it is ready, and which build it is. */
public final class SystemRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(SystemRoutes.class);

    private final Map<String, HealthCheck> checks;
    private final Set<String> unwell = ConcurrentHashMap.newKeySet();
    private final VersionInfo version;
    private final Answers answers;

    /**
     * @param checks by name, asked in order whenever readiness is
     */
    public SystemRoutes(Map<String, HealthCheck> checks, VersionInfo version, Answers answers) {
        this.checks = new LinkedHashMap<>(checks);
        this.version = version;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/health/live", ctx -> answers.json(ctx, new Health("UP", Map.of())));
        api.get(BASE + "/health/ready", this::ready);
        api.get(BASE + "/version", ctx -> answers.json(ctx, version));
    }

    private void ready(Context ctx) {
        Map<String, String> results = new LinkedHashMap<>();
        boolean up = true;
        for (Map.Entry<String, HealthCheck> check : checks.entrySet()) {
            try {
                check.getValue().requireWell();
                results.put(check.getKey(), "UP");
                if (unwell.remove(check.getKey())) {
                    LOG.info("{} is well again", check.getKey());
                }
            } catch (RuntimeException e) {
                // Probes come every few seconds: what they all say is worth one line.
                if (unwell.add(check.getKey())) {
                    LOG.warn("{} is not well", check.getKey(), e);
                }
                results.put(check.getKey(), "DOWN");
                up = false;
            }
        }
        answers.json(ctx, up ? 200 : 503, new Health(up ? "UP" : "DOWN", results));
    }
}
