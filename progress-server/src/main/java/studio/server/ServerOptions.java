package studio.server;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import studio.server.queue.QueueSettings;
import studio.server.security.SecurityOptions;

/**
 * How a server is to run.
 *
 * @param host address to listen on; anything but loopback demands tokens
 * @param port 0 takes any free one
 * @param databaseUrl null for the embedded PostgreSQL in the data folder
 * @param dataDir everything that the server keeps outside of the database
 * @param threads that evaluate trials, at least 1
 * @param parallelJobs that run at once, at least 1
 * @param exitWhenIdle after this long without a request and without an open job the server ends; null for never
 * @param plugins the folder whose jars are loaded as strategy plug-ins; null for none: a plug-in runs with every right
 *     of the server
 * @param takeover a dead server's jobs go on elsewhere within this time
 */
public record ServerOptions(
        String host,
        int port,
        @Nullable String databaseUrl,
        Path dataDir,
        int threads,
        int parallelJobs,
        @Nullable Duration exitWhenIdle,
        Duration takeover,
        SecurityOptions security,
        @Nullable Path plugins) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final int DEFAULT_PORT = 8080;
    public static final int DEFAULT_PARALLEL_JOBS = 2;
    private static final int MAX_PORT = 65_535;

    public ServerOptions {
        require(port >= 0 && port <= MAX_PORT, "port", port, "0.." + MAX_PORT);
        require(threads >= 1, "threads", threads, "1 or more");
        require(parallelJobs >= 1, "parallel jobs", parallelJobs, "1 or more");
    }

    /** With the standard takeover and security, and no plug-ins. */
    public ServerOptions(
            String host,
            int port,
            @Nullable String databaseUrl,
            Path dataDir,
            int threads,
            int parallelJobs,
            @Nullable Duration exitWhenIdle) {
        this(
                host,
                port,
                databaseUrl,
                dataDir,
                threads,
                parallelJobs,
                exitWhenIdle,
                QueueSettings.STANDARD_TAKEOVER,
                SecurityOptions.STANDARD,
                null);
    }

    /** An embedded database in that folder, all cores, the contract's address. */
    public static ServerOptions standard(Path dataDir) {
        return new ServerOptions(
                LOOPBACK,
                DEFAULT_PORT,
                null,
                dataDir,
                Runtime.getRuntime().availableProcessors(),
                DEFAULT_PARALLEL_JOBS,
                null);
    }

    public ServerOptions withPort(int other) {
        return new ServerOptions(
                host, other, databaseUrl, dataDir, threads, parallelJobs, exitWhenIdle, takeover, security, plugins);
    }

    public ServerOptions withThreads(int other) {
        return new ServerOptions(
                host, port, databaseUrl, dataDir, other, parallelJobs, exitWhenIdle, takeover, security, plugins);
    }

    public ServerOptions withTakeover(Duration other) {
        return new ServerOptions(
                host, port, databaseUrl, dataDir, threads, parallelJobs, exitWhenIdle, other, security, plugins);
    }

    public ServerOptions withSecurity(SecurityOptions other) {
        return new ServerOptions(
                host, port, databaseUrl, dataDir, threads, parallelJobs, exitWhenIdle, takeover, other, plugins);
    }

    public ServerOptions withPlugins(@Nullable Path other) {
        return new ServerOptions(
                host, port, databaseUrl, dataDir, threads, parallelJobs, exitWhenIdle, takeover, security, other);
    }

    private static void require(boolean right, String name, int value, String allowed) {
        if (!right) {
            throw new IllegalArgumentException(name + " = " + value + " is not allowed; allowed is " + allowed);
        }
    }
}
