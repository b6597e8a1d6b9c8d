package studio.desktop.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.desktop.client.TrainingClient;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyOrigin;
import studio.model.strategy.StrategyVersion;

/** Saves a file as a new strategy or as the next version of one. */
@picocli.CommandLine.Command(
        name = "save",
        mixinStandardHelpOptions = true,
        description = "Save a .strategy file as a new strategy, or with --name as the next version of one.")
final class StrategySaveCommand extends AnsweringCommand {
    @Parameters(paramLabel = "FILE", description = "A .strategy file, UTF-8.")
    private Path file = Path.of("");

    @Option(names = "--name", description = "The strategy, by identifier or title, that gets a next version.")
    private @Nullable String name;

    @Option(names = "--based-on", description = "The version that was edited; its newest unless given.")
    private @Nullable Integer basedOn;

    @Option(names = "--copied-from", description = "What a new strategy was copied from; their trials count together.")
    private @Nullable String copiedFrom;

    @Option(names = "--note", description = "What changed.")
    private @Nullable String note;

    @Option(names = "--created-by", description = "Who saves it.")
    private @Nullable String createdBy;

    StrategySaveCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        String text = StrategyFile.read(file);
        StrategyVersion saved;
        try (TrainingClient client = connect(null)) {
            if (name == null) {
                StrategyOrigin origin = copiedFrom == null ? null : origin(StrategyTexts.find(client, copiedFrom));
                saved = client.written().create(new SaveStrategyRequest(text, note, null, origin, createdBy));
            } else {
                StrategyInfo info = StrategyTexts.find(client, name);
                Integer from = basedOn == null ? info.version() : basedOn;
                saved = client.written().save(info.name(), new SaveStrategyRequest(text, note, from, null, createdBy));
            }
        }
        answer(saved, v -> console.out().println(v.name() + " version " + v.version() + ": " + v.title()));
        return ExitCodes.DONE;
    }

    private static StrategyOrigin origin(StrategyInfo info) {
        return new StrategyOrigin(info.name(), info.version() == null ? 0 : info.version());
    }
}
