package studio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} speaks of what there is. */
class ArchitectureDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("shared-model", "training-engine", "progress-server", "studio-desktop");
    /** E.g. {@code queue.JobQueue}, {@code StudioViewModel.train()}. */
    private static final Pattern CLASS =
            Pattern.compile("(?:[a-z]+\\.)*([A-Z][a-z]+[A-Za-z]+)(?:\\.[a-zA-Z]+(?:\\(\\))?)?");

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    @Test
    void every_class_that_the_document_names_is_there() throws IOException {
        Set<String> classes = sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        for (String quoted : quoted()) {
            CLASS.matcher(quoted)
                    .results()
                    .filter(one -> one.end() - one.start() == quoted.length())
                    .forEach(one -> named.add(one.group(1)));
        }

        // Headers of HTTP that look like classes, and a class of the tests.
        named.removeAll(Set.of("Host", "Origin", "ArchitectureTest"));

        assertThat(named).hasSizeGreaterThan(30).isSubsetOf(classes);
    }

    @Test
    void every_package_of_the_program_is_in_the_document() throws IOException {
        Set<String> said = new TreeSet<>();
        quoted().forEach(quoted -> said.addAll(List.of(quoted.split("[^a-z]+"))));
        Set<String> features = sources()
                .map(ArchitectureDocumentTest::feature)
                .filter(feature -> !feature.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(features).hasSizeGreaterThan(25).isSubsetOf(said);
    }

    private static List<String> quoted() throws IOException {
        return QUOTED.matcher(Files.readString(ROOT.resolve("docs/architecture.md")))
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    /** The third part of a class's package, e.g. {@code queue}; empty for the model, whose packages mirror the server's. */
    private static String feature(Path source) {
        List<String> parts = Stream.of(source.toString()
                        .replace('\\', '/')
                        .split("/java/studio/")[1]
                        .split("/"))
                .toList();
        return parts.size() < 3 || parts.get(0).equals("model") ? "" : parts.get(1);
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all.stream();
    }
}
