package studio.desktop.strategies.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.engine.language.LanguageReference;

class CompletionsTest {
    private static final Vocabulary ALL = Vocabulary.of(LanguageReference.list());

    /** The words offered where {@code |} stands. */
    private static List<String> at(String text) {
        return offer(text).candidates().stream()
                .map(Completions.Candidate::word)
                .toList();
    }

    private static Completions.Offer offer(String text) {
        int caret = text.indexOf('|');
        return Completions.at(text.replace("|", ""), caret, ALL);
    }

    @Test
    void words_functions_and_columns_are_offered_where_nothing_is_typed_yet() {
        assertThat(at("strategy \"A\"\n|")).contains("enter", "close", "stop", "rsi");
    }

    @Test
    void what_begins_as_typed_stands_before_what_holds_it() {
        assertThat(at("x = sma|")).startsWith("sma");
        assertThat(at("x = ma|")).startsWith("ma", "macd").contains("sma", "ema");
        assertThat(at("exit after 9 bars|")).startsWith("bars").contains("barssince");
    }

    @Test
    void capitals_are_completed_like_small_letters() {
        assertThat(at("x = SM|")).contains("sma");
        assertThat(at("Fast_line = ema(close, 9)\nenter long when close > fast_|"))
                .contains("Fast_line");
    }

    @Test
    void a_name_is_offered_below_its_definition_only() {
        String text = "fast = ema(close, 9)\nenter long when %s\nslow = ema(close, 99)\n";

        assertThat(at(text.formatted("close > fa|"))).contains("fast");
        assertThat(at(text.formatted("close > sl|"))).doesNotContain("slow");
        assertThat(at("input length = 14 in 2..30\nr = rsi(close, le|)")).contains("length");
    }

    @Test
    void a_name_is_not_offered_inside_its_own_definition() {
        assertThat(at("wide = wi|")).doesNotContain("wide");
        assertThat(at("wide = sma(close,\n  wi|")).doesNotContain("wide");
        assertThat(at("wide = sma(close,\n  20)\nx = wi|")).contains("wide");
    }

    @Test
    void outputs_are_offered_behind_the_dot_of_a_call_and_of_a_name() {
        assertThat(at("x = macd(close, 12, 26, 9).|")).contains("histogram", "signal");
        assertThat(at("m = macd(close, 12, 26, 9)\nx = m.h|")).containsExactly("histogram");
        assertThat(at("x = sma(close, 9).|")).isEmpty();
    }

    @Test
    void nothing_is_offered_in_comments_texts_and_numbers() {
        assertThat(at("// enter lo|")).isEmpty();
        assertThat(at("strategy \"en|")).isEmpty();
        assertThat(at("x = 14|")).isEmpty();
    }

    @Test
    void the_part_that_is_typed_is_replaced_and_the_caret_goes_between_the_brackets() {
        Completions.Offer offer = offer("stop 2 * at|");

        assertThat(offer.start()).isEqualTo("stop 2 * ".length());
        Completions.Candidate atr = offer.candidates().stream()
                .filter(c -> c.word().equals("atr"))
                .findFirst()
                .orElseThrow();
        assertThat(atr.insert()).isEqualTo("atr()");
        assertThat(atr.caretBack()).isEqualTo(1);
    }
}
