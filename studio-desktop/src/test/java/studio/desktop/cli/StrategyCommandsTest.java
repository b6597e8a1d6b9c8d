package studio.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.TextProblem;

class StrategyCommandsTest {
    private static final String TEXT = "strategy \"My cross\"\nenter long when close > open\n";

    private final Terminal terminal = new Terminal();
    private Path file;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("my.strategy"), "\uFEFF" + TEXT);
    }

    @Test
    void a_file_is_saved_listed_shown_and_exported_again() throws Exception {
        assertThat(terminal.run("strategy", "save", file.toString(), "--note", "first"))
                .isZero();
        assertThat(terminal.out()).contains("MY_CROSS version 1: My cross");
        terminal.forget();

        assertThat(terminal.run("strategy", "list")).isZero();
        assertThat(terminal.out())
                .containsPattern("MY_CROSS +written +1 +My cross")
                .contains("LIQUIDITY_SWEEP");
        terminal.forget();

        assertThat(terminal.run("strategy", "show", "my CROSS")).isZero();
        assertThat(terminal.out()).isEqualTo(TEXT);

        Path copy = folder.resolve("copy.strategy");
        assertThat(terminal.run("strategy", "export", "MY_CROSS", "-o", copy.toString()))
                .isZero();
        assertThat(copy).hasContent(TEXT);
        assertThat(terminal.run("strategy", "export", "MY_CROSS", "-o", copy.toString()))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(terminal.err()).contains("--force overwrites it");
    }

    @Test
    void a_next_version_is_compared_with_the_one_before() throws Exception {
        terminal.run("strategy", "save", file.toString());
        Files.writeString(file, TEXT.replace("open", "low"));
        terminal.forget();

        assertThat(terminal.run("strategy", "save", file.toString(), "--name", "My cross"))
                .isZero();
        assertThat(terminal.out()).contains("MY_CROSS version 2");
        terminal.forget();

        assertThat(terminal.run("strategy", "diff", "MY_CROSS", "1", "2")).isEqualTo(1);
        assertThat(terminal.out())
                .contains("-enter long when close > open", "+enter long when close > low", "--- MY_CROSS version 1");
        terminal.forget();
        assertThat(terminal.run("strategy", "versions", "MY_CROSS")).isZero();
        assertThat(terminal.out().lines().toList()).hasSize(3);
    }

    @Test
    void problems_are_printed_with_file_line_and_column_and_end_in_exit_code_1() {
        terminal.client.written.checked = request -> new StrategyCheck(
                List.of(new TextProblem(2, 7, 4, "There is no function 'smaa'.", "sma")),
                "My cross",
                "",
                List.of(),
                0,
                0,
                0,
                null,
                List.of(),
                null,
                null);

        assertThat(terminal.run("strategy", "check", file.toString())).isEqualTo(1);
        assertThat(terminal.out().strip()).isEqualTo(file + ":2:7: There is no function 'smaa'. (did you mean sma?)");
    }

    @Test
    void a_check_sends_the_text_without_its_byte_order_mark_and_the_series() {
        assertThat(terminal.run(
                        "strategy", "check", file.toString(), "--exchange", "e", "--symbol", "S", "--timeframe", "1h"))
                .isZero();

        assertThat(terminal.client.written.checks.get(0).text()).isEqualTo(TEXT);
        assertThat(terminal.client.written.checks.get(0).symbol()).isEqualTo("S");
        assertThat(terminal.out()).contains("My cross: no problems.");
    }

    @Test
    void a_strategy_is_archived_restored_and_deleted_unless_it_is_used() {
        terminal.run("strategy", "save", file.toString());

        assertThat(terminal.run("strategy", "archive", "MY_CROSS")).isZero();
        assertThat(terminal.client.written.archived).containsExactly("MY_CROSS");
        assertThat(terminal.run("strategy", "archive", "MY_CROSS", "--restore")).isZero();
        assertThat(terminal.client.written.archived).isEmpty();
        terminal.client.written.used.add("MY_CROSS");
        assertThat(terminal.run("strategy", "delete", "MY_CROSS")).isEqualTo(1);
        assertThat(terminal.err()).contains("archive it instead");
    }

    @Test
    void a_strategy_that_is_not_there_and_a_missing_command_are_answered_with_what_there_is() {
        assertThat(terminal.run("strategy", "show", "NONE")).isEqualTo(1);
        assertThat(terminal.err()).contains("There is no strategy NONE; ./studio strategy list");
        assertThat(terminal.run("strategy")).isEqualTo(2);
        assertThat(terminal.err()).contains("check", "save", "diff");
    }
}
