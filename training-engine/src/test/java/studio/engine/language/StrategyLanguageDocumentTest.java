package studio.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/strategy-language.md} to the help that the program shows. Writing the reference again:
 * {@code mvn -pl training-engine -am test -Dtest=StrategyLanguageDocumentTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dstudio.docs.write=true}.
 */
class StrategyLanguageDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "strategy-language.md");
    private static final String MARK =
            "<!-- The reference below is generated; StrategyLanguageDocumentTest says how. -->\n";
    private static final Pattern BLOCK = Pattern.compile("```\n(strategy .*?)```", Pattern.DOTALL);

    @Test
    void the_documents_reference_is_the_programs_help() throws IOException {
        String document = Files.readString(DOCUMENT);
        String written = document.substring(0, document.indexOf(MARK) + MARK.length()) + ReferenceText.generate();
        if (Boolean.getBoolean("studio.docs.write")) {
            Files.writeString(DOCUMENT, written);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("write it again with -Dstudio.docs.write=true")
                .isEqualTo(written);
    }

    @Test
    void every_strategy_in_the_document_is_right() throws IOException {
        var blocks = BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
        assertThat(blocks)
                .allSatisfy(text ->
                        assertThat(StrategyLanguage.read(text).problems()).isEmpty());
    }
}
