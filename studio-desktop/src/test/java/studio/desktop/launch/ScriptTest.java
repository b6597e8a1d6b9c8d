package studio.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import studio.desktop.cli.Console;
import studio.desktop.cli.Watcher;

/** The script {@code ./studio} against the program that it starts. */
class ScriptTest {
    private static final Path SCRIPT = Path.of("..", "studio");
    private static final Pattern NO_WINDOW = Pattern.compile("case \\$word in\\s+([^)]+)\\)\\s*window=no ;;");
    /** Words after which no window opens either, though they are no commands. */
    private static final Set<String> HELP = Set.of("help", "-h", "--help", "-V", "--version");

    @Test
    void every_command_is_known_to_open_no_window_so_that_none_writes_the_windows_archive() throws Exception {
        Set<String> expected = new TreeSet<>(HELP);
        commands().getSubcommands().keySet().forEach(expected::add);

        Matcher found = NO_WINDOW.matcher(Files.readString(SCRIPT));

        assertThat(found.find())
                .as("the script's list of words without a window")
                .isTrue();
        List<String> words = List.of(found.group(1).replace("\\\n", " ").strip().split("\\s*\\|\\s*"));
        assertThat(words).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(words).contains("train", "serve", "series", "resample", "tasks");
    }

    /** As the program makes them; none of them is run. */
    private static CommandLine commands() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return Main.commands(
                new Console(nowhere, nowhere, false),
                (options, threads, saying) -> {
                    throw new AssertionError("no server is asked");
                },
                new Watcher(Executors::newSingleThreadScheduledExecutor),
                options -> 0);
    }
}
