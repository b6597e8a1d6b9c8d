package studio.desktop.launch;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import picocli.CommandLine;
import studio.desktop.cli.Commands;
import studio.desktop.cli.Console;
import studio.desktop.cli.GlobalOptions;
import studio.desktop.cli.Servers;
import studio.desktop.cli.Watcher;

/** The program: commands, desktop and server, put together by hand. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (List.of(args).contains("serve")) {
            // Read by the log's configuration, so it must be set before the first logger is made.
            System.setProperty("studio.log.level", "INFO");
        }
        Console console = new Console(utf8(FileDescriptor.out), utf8(FileDescriptor.err), System.console() != null);
        System.exit(run(console, args));
    }

    /** Runs one command line and returns its exit code. */
    static int run(Console console, String... args) {
        ServerFinder servers = new ServerFinder();
        Watcher watcher = new Watcher(() -> Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "poll");
            thread.setDaemon(true);
            return thread;
        }));
        DesktopLauncher desktop =
                new DesktopLauncher(console, servers, options -> run(console, sampleTraining(options)));
        return commands(console, servers, watcher, desktop).execute(args);
    }

    /** Every command that there is. */
    static CommandLine commands(Console console, Servers servers, Watcher watcher, Commands.Desktop desktop) {
        return Commands.build(
                console,
                servers,
                watcher,
                desktop,
                List.of(
                        new ServeCommand(console),
                        new DoctorCommand(console),
                        new TokenCommand(console),
                        new RetentionCommand(console)));
    }

    private static String[] sampleTraining(GlobalOptions options) {
        List<String> args = new ArrayList<>(List.of("train"));
        if (options.server() != null) {
            args.addAll(List.of("--server", options.server().toString()));
        }
        if (options.dataDir() != null) {
            args.addAll(List.of("--data-dir", options.dataDir().toString()));
        }
        if (options.database() != null) {
            args.addAll(List.of("--db", options.database()));
        }
        if (options.port() != null) {
            args.addAll(List.of("--port", options.port().toString()));
        }
        if (options.token() != null) {
            args.addAll(List.of("--token", options.token()));
        }
        if (options.quiet()) {
            args.add("--quiet");
        }
        return args.toArray(String[]::new);
    }

    /** Breadcrumbs and dashes are not in every platform's default charset. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
