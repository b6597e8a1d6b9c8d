package studio.desktop.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.ServerUnreachableException;
import studio.model.problem.FieldError;
import studio.model.problem.Problem;

/** The command line as a whole. */
public final class Commands {
    private Commands() {}

    /** What {@code studio} does without a command. */
    @FunctionalInterface
    public interface Desktop {
        /** Opens the window, or says why it cannot and runs the sample training; returns the exit code. */
        int open(GlobalOptions options);
    }

    @Command(
            name = "studio",
            mixinStandardHelpOptions = true,
            description = "Trains trading strategies. Without a command it opens the desktop app.",
            synopsisSubcommandLabel = "[COMMAND]")
    private static final class Root implements Callable<Integer> {
        @Mixin
        private final GlobalOptions options = new GlobalOptions();

        private final Desktop desktop;

        Root(Desktop desktop) {
            this.desktop = desktop;
        }

        @Override
        public Integer call() {
            return desktop.open(options);
        }
    }

    /**
     * The command line.
     *
     * @param more commands that need more than a server, by name
     */
    public static CommandLine build(
            Console console, Servers servers, Watcher watcher, Desktop desktop, List<Object> more) {
        CommandLine line = new CommandLine(new Root(desktop))
                .addSubcommand(new TrainCommand(console, servers, watcher))
                .addSubcommand(new MonitorCommand(console, servers, watcher))
                .addSubcommand(new JobsCommand(console, servers))
                .addSubcommand(new ImportCommand(console, servers))
                .addSubcommand(new BackfillCommand(console, servers))
                .addSubcommand(new TasksCommand(console, servers))
                .addSubcommand(new ResampleCommand(console, servers))
                .addSubcommand(StrategyCommand.line(console, servers))
                .addSubcommand(new CommandLine(new SeriesCommand(console, servers))
                        .addSubcommand(new SeriesDeleteCommand(console, servers)));
        more.forEach(line::addSubcommand);
        tellVersion(line, "Strategy Studio " + version());
        line.setColorScheme(Help.defaultColorScheme(console.interactive() ? Help.Ansi.AUTO : Help.Ansi.OFF));
        line.setOut(new java.io.PrintWriter(console.out(), true));
        line.setErr(new java.io.PrintWriter(console.err(), true));
        line.setExecutionExceptionHandler((e, command, result) -> failed(console, e));
        WrongOptions.install(line);
        EarlyOptions.install(line);
        return line;
    }

    /** From the jar's manifest, which classes that Maven has not packaged do not have. */
    private static String version() {
        String built = Commands.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }

    private static void tellVersion(CommandLine command, String version) {
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(sub -> tellVersion(sub, version));
    }

    private static int failed(Console console, Exception e) {
        if (e instanceof ServerRefusedException refused) {
            return refused(console, refused.problem());
        }
        if (e instanceof ServerUnreachableException || e instanceof CommandFailedException) {
            console.err().println(e.getMessage());
            return ExitCodes.FAILED;
        }
        org.slf4j.LoggerFactory.getLogger(Commands.class).error("The command failed", e);
        console.err().println("Something went wrong that should not: " + e);
        return ExitCodes.FAILED;
    }

    private static int refused(Console console, Problem problem) {
        List<FieldError> errors = problem.errors();
        if (errors == null || errors.isEmpty()) {
            console.err().println(problem.detail());
            return ExitCodes.FAILED;
        }
        for (FieldError error : errors) {
            console.err().println(OptionNames.of(error.field()) + ": " + error.message());
        }
        return ExitCodes.USAGE;
    }

    /** {@code --json}, for commands that have it. */
    static final class JsonOption {
        @Option(names = "--json", description = "JSON lines on standard output, and nothing else there.")
        boolean json;
    }
}
