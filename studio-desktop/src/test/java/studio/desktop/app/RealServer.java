package studio.desktop.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import studio.desktop.client.HttpTrainingClient;
import studio.desktop.client.TrainingClient;
import studio.desktop.poll.JobPoller;
import studio.desktop.settings.SettingsStore;
import studio.model.job.StartRequestRules;
import studio.model.system.VersionInfo;
import studio.server.ServerApp;
import studio.server.ServerOptions;

/** The real server with an embedded PostgreSQL and its sample series, and what a launcher would give the window. */
final class RealServer implements Connector, SettingsStore, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
    private final ServerApp server;

    RealServer(Path dataDir) {
        stored.put(Tour.SEEN, "yes");
        server = ServerApp.start(ServerOptions.standard(dataDir).withPort(0).withThreads(2));
    }

    TrainingClient client() {
        return new HttpTrainingClient(server.url());
    }

    DesktopStart start() {
        return new DesktopStart(
                this,
                this,
                threads,
                InstantSource.system(),
                StartRequestRules::check,
                new JobScreens(),
                DesktopSignals.none(),
                () -> {});
    }

    @Override
    public Connection connect(Request request, Consumer<String> saying) {
        TrainingClient client = client();
        ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor();
        return new Connection(client, new JobPoller(client, polling, () -> POLL), "embedded", () -> {
            polling.shutdownNow();
            client.close();
        });
    }

    @Override
    public VersionInfo probe(String url, String token) {
        return client().version();
    }

    @Override
    public Map<String, String> load() {
        return Map.copyOf(stored);
    }

    @Override
    public void save(Map<String, String> values) {
        stored.clear();
        stored.putAll(values);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.close();
    }
}
