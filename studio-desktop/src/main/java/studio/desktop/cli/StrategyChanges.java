package studio.desktop.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.desktop.client.TrainingClient;
import studio.model.strategy.StrategyInfo;

/** Commands that change a written strategy as a whole. */
final class StrategyChanges {
    private StrategyChanges() {}

    @picocli.CommandLine.Command(
            name = "archive",
            mixinStandardHelpOptions = true,
            description = "Take a written strategy out of lists and forms. Its versions and runs are kept.")
    static final class ArchiveCommand extends Command {
        @Parameters(paramLabel = "NAME", description = "Identifier or title.")
        private String name = "";

        @Option(names = "--restore", description = "Put it back.")
        private boolean restore;

        ArchiveCommand(Console console, Servers servers) {
            super(console, servers);
        }

        @Override
        public Integer call() {
            StrategyInfo changed;
            try (TrainingClient client = connect(null)) {
                changed = client.written()
                        .archive(StrategyTexts.find(client, name).name(), !restore);
            }
            say(changed.name() + (changed.archived() ? " archived." : " restored."));
            return ExitCodes.DONE;
        }
    }

    @picocli.CommandLine.Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Delete a written strategy with all of its versions; refused while a run refers to it.")
    static final class DeleteCommand extends Command {
        @Parameters(paramLabel = "NAME", description = "Identifier or title.")
        private String name = "";

        DeleteCommand(Console console, Servers servers) {
            super(console, servers);
        }

        @Override
        public Integer call() {
            String identifier;
            try (TrainingClient client = connect(null)) {
                identifier = StrategyTexts.find(client, name).name();
                client.written().delete(identifier);
            }
            say(identifier + " deleted.");
            return ExitCodes.DONE;
        }
    }
}
