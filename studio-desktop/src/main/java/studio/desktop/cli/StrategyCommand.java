package studio.desktop.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The strategies that analysts write; does nothing without a command of its own. */
@picocli.CommandLine.Command(
        name = "strategy",
        mixinStandardHelpOptions = true,
        description = "Strategies: check, save, list, show, versions, export, diff, archive, delete.")
final class StrategyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** With the commands under it. */
    static CommandLine line(Console console, Servers servers) {
        return new CommandLine(new StrategyCommand())
                .addSubcommand(new StrategyCheckCommand(console, servers))
                .addSubcommand(new StrategySaveCommand(console, servers))
                .addSubcommand(new StrategyLists.ListCommand(console, servers))
                .addSubcommand(new StrategyLists.VersionsCommand(console, servers))
                .addSubcommand(new StrategyTexts.ShowCommand(console, servers))
                .addSubcommand(new StrategyTexts.ExportCommand(console, servers))
                .addSubcommand(new StrategyTexts.DiffCommand(console, servers))
                .addSubcommand(new StrategyChanges.ArchiveCommand(console, servers))
                .addSubcommand(new StrategyChanges.DeleteCommand(console, servers));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "strategy: name a command: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
