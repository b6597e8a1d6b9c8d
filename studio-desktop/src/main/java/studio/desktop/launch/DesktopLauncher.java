package studio.desktop.launch;

import java.awt.GraphicsEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.logging.Logger;
import studio.desktop.app.Connector;
import studio.desktop.app.DesktopStart;
import studio.desktop.app.JobScreens;
import studio.desktop.app.StudioApplication;
import studio.desktop.cli.CommandFailedException;
import studio.desktop.cli.Commands;
import studio.desktop.cli.Console;
import studio.desktop.cli.ExitCodes;
import studio.desktop.cli.GlobalOptions;
import studio.desktop.client.HttpTrainingClient;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.TrainingClient;
import studio.desktop.fx.Texts;
import studio.desktop.poll.JobPoller;
import studio.desktop.settings.FileSettingsStore;
import studio.model.job.StartRequestRules;
import studio.model.system.VersionInfo;

/** Opens the window; where there is no display, says so and runs the sample training in the terminal. */
final class DesktopLauncher implements Commands.Desktop {
    /** Held on to: a logger that nobody holds is forgotten, and with it what it was told. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final Console console;
    private final ServerFinder servers;
    private final SampleTraining sample;

    /** Runs {@code studio train} with the global options that were given. */
    @FunctionalInterface
    interface SampleTraining {
        int run(GlobalOptions options);
    }

    DesktopLauncher(Console console, ServerFinder servers, SampleTraining sample) {
        this.console = console;
        this.servers = servers;
        this.sample = sample;
    }

    @Override
    public int open(GlobalOptions options) {
        if (!hasDisplay(System.getenv(), System.getProperty("os.name"))) {
            console.err().println("There is no display, so the sample training runs in the terminal instead.");
            return sample.run(options);
        }
        // JavaFX runs from the class path as well as from modules; that it remarks on it helps nobody.
        JAVAFX.setFilter(
                told -> told.getMessage() == null || !told.getMessage().startsWith("Unsupported JavaFX configuration"));
        Path settings = DataFolders.data(options.dataDir()).resolve("settings.json");
        ExecutorService workers = Executors.newCachedThreadPool(daemon("background"));
        ExecutorService settingsWriter = Executors.newSingleThreadExecutor(daemon("settings"));
        FileSettingsStore store = new FileSettingsStore(settings, settingsWriter);
        StudioApplication.launchWith(new DesktopStart(
                new Connecting(options),
                store,
                workers,
                InstantSource.system(),
                StartRequestRules::check,
                new JobScreens(),
                new SystemSignals(),
                () -> {
                    store.flush();
                    workers.shutdownNow();
                    settingsWriter.shutdown();
                }));
        return ExitCodes.DONE;
    }

    /** Linux tells by its environment; on Windows and macOS there always is one, but for services. */
    static boolean hasDisplay(Map<String, String> env, String osName) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win") || os.contains("mac")) {
            return !GraphicsEnvironment.isHeadless();
        }
        return isSet(env.get("DISPLAY")) || isSet(env.get("WAYLAND_DISPLAY"));
    }

    private static boolean isSet(@org.jspecify.annotations.Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static java.util.concurrent.ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The server of Settings, else that of the command line, else the data folder's. */
    private final class Connecting implements Connector {
        private final GlobalOptions options;

        Connecting(GlobalOptions options) {
            this.options = options;
        }

        @Override
        public Connection connect(Request request, Consumer<String> saying) {
            URI given = ServerFinder.asked(options);
            boolean bySettings = given == null && !request.serverUrl().isEmpty();
            URI url = bySettings ? URI.create(request.serverUrl()) : servers.find(options, null, saying);
            ServerFinder.requireWebAddress(url);
            String token = bySettings ? request.token() : ServerFinder.token(options);
            TrainingClient client = new HttpTrainingClient(url, token);
            try {
                saying.accept(Texts.get("start.connecting", url));
                client.version();
            } catch (ServerRefusedException e) {
                client.close();
                throw new CommandFailedException(
                        "The server at " + url + " refuses: " + e.problem().detail() + " Tokens are given in Settings.",
                        e);
            } catch (RuntimeException e) {
                client.close();
                throw new CommandFailedException(
                        "No Strategy Studio server answers at " + url
                                + ". Start it, or change the address in Settings.",
                        e);
            }
            ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor(daemon("poll"));
            JobPoller poller = new JobPoller(client, polling, request.pollInterval());
            String name = bySettings || given != null ? url.toString() : "embedded, " + url;
            Callable<Boolean> revive = bySettings || given != null ? null : () -> servers.revive(options, url);
            return new Connection(
                    client,
                    poller,
                    name,
                    () -> {
                        polling.shutdownNow();
                        client.close();
                    },
                    revive);
        }

        @Override
        public VersionInfo probe(String url, String token) {
            URI address = URI.create(url.strip());
            ServerFinder.requireWebAddress(address);
            try (TrainingClient client = new HttpTrainingClient(address, token)) {
                return client.version();
            }
        }
    }
}
