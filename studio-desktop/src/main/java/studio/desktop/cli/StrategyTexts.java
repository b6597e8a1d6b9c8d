package studio.desktop.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.desktop.client.TrainingClient;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyVersion;

/** Commands that give the text of a strategy. */
final class StrategyTexts {
    private static final int CONTEXT = 3;

    private StrategyTexts() {}

    /** The strategy of that identifier or title; throws with a sentence when there is none. */
    static StrategyInfo find(TrainingClient client, String name) {
        return client.written()
                .find(name)
                .orElseThrow(() -> new CommandFailedException(
                        "There is no strategy " + name + "; ./studio strategy list shows those there are.", null));
    }

    /** That version's text, or the newest for null; of a built-in one, the text that says the same. */
    private static String text(TrainingClient client, String name, @Nullable Integer version) {
        StrategyInfo info = find(client, name);
        if (version != null) {
            return client.written().version(info.name(), version).text();
        }
        String text = info.text();
        if (text == null) {
            throw new CommandFailedException(
                    info.name() + " is written in Java and has no text; docs/strategies.md states its rules.", null);
        }
        return text;
    }

    @picocli.CommandLine.Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print the text of a strategy.")
    static final class ShowCommand extends AnsweringCommand {
        @Parameters(paramLabel = "NAME", description = "Identifier or title.")
        private String name = "";

        @Option(names = "--version-number", description = "An older version; the newest unless given.")
        private @Nullable Integer version;

        ShowCommand(Console console, Servers servers) {
            super(console, servers);
        }

        @Override
        public Integer call() {
            try (TrainingClient client = connect(null)) {
                if (isJson()) {
                    StrategyInfo info = find(client, name);
                    Integer wanted = version == null ? info.version() : version;
                    Object record = wanted == null ? info : client.written().version(info.name(), wanted);
                    answer(record, r -> {});
                } else {
                    console.out().print(text(client, name, version));
                }
            }
            return ExitCodes.DONE;
        }
    }

    @picocli.CommandLine.Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write a strategy to a .strategy file.")
    static final class ExportCommand extends Command {
        @Parameters(paramLabel = "NAME", description = "Identifier or title.")
        private String name = "";

        @Option(names = "--version-number", description = "An older version; the newest unless given.")
        private @Nullable Integer version;

        @Option(
                names = {"-o", "--output"},
                description = "The file; NAME.strategy unless given.")
        private @Nullable Path output;

        @Option(names = "--force", description = "Overwrite a file that is there.")
        private boolean force;

        ExportCommand(Console console, Servers servers) {
            super(console, servers);
        }

        @Override
        public Integer call() {
            String text;
            String identifier;
            try (TrainingClient client = connect(null)) {
                identifier = find(client, name).name();
                text = text(client, name, version);
            }
            Path file = output == null ? Path.of(identifier.toLowerCase(Locale.ROOT) + ".strategy") : output;
            try {
                Files.writeString(
                        file,
                        text,
                        StandardCharsets.UTF_8,
                        force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
            } catch (java.nio.file.FileAlreadyExistsException e) {
                throw new CommandFailedException(file + " is there already; --force overwrites it.", e);
            } catch (IOException e) {
                throw new CommandFailedException(file + " cannot be written: " + e.getMessage(), e);
            }
            say(identifier + " written to " + file);
            return ExitCodes.DONE;
        }
    }

    @picocli.CommandLine.Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "What differs between two versions, as a unified diff; exit code 1 when anything does.")
    static final class DiffCommand extends Command {
        @Parameters(index = "0", paramLabel = "NAME", description = "Identifier or title.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "A", description = "The older version.")
        private int a;

        @Parameters(index = "2", paramLabel = "B", description = "The newer version.")
        private int b;

        DiffCommand(Console console, Servers servers) {
            super(console, servers);
        }

        @Override
        public Integer call() {
            StrategyVersion before;
            StrategyVersion after;
            try (TrainingClient client = connect(null)) {
                String identifier = find(client, name).name();
                before = client.written().version(identifier, a);
                after = client.written().version(identifier, b);
            }
            List<String> old = before.text().lines().toList();
            List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                    before.name() + " version " + a,
                    after.name() + " version " + b,
                    old,
                    DiffUtils.diff(old, after.text().lines().toList()),
                    CONTEXT);
            diff.forEach(console.out()::println);
            return diff.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }
}
