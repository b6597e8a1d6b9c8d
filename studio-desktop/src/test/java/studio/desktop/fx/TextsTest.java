package studio.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that FXML and code name in full are there; no key is there twice. */
class TextsTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern IN_CODE = Pattern.compile("Texts\\.get\\(\\s*\"([a-z0-9_.A-Z]+)\"\\s*[,)]");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");

    @Test
    void every_text_that_is_asked_for_is_there() throws IOException {
        Set<String> asked = new TreeSet<>();
        collect(asked, ".java", IN_CODE);
        collect(asked, ".fxml", IN_FXML);

        asked.removeAll(Texts.bundle().keySet());

        assertThat(asked).isEmpty();
    }

    @Test
    void no_text_is_there_twice() throws IOException {
        try (Stream<String> lines = Files.lines(MAIN.resolve("resources/studio/desktop/texts.properties"))) {
            assertThat(lines.filter(l -> l.contains("=") && !l.startsWith("#"))
                            .map(l -> l.substring(0, l.indexOf('='))))
                    .doesNotHaveDuplicates();
        }
    }

    private static void collect(Set<String> keys, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(r -> keys.add(r.group(1)));
            }
        }
    }
}
