package studio.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import studio.server.security.SecurityOptions;
import studio.server.security.web.Guard;
import studio.server.security.web.PemKeyStore;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.Routes;
import studio.server.system.ServerMetrics;

/**
 * What stands between the network and the routes: connector and TLS, the guard, headers, limits of size, time and number,
 * and the measuring of every answer.
 */
final class HttpFront {
    private static final int THREADS = 200;
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int WAITING_CONNECTIONS = 4_096;
    private static final String BEGAN = "studio.began";
    private static final String PERMIT = "studio.permit";

    private final Guard guard;
    private final Handler.Wrapper first;
    private final ServerMetrics metrics;
    private final Runnable asked;
    private final Limits limits;
    private final Semaphore atWork;

    /**
     * How much is taken on.
     *
     * @param atWork requests at work at once, polls excepted
     * @param longestWait for one of those places
     * @param idle a connection that says nothing for so long is given up
     */
    record Limits(int atWork, Duration longestWait, Duration idle) {
        /** More at work than the database has connections only makes them wait there. */
        static final Limits STANDARD = new Limits(64, Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    /**
     * @param first sees every request before the routes, and may answer it
     * @param asked hears of every request that comes to the routes
     */
    HttpFront(Guard guard, Handler.Wrapper first, ServerMetrics metrics, Runnable asked, Limits limits) {
        this.guard = guard;
        this.first = first;
        this.metrics = metrics;
        this.asked = asked;
        this.limits = limits;
        this.atWork = new Semaphore(limits.atWork(), true);
    }

    /** Listens; throws {@link ServerStartException} when it cannot. */
    Javalin listen(ServerOptions options, List<Routes> routes) {
        KeyStore keys = keys(options.security());
        Javalin http = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.prefer405over404 = true;
            // Bodies are bounded where they are read: an import may be far larger than any JSON.
            config.http.maxRequestSize = Long.MAX_VALUE;
            connect(config, options, keys);
            config.routes.before(this::admit);
            routes.forEach(r -> r.addTo(config.routes));
            config.routes.after(this::answered);
            config.jetty.modifyServer(server -> server.setHandler(first));
        });
        try {
            return http.start();
        } catch (RuntimeException e) {
            http.stop();
            throw new ServerStartException(
                    "Port " + options.port() + " on " + options.host()
                            + " cannot be listened on; another program may use it. Give another one with --port.",
                    e);
        }
    }

    /** What is served, e.g. {@code GET /api/v2/version}. */
    static Set<String> served(Javalin http) {
        return http.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(parsed -> parsed.endpoint.method.isHttpMethod())
                .map(parsed -> parsed.endpoint.method.name() + " " + parsed.endpoint.path)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void connect(JavalinConfig config, ServerOptions options, @Nullable KeyStore keys) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 8);
        threads.setName("web");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(LARGEST_HEADERS);
            // Jetty would keep 90 KB of seen header lines for every connection; thousands of pollers would fill the
            // heap.
            http.setHeaderCacheSize(0);
            http.setIdleTimeout(limits.idle().toMillis());
        });
        config.jetty.addConnector((server, http) -> connector(server, http, options, keys));
    }

    private Connector connector(Server server, HttpConfiguration http, ServerOptions options, @Nullable KeyStore keys) {
        ConnectionFactory[] factories;
        if (keys == null) {
            factories = new ConnectionFactory[] {new HttpConnectionFactory(http)};
        } else {
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStore(keys);
            tls.setKeyStorePassword(PemKeyStore.password());
            HttpConfiguration secure = new HttpConfiguration(http);
            // The guard judges names; a client that asks by address sends none with its handshake.
            secure.addCustomizer(new SecureRequestCustomizer(false));
            factories = new ConnectionFactory[] {
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()), new HttpConnectionFactory(secure)
            };
        }
        ServerConnector connector = new ServerConnector(server, factories);
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        return connector;
    }

    private static @Nullable KeyStore keys(SecurityOptions security) {
        if (security.certificate() == null || security.privateKey() == null) {
            return null;
        }
        try {
            return PemKeyStore.read(security.certificate(), security.privateKey());
        } catch (IllegalArgumentException e) {
            throw new ServerStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private void admit(Context ctx) throws InterruptedException {
        ctx.attribute(BEGAN, System.nanoTime());
        asked.run();
        SecurityHeaders.ALL.forEach(ctx::header);
        guard.check(ctx);
        if (!isLight(ctx)) {
            if (!atWork.tryAcquire(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.tooMany(
                        "The server has more to do than it can; try again in a moment. Polling every 2 s is enough.");
            }
            ctx.attribute(PERMIT, true);
        }
    }

    /** A poll is answered from memory, health must be told under any load. */
    private static boolean isLight(Context ctx) {
        return ctx.header("If-None-Match") != null && ctx.path().endsWith("/progress")
                || ctx.path().startsWith(Routes.BASE + "/health/")
                || ctx.path().equals(studio.server.system.web.MetricsRoutes.PATH);
    }

    private void answered(Context ctx) {
        if (ctx.attribute(PERMIT) != null) {
            atWork.release();
        }
        Long began = ctx.attribute(BEGAN);
        if (began != null) {
            Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
            metrics.answered(
                    ctx.method().name(),
                    endpoint == null ? "none" : endpoint.path,
                    ctx.statusCode(),
                    Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
