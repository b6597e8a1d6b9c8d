package studio.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.engine.language.template.Templates;
import studio.model.strategy.OutlineKind;
import studio.model.strategy.OutlineRow;
import studio.model.strategy.OutlineTerm;

class OutlineTest {

    private static OutlineRow row(String line) {
        List<OutlineRow> rows = StrategyLanguage.read("strategy \"S\"\n" + line).outline();
        return rows.get(rows.size() - 1);
    }

    @Test
    void a_condition_of_comparisons_is_one_term_each() {
        OutlineRow row = row("enter long when crossover(rsi(close, 14), 30) and close > ema(close, 200) and up");

        assertThat(row.kind()).isEqualTo(OutlineKind.ENTER);
        assertThat(row.side()).isEqualTo("long");
        assertThat(row.join()).isEqualTo("and");
        assertThat(row.terms())
                .extracting(t -> t.left() + " | " + t.operator() + " | " + t.right())
                .containsExactly("rsi(close, 14) | crossover | 30", "close | > | ema(close, 200)", "up |  | ");
        assertThat(row.terms()).noneMatch(OutlineTerm::textOnly);
    }

    @Test
    void terms_may_all_be_joined_by_or() {
        OutlineRow row = row("exit when close < open or (high > low)");

        assertThat(row.side()).isEmpty();
        assertThat(row.join()).isEqualTo("or");
        assertThat(row.terms()).extracting(OutlineTerm::left).containsExactly("close", "high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"close > open and (high > low or up)", "not up and close > open", "a ? b : c"})
    void what_is_more_than_joined_comparisons_is_a_term_for_the_text(String condition) {
        assertThat(row("enter long when " + condition).terms()).anyMatch(OutlineTerm::textOnly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enter long whenever close > open", "x = (close", "enter long when close >"})
    void a_line_with_a_wrong_form_is_left_to_the_text(String line) {
        OutlineRow row = row(line);

        assertThat(row.textOnly()).isTrue();
        assertThat(row.kind()).isEqualTo(OutlineKind.UNREADABLE);
        assertThat(row.source()).isEqualTo(line);
    }

    @Test
    void rules_say_their_form_and_value() {
        assertThat(row("stop long at lowest(low, 9)"))
                .extracting(OutlineRow::kind, OutlineRow::side, OutlineRow::form, OutlineRow::valueSource)
                .containsExactly(OutlineKind.STOP, "long", "at", "lowest(low, 9)");
        assertThat(row("size risk 2%"))
                .extracting(OutlineRow::kind, OutlineRow::form, OutlineRow::valueSource)
                .containsExactly(OutlineKind.SIZE, "risk", "2%");
        assertThat(row("trail following 3 * atr(14)"))
                .extracting(OutlineRow::form, OutlineRow::valueSource)
                .containsExactly("following", "3 * atr(14)");
        assertThat(row("input n = 14 in 2..30 \"Length.\""))
                .extracting(OutlineRow::kind, OutlineRow::name, OutlineRow::valueSource)
                .containsExactly(OutlineKind.INPUT, "n", "14");
    }

    @Test
    void replacing_a_term_changes_that_part_of_the_text_and_nothing_else() {
        String text = "strategy \"S\" # mine\nenter  long when  close>open   and up // go\nup2 = close\n";
        OutlineRow row = StrategyLanguage.read(text).outline().get(1);

        String changed = row.terms()
                .get(0)
                .range()
                .replaceIn(text, OutlineTerm.of("close", "crossover", "high[1]").written());

        assertThat(changed)
                .isEqualTo(
                        "strategy \"S\" # mine\nenter  long when  crossover(close, high[1])   and up // go\nup2 = close\n");
    }

    @Test
    void a_condition_written_from_its_terms_means_the_same() {
        for (var template : Templates.all()) {
            String text = template.text();
            List<OutlineRow> rows = StrategyLanguage.read(text).outline();
            for (int i = rows.size() - 1; i >= 0; i--) {
                OutlineRow row = rows.get(i);
                if (!row.terms().isEmpty()) {
                    String condition =
                            OutlineRow.condition(row.terms(), row.join()).orElseThrow();
                    text = row.value().replaceIn(text, condition);
                }
            }

            assertThat(StrategyLanguage.read(text).program())
                    .isEqualTo(StrategyLanguage.read(template.text()).program());
        }
    }

    @Test
    void head_value_and_rest_of_a_row_lie_one_after_the_other() {
        for (OutlineRow row :
                StrategyLanguage.read(WrittenExamples.EVERY_STATEMENT).outline()) {
            assertThat(row.textOnly()).isFalse();
            assertThat(row.head().start()).isEqualTo(row.range().start());
            assertThat(row.head().end()).isEqualTo(row.value().start());
            assertThat(row.value().end()).isLessThanOrEqualTo(row.range().end());
        }
    }
}
