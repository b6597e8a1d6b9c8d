package studio.desktop.app;

import java.net.URI;
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

/** What a launcher gives the window for a server elsewhere, which may come and go; remembers settings over restarts. */
final class RemoteServer implements Connector, SettingsStore, AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Map<String, String> stored = new ConcurrentHashMap<>(Map.of(Tour.SEEN, "yes"));
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
    private final URI url;

    RemoteServer(URI url) {
        this.url = url;
    }

    TrainingClient client() {
        return new HttpTrainingClient(url);
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
        client.version();
        ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor();
        return new Connection(client, new JobPoller(client, polling, () -> POLL), url.toString(), () -> {
            polling.shutdownNow();
            client.close();
        });
    }

    @Override
    public VersionInfo probe(String address, String token) {
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
    }
}
