package studio.desktop.cli;

import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.desktop.client.TrainingClient;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyVersion;

/** Commands that list strategies or versions. */
final class StrategyLists {
    private StrategyLists() {}

    @picocli.CommandLine.Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All strategies that can be trained, as a table or as JSON lines.")
    static final class ListCommand extends AnsweringCommand {
        private final Table table;

        @Option(names = "--archived", description = "Archived ones too.")
        private boolean archived;

        ListCommand(Console console, Servers servers) {
            super(console, servers);
            table = new Table(console, "%-32s %-9s %7s  %s%n");
        }

        @Override
        public Integer call() {
            try (TrainingClient client = connect(null)) {
                if (!isJson()) {
                    table.row("NAME", "KIND", "VERSION", "TITLE");
                }
                client.written().list().strategies().stream()
                        .filter(s -> archived || !s.archived())
                        .forEach(s -> answer(s, this::print));
            }
            return ExitCodes.DONE;
        }

        private void print(StrategyInfo s) {
            table.row(
                    s.name(),
                    s.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    s.version() == null ? "–" : s.version(),
                    s.title() + (s.archived() ? "  (archived)" : ""));
        }
    }

    @picocli.CommandLine.Command(
            name = "versions",
            mixinStandardHelpOptions = true,
            description = "All versions of a written strategy, newest first. Times are UTC.")
    static final class VersionsCommand extends AnsweringCommand {
        private final Table table;

        @Parameters(paramLabel = "NAME", description = "Identifier or title.")
        private String name = "";

        VersionsCommand(Console console, Servers servers) {
            super(console, servers);
            table = new Table(console, "%7s  %-16s  %-16s  %-10s  %s%n");
        }

        @Override
        public Integer call() {
            try (TrainingClient client = connect(null)) {
                String identifier = StrategyTexts.find(client, name).name();
                if (!isJson()) {
                    table.row("VERSION", "SAVED", "BY", "HASH", "NOTE");
                }
                client.written().versions(identifier).versions().forEach(v -> answer(v, this::print));
            }
            return ExitCodes.DONE;
        }

        private void print(StrategyVersion v) {
            table.row(
                    v.version(),
                    Table.time(v.savedAt()),
                    v.author().isEmpty() ? "–" : v.author(),
                    v.hash().substring(0, 10),
                    v.note().lines().findFirst().orElse(""));
        }
    }
}
