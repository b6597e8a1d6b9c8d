package studio.benchmarks.desktop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.app.Connector;
import studio.desktop.app.DesktopSignals;
import studio.desktop.app.DesktopStart;
import studio.desktop.app.JobScreens;
import studio.desktop.app.Screens;
import studio.desktop.client.HttpTrainingClient;
import studio.desktop.client.TrainingClient;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Screen;
import studio.desktop.poll.JobPoller;
import studio.desktop.progress.ProgressController;
import studio.desktop.progress.ProgressFeed;
import studio.desktop.settings.SettingsStore;
import studio.model.job.StartRequestRules;
import studio.model.system.VersionInfo;

/** What a launcher gives the window, with everything held on to that a benchmark wants to reach. */
final class BenchWindow implements Connector, SettingsStore, Screens {
    private static final ThreadFactory DAEMON = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    private final URI server;
    private final ExecutorService workers = Executors.newCachedThreadPool(DAEMON);
    private final Map<String, String> stored = new ConcurrentHashMap<>(Map.of("tour.seen", "yes"));
    private final JobScreens screens = new JobScreens();
    private volatile @Nullable DesktopContext context;
    private volatile @Nullable ProgressFeed feed;
    private volatile int trialsAtOnce;

    BenchWindow(URI server) {
        this.server = server;
    }

    DesktopStart start() {
        return new DesktopStart(
                this,
                this,
                workers,
                InstantSource.system(),
                StartRequestRules::check,
                this,
                DesktopSignals.none(),
                workers::shutdownNow);
    }

    /** What the screens were built from; null before the window is there. */
    @Nullable
    DesktopContext context() {
        return context;
    }

    /** From now on progress modals hear of this feed instead of the poller. */
    void feedBy(ProgressFeed given) {
        feed = given;
    }

    @Override
    public Connection connect(Request request, Consumer<String> saying) {
        TrainingClient client = doling(new HttpTrainingClient(server));
        ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor(DAEMON);
        client.version();
        return new Connection(
                client, new JobPoller(client, polling, () -> Duration.ofSeconds(2)), server.toString(), client::close);
    }

    /** From now on no more than that many trials come at once, as while a job runs; 0 for as many as are asked for. */
    void doleTrials(int atOnce) {
        trialsAtOnce = atOnce;
    }

    private TrainingClient doling(TrainingClient client) {
        return (TrainingClient) Proxy.newProxyInstance(
                TrainingClient.class.getClassLoader(),
                new Class<?>[] {TrainingClient.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("trials") && trialsAtOnce > 0) {
                        return client.trials((String) given[0], (Integer) given[1], trialsAtOnce);
                    }
                    try {
                        return method.invoke(client, given);
                    } catch (InvocationTargetException e) {
                        // The screens tell failures apart by what the client threw.
                        throw e.getCause();
                    }
                });
    }

    @Override
    public VersionInfo probe(String url, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> load() {
        return Map.copyOf(stored);
    }

    @Override
    public void save(Map<String, String> values) {
        stored.putAll(values);
    }

    @Override
    public Screen history(DesktopContext given, JobPoller poller) {
        context = given;
        return screens.history(given, poller);
    }

    @Override
    public Screen strategies(DesktopContext given) {
        return screens.strategies(given);
    }

    @Override
    public Screen configurations(DesktopContext given) {
        return screens.configurations(given);
    }

    @Override
    public Screen progress(String jobId, DesktopContext given, JobPoller poller, Runnable close) {
        ProgressFeed own = feed;
        return own == null
                ? screens.progress(jobId, given, poller, close)
                : new ProgressController(jobId, given, own, close);
    }

    @Override
    public Screen results(String jobId, DesktopContext given, Runnable close) {
        return screens.results(jobId, given, close);
    }

    @Override
    public Screen comparison(List<String> jobIds, DesktopContext given, Runnable close) {
        return screens.comparison(jobIds, given, close);
    }
}
