package studio.desktop.strategies.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.engine.language.LanguageReference;

class TokensTest {
    private static final Vocabulary ALL = Vocabulary.of(LanguageReference.list());

    private static List<String> of(String text) {
        return Tokens.of(text, ALL).stream()
                .map(t -> t.kind() + " " + text.substring(t.start(), t.end()))
                .toList();
    }

    @Test
    void a_line_is_cut_into_what_is_coloured() {
        assertThat(of("enter long when r14 > sma(close, 1_000.5) and x2 < 2% // why \"so\""))
                .containsExactly(
                        "KEYWORD enter",
                        "KEYWORD long",
                        "KEYWORD when",
                        "FUNCTION sma",
                        "SERIES close",
                        "NUMBER 1_000.5",
                        "KEYWORD and",
                        "NUMBER 2%",
                        "COMMENT // why \"so\"");
    }

    @Test
    void a_text_ends_with_its_line_even_when_its_quote_is_missing() {
        assertThat(of("strategy \"open\nenter")).containsExactly("KEYWORD strategy", "TEXT \"open", "KEYWORD enter");
        assertThat(of("\"a // no comment\"")).containsExactly("TEXT \"a // no comment\"");
    }

    @Test
    void places_in_comments_and_open_texts_are_prose() {
        String text = "x = \"ema\" // ema\ny = ema";

        assertThat(Tokens.isProse(text, text.indexOf("ema"))).isTrue();
        assertThat(Tokens.isProse(text, text.indexOf("// ema") + 4)).isTrue();
        assertThat(Tokens.isProse(text, text.indexOf('\n'))).isTrue();
        assertThat(Tokens.isProse(text, text.indexOf("\"ema\"") + 5))
                .as("behind the text")
                .isFalse();
        assertThat(Tokens.isProse(text, text.length())).isFalse();
    }

    @Test
    void a_place_is_an_offset_and_never_lies_beyond_its_line() {
        String text = "ab\n\ncde";

        assertThat(TextPlaces.offset(text, 1, 1)).isZero();
        assertThat(TextPlaces.offset(text, 1, 9)).isEqualTo(2);
        assertThat(TextPlaces.offset(text, 2, 1)).isEqualTo(3);
        assertThat(TextPlaces.offset(text, 3, 3)).isEqualTo(6);
        assertThat(TextPlaces.offset(text, 8, 1)).isEqualTo(text.length());
    }
}
