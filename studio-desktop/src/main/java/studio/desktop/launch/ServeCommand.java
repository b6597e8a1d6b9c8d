package studio.desktop.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.desktop.cli.Console;
import studio.desktop.cli.ExitCodes;
import studio.desktop.cli.GlobalOptions;
import studio.server.DataFolderTakenException;
import studio.server.ServerApp;
import studio.server.ServerOptions;
import studio.server.ServerStartException;
import studio.server.queue.QueueSettings;

/** The server alone, in the foreground. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Run the server alone, on 127.0.0.1:8080 unless told otherwise. Ctrl+C stops it; jobs go on at the"
                        + " next start.")
final class ServeCommand implements Callable<Integer> {
    /** Tells a command that started us in vain that another server has the folder. */
    static final int FOLDER_TAKEN = 75;

    private static final String PLUGINS = "STUDIO_PLUGINS";

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--host", defaultValue = ServerOptions.LOOPBACK, description = "Default: ${DEFAULT-VALUE}")
    private String host = "";

    @Option(names = "--threads", paramLabel = "N", description = "Threads that evaluate trials; default: all cores.")
    private @Nullable Integer threads;

    @Option(names = "--parallel-jobs", paramLabel = "N", description = "Jobs at once; default 2.")
    private int parallelJobs = ServerOptions.DEFAULT_PARALLEL_JOBS;

    @Option(
            names = "--exit-when-idle",
            paramLabel = "SECONDS",
            description = "End when nobody has asked anything for so long and no job is open.")
    private @Nullable Integer exitWhenIdle;

    @Option(
            names = "--takeover-seconds",
            paramLabel = "N",
            description = "A dead server's jobs go on elsewhere within this time, 5..600; default 15. The same on every"
                    + " server.")
    private int takeoverSeconds = (int) QueueSettings.STANDARD_TAKEOVER.toSeconds();

    @Option(
            names = "--plugins",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "DIR",
            description =
                    "Load the strategies of the jars in DIR, or in the data folder's plugins; else $STUDIO_PLUGINS,"
                            + " else none. A plug-in is foreign code with every right of the server: load only what you"
                            + " trust.")
    private @Nullable String plugins;

    @Mixin
    private final AccessOptions access = new AccessOptions();

    private final Console console;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerApp app;
        try {
            app = ServerApp.start(serverOptions());
        } catch (DataFolderTakenException e) {
            console.err().println(e.getMessage());
            return FOLDER_TAKEN;
        } catch (ServerStartException | IllegalArgumentException e) {
            console.err().println(e.getMessage());
            return ExitCodes.FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "close-server"));
        if (!options.quiet()) {
            console.err().println("Serving " + app.url() + "/api/v2 (documentation at /api/v2/docs). Ctrl+C stops it.");
        }
        app.awaitExit();
        app.close();
        return ExitCodes.DONE;
    }

    private ServerOptions serverOptions() {
        Path dataDir = DataFolders.data(options.dataDir());
        Integer port = options.port();
        return new ServerOptions(
                        host,
                        port == null ? ServerOptions.DEFAULT_PORT : port,
                        ServerFinder.database(options),
                        dataDir,
                        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                        parallelJobs,
                        exitWhenIdle == null ? null : Duration.ofSeconds(exitWhenIdle))
                .withTakeover(Duration.ofSeconds(takeoverSeconds))
                .withSecurity(access.toOptions())
                .withPlugins(plugins(plugins == null ? System.getenv(PLUGINS) : plugins, plugins != null, dataDir));
    }

    /**
     * @param wanted null for none
     * @param byOption an option without a folder means the data folder's own; an empty variable means none
     */
    static @Nullable Path plugins(@Nullable String wanted, boolean byOption, Path dataDir) {
        if (wanted == null || (wanted.isBlank() && !byOption)) {
            return null;
        }
        return wanted.isBlank() ? dataDir.resolve("plugins") : Path.of(wanted.strip());
    }
}
