package studio.desktop.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.desktop.cli.CommandFailedException;
import studio.desktop.cli.Console;
import studio.desktop.cli.ExitCodes;
import studio.desktop.cli.GlobalOptions;
import studio.desktop.client.HttpTrainingClient;
import studio.desktop.client.TrainingClient;
import studio.model.json.StudioJson;
import studio.server.DataFolder;
import studio.server.embedded.EmbeddedPostgres;
import studio.server.embedded.EmbeddedPostgresException;
import studio.server.shared.sql.Database;
import studio.server.shared.sql.DatabaseException;
import studio.server.shared.sql.DatabaseSettings;

/** Tells what is installed, reachable and writable, and what to do about what is not. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "What is installed, reachable, writable, and what to do about what is not. Ends with 1 when something fails.")
final class DoctorCommand implements Callable<Integer> {
    private static final int OLDEST_JAVA = 17;
    private static final long WANTED_MEMORY_MB = 512;
    private static final long WANTED_DISK_MB = 500;
    private static final long MB = 1 << 20;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--json", description = "One JSON line a check.")
    private boolean json;

    private final Console console;
    private final List<Finding> findings = new ArrayList<>();

    DoctorCommand(Console console) {
        this.console = console;
    }

    private enum State {
        OK,
        WARN,
        FAIL
    }

    private record Finding(String check, State state, String finding) {}

    @Override
    public Integer call() throws IOException {
        Path dataDir = DataFolders.data(options.dataDir());
        java();
        display();
        if (folder(dataDir)) {
            serverAndDatabase(dataDir);
        }
        for (Finding finding : findings) {
            print(finding);
        }
        return findings.stream().anyMatch(f -> f.state() == State.FAIL) ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    private void java() {
        int version = Runtime.version().feature();
        add(
                "java",
                version >= OLDEST_JAVA ? State.OK : State.FAIL,
                "Java " + Runtime.version() + (version >= OLDEST_JAVA ? "" : "; install " + OLDEST_JAVA + " or newer"));
        long memory = Runtime.getRuntime().maxMemory() / MB;
        add(
                "memory",
                memory >= WANTED_MEMORY_MB ? State.OK : State.WARN,
                memory + " MB of heap"
                        + (memory >= WANTED_MEMORY_MB
                                ? ""
                                : "; long series may need more: set JAVA_TOOL_OPTIONS=-Xmx1g"));
        add("cores", State.OK, Runtime.getRuntime().availableProcessors() + " for trials");
    }

    private void display() {
        if (DesktopLauncher.hasDisplay(System.getenv(), System.getProperty("os.name"))) {
            add("display", State.OK, "the desktop app can open");
        } else {
            add(
                    "display",
                    State.WARN,
                    "none: ./studio runs the sample training in the terminal; set DISPLAY for the desktop app");
        }
    }

    private boolean folder(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            Path probe = Files.createTempFile(dataDir, "doctor", ".tmp");
            Files.delete(probe);
            FileStore disk = Files.getFileStore(dataDir);
            long free = disk.getUsableSpace() / MB;
            add("data folder", State.OK, dataDir + " is writable");
            add(
                    "disk",
                    free >= WANTED_DISK_MB ? State.OK : State.WARN,
                    free + " MB free" + (free >= WANTED_DISK_MB ? "" : "; make room"));
            return true;
        } catch (IOException e) {
            add(
                    "data folder",
                    State.FAIL,
                    dataDir + " cannot be written (" + e + "); give another one with --data-dir");
            return false;
        }
    }

    private void serverAndDatabase(Path dataDir) {
        URI asked = ServerFinder.asked(options);
        Optional<URI> running = asked == null
                ? new RunningServers()
                        .ready(new DataFolder(ServerFinder.folder(dataDir, ServerFinder.database(options))))
                : Optional.of(asked);
        if (running.isPresent()) {
            server(running.get());
            return;
        }
        add("server", State.OK, "none runs for this data folder; one is started when it is needed");
        String database = ServerFinder.database(options);
        if (database == null) {
            embedded(dataDir);
        } else {
            external(database);
        }
    }

    private void server(URI url) {
        try {
            ServerFinder.requireWebAddress(url);
            try (TrainingClient client = new HttpTrainingClient(url, ServerFinder.token(options))) {
                Map<String, String> checks = client.ready().checks();
                boolean up = checks.values().stream().allMatch("UP"::equals);
                add(
                        "server",
                        up ? State.OK : State.FAIL,
                        url + ": " + client.version().version() + ", " + checks + (up ? "" : "; look into its log"));
            }
        } catch (CommandFailedException e) {
            add("server", State.FAIL, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            add(
                    "server",
                    State.FAIL,
                    url + " does not answer (" + e.getMessage()
                            + "); start it, or leave --server and STUDIO_SERVER out");
        }
    }

    /** Starts the embedded database for a moment and stops it again. */
    private void embedded(Path dataDir) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDir)) {
            add("database", State.OK, "embedded PostgreSQL starts, on port " + postgres.port());
        } catch (EmbeddedPostgresException e) {
            add("database", State.FAIL, String.valueOf(e.getMessage()));
        }
    }

    private void external(String url) {
        try (Database database = Database.open(DatabaseSettings.ofUrl(url))) {
            add("database", State.OK, database.description() + " answers and is up to date");
        } catch (DatabaseException | IllegalArgumentException e) {
            add("database", State.FAIL, String.valueOf(e.getMessage()));
        }
    }

    private void add(String check, State state, String finding) {
        findings.add(new Finding(check, state, finding));
    }

    private void print(Finding f) throws IOException {
        if (json) {
            console.out().println(StudioJson.lenient().writeValueAsString(f));
            return;
        }
        String colour = switch (f.state()) {
            case OK -> "green";
            case WARN -> "yellow";
            case FAIL -> "red";
        };
        String state = String.format("%-4s", f.state().name().toLowerCase(java.util.Locale.ROOT));
        Ansi ansi = console.interactive() ? Ansi.AUTO : Ansi.OFF;
        console.out()
                .println(ansi.string("@|" + colour + " " + state + "|@ ")
                        + String.format("%-12s ", f.check())
                        + f.finding());
    }
}
