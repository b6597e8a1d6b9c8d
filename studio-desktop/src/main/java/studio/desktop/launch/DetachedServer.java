package studio.desktop.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.cli.CommandFailedException;
import studio.server.DataFolder;

/**
 * Starts a server as a process of its own that outlives this one. Its output goes to a log in the data folder, so that
 * nobody who reads our output waits for it.
 */
final class DetachedServer {
    static final int IDLE_SECONDS = 60;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 100;
    private static final int LOG_LINES_SHOWN = 3;
    private static final long LARGEST_LOG = 10_000_000;

    private final Path dataDir;
    private final RunningServers running;

    DetachedServer(Path dataDir, RunningServers running) {
        this.dataDir = dataDir;
        this.running = running;
    }

    /**
     * The address of a server of this folder that is ready: the one started here, or one that another command has
     * started at the same moment.
     *
     * @param saying hears what takes time
     */
    URI start(@Nullable Integer port, @Nullable String database, @Nullable Integer threads, Consumer<String> saying) {
        saying.accept(sentence(database));
        Path log = dataDir.resolve("logs").resolve("server.log");
        try {
            Files.createDirectories(log.getParent());
            keepSmall(log);
            Process process = new ProcessBuilder(command(port, database, threads))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
            return awaitReady(process, log);
        } catch (IOException e) {
            throw new CommandFailedException("The embedded server cannot be started in " + dataDir + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("Interrupted while the embedded server was starting.", e);
        }
    }

    private String sentence(@Nullable String database) {
        if (database != null) {
            return "Starting a server on the given database…";
        }
        return Files.exists(dataDir)
                ? "Starting the embedded server…"
                : "Starting the embedded server for the first time: unpacking PostgreSQL, loading sample data…";
    }

    /** One older log is kept beside the newest. */
    private static void keepSmall(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling("server.old.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private URI awaitReady(Process process, Path log) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<URI> ready = running.ready(new DataFolder(dataDir));
            if (ready.isPresent()) {
                return ready.get();
            }
            boolean ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            // Ours may have lost to one that started at the same moment; that one may need a while yet.
            if (ended && process.exitValue() != ServeCommand.FOLDER_TAKEN) {
                throw new CommandFailedException(reason(log), null);
            }
        }
        throw new CommandFailedException(
                "The embedded server did not get ready within " + LONGEST_START.toMinutes() + " minutes. Its log is in "
                        + log.getParent() + ".",
                null);
    }

    private static String reason(Path log) throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "The embedded server ended at once and said nothing.";
        }
        return "The embedded server could not start: "
                + String.join(
                        System.lineSeparator(),
                        lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private List<String> command(@Nullable Integer port, @Nullable String database, @Nullable Integer threads) {
        List<String> command = new ArrayList<>(outOfReach());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServerArchive.ofLauncher().options());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--exit-when-idle",
                Integer.toString(IDLE_SECONDS),
                "--data-dir",
                dataDir.toString(),
                "--port",
                Integer.toString(port == null ? 0 : port)));
        if (database != null) {
            command.addAll(List.of("--db", database));
        }
        if (threads != null) {
            command.addAll(List.of("--threads", threads.toString()));
        }
        return command;
    }

    /**
     * What keeps the server from ending with the terminal: Ctrl+C goes to every process of the foreground group, and a
     * JVM leaves a signal alone that was ignored when it started.
     */
    private static List<String> outOfReach() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
        return windows ? List.of() : List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
    }
}
