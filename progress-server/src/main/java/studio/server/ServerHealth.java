package studio.server;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.server.queue.JobQueue;
import studio.server.shared.sql.DatabaseHealth;
import studio.server.system.HealthCheck;

/** What a server must have to be ready. */
final class ServerHealth {
    private ServerHealth() {}

    /** By the name that readiness tells them under, the ground of the others first. */
    static Map<String, HealthCheck> checks(DatabaseHealth database, JobQueue queue) {
        Map<String, HealthCheck> checks = new LinkedHashMap<>();
        checks.put("database", database::requireReachable);
        checks.put("migrations", database::requireMigrated);
        checks.put("worker", () -> {
            if (!queue.isTaking()) {
                throw new IllegalStateException("no jobs are taken");
            }
        });
        return checks;
    }
}
