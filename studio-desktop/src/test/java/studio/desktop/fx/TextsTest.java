package studio.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.model.result.ExitReason;

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

    @Test
    void german_says_everything_that_english_says_and_with_the_same_gaps() throws IOException {
        Map<String, String> english = read("texts.properties");
        Map<String, String> german = read("texts_de.properties");

        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach(
                (key, words) -> assertThat(gaps(german.get(key))).as(key).isEqualTo(gaps(words)));
    }

    @Test
    void every_way_out_of_a_position_has_words() {
        assertThat(ExitReason.values())
                .allSatisfy(reason -> assertThat(Texts.bundle().keySet())
                        .contains("results.exit." + reason.name().toLowerCase(Locale.ROOT)));
    }

    private static Set<String> gaps(String words) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(words).results().forEach(r -> found.add(r.group()));
        return found;
    }

    private static Map<String, String> read(String file) throws IOException {
        Properties read = new Properties();
        try (var in =
                Files.newBufferedReader(MAIN.resolve("resources/studio/desktop").resolve(file))) {
            read.load(in);
        }
        Map<String, String> words = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
        return words;
    }

    @Test
    void a_language_that_is_not_there_is_english() {
        Texts.use(Locale.GERMAN);
        String german = Texts.get("shell.rail.HISTORY");
        Texts.use(Locale.FRENCH);
        String other = Texts.get("shell.rail.HISTORY");
        Texts.use(Locale.ENGLISH);

        assertThat(german).isEqualTo("Verlauf");
        assertThat(other).isEqualTo("History").isEqualTo(Texts.get("shell.rail.HISTORY"));
    }

    private static void collect(Set<String> keys, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(r -> keys.add(r.group(1)));
            }
        }
    }
}
