package studio.desktop.app;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.fakes.FakeTrainingClient;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fx.Screen;
import studio.desktop.poll.JobPoller;
import studio.desktop.settings.SettingsStore;
import studio.model.job.StartRequestRules;
import studio.model.system.VersionInfo;

/** What a launcher would give the window, with a server in memory. */
final class TestStart implements Connector, SettingsStore, Screens, AutoCloseable {
    final FakeTrainingClient client = new FakeTrainingClient();
    final Map<String, String> stored = new ConcurrentHashMap<>();
    final List<String> signalled = new CopyOnWriteArrayList<>();
    volatile String failure = "";
    volatile @Nullable Callable<Boolean> revive;
    private final DesktopSignals signals = new DesktopSignals() {
        @Override
        public void notify(String title, String words) {
            signalled.add(words);
        }

        @Override
        public void progress(OptionalInt percent) {
            signalled.add(percent.isPresent() ? percent.getAsInt() + " %" : "no progress");
        }
    };
    final AtomicInteger historiesMade = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();
    volatile @Nullable DesktopContext context;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

    TestStart() {
        stored.put(Tour.SEEN, "yes");
    }

    DesktopStart start() {
        return new DesktopStart(
                this, this, threads, () -> SampleJobs.START, StartRequestRules::check, this, signals, () -> {});
    }

    @Override
    public Connection connect(Request request, Consumer<String> saying) {
        connections.incrementAndGet();
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
        return new Connection(
                client, new JobPoller(client, threads, request.pollInterval()), "embedded", () -> {}, revive);
    }

    @Override
    public VersionInfo probe(String url, String token) {
        return client.version();
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
    public Screen strategies(DesktopContext context) {
        return new JobScreens().strategies(context);
    }

    @Override
    public Screen history(DesktopContext context, JobPoller poller) {
        historiesMade.incrementAndGet();
        return new Named("historyScreen");
    }

    @Override
    public Screen configurations(DesktopContext context) {
        return new Named("configurationsScreen");
    }

    @Override
    public Screen progress(String jobId, DesktopContext given, JobPoller poller, Runnable close) {
        context = given;
        return new Named("progressScreen");
    }

    @Override
    public Screen results(String jobId, DesktopContext context, Runnable close) {
        return new Named("resultsScreen");
    }

    @Override
    public Screen comparison(List<String> jobIds, DesktopContext context, Runnable close) {
        return new Named("comparisonScreen");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static final class Named implements Screen {
        private final Parent root;

        Named(String id) {
            root = new StackPane(new Label(id));
            root.setId(id);
        }

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public void opened() {}

        @Override
        public void closed() {}
    }
}
