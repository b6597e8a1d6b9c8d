package studio.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.desktop.cli.Console;

class TokenCommandIT {
    @TempDir
    Path data;

    private record Said(int code, String out, String err) {}

    private Said run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = Main.run(console, args);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_token_is_made_listed_without_its_secret_and_revoked() {
        String folder = data.toString();

        Said made = run("token", "create", "Ann", "--role", "viewer", "--data-dir", folder);
        String id = made.err().replaceAll("(?s)Token (\\S+) for.*", "$1");
        Said listed = run("token", "list", "--data-dir", folder);
        Said revoked = run("token", "revoke", id, "--data-dir", folder);
        Said again = run("token", "revoke", id, "--data-dir", folder);

        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out().strip()).matches("studio_[A-Za-z0-9_-]{43}");
        assertThat(listed.out())
                .contains(id)
                .contains("viewer")
                .contains("good")
                .contains("Ann");
        assertThat(listed.out() + listed.err()).doesNotContain(made.out().strip());
        assertThat(revoked.code()).isZero();
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains(id);
        assertThat(run("retention", "--older-than", "30", "--dry-run", "--data-dir", folder)
                        .out())
                .startsWith("0 trainings with 0 trials");
    }

    @Test
    void a_role_that_there_is_not_is_told() {
        Said said = run("token", "create", "Ann", "--role", "king", "--data-dir", data.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("king").contains("viewer, analyst, admin");
    }
}
