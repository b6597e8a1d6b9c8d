package studio.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.engine.language.function.Function;
import studio.engine.language.function.Functions;
import studio.engine.language.function.Vocabulary;
import studio.engine.language.function.Word;
import studio.engine.language.template.Template;
import studio.engine.language.template.Templates;
import studio.engine.language.tree.SeriesColumn;
import studio.engine.search.ParameterSpace;
import studio.model.strategy.FunctionList;
import studio.model.strategy.WordInfo;

class LanguageHelpTest {

    static Stream<Function> functions() {
        return Functions.all().stream();
    }

    static Stream<Word> words() {
        return Vocabulary.all().stream();
    }

    static Stream<Template> templates() {
        return Templates.all().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_functions_example_is_right_and_its_help_is_complete(Function function) {
        Function.Help help = function.help();
        String name = help.example().substring(0, help.example().indexOf(' '));

        Reading reading = StrategyLanguage.read(
                "strategy \"Example\"\n" + help.example() + "\nenter long when nz(" + probe(function, name) + ") > 0");

        assertThat(reading.problems()).isEmpty();
        assertThat(help.example()).contains(function.name());
        assertThat(List.of(help.group(), help.summary(), help.formula(), help.warmUp(), help.source()))
                .noneMatch(String::isBlank);
        assertThat(help.summary()).endsWith(".").doesNotContain("\n");
    }

    /** A number that uses the example's value, whether that is a number or a condition. */
    private static String probe(Function function, String name) {
        boolean condition = StrategyLanguage.read(
                        "strategy \"Example\"\n" + function.help().example() + "\nenter long when " + name)
                .problems()
                .isEmpty();
        return condition ? name + " ? 1 : 0" : name;
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_words_example_is_right(Word word) {
        boolean title = word.example().startsWith("strategy");
        boolean stop = word.example().startsWith("size risk");

        Reading reading = StrategyLanguage.read((title ? "" : "strategy \"Example\"\n") + word.example()
                + "\nenter long when close > open" + (stop ? "\nstop 2 * atr(14)" : ""));

        assertThat(reading.problems()).isEmpty();
        assertThat(word.summary()).endsWith(".");
    }

    @Test
    void every_column_has_help() {
        assertThat(Arrays.stream(SeriesColumn.values()).map(SeriesColumn::word))
                .allMatch(column -> Vocabulary.find(column).isPresent());
    }

    @Test
    void every_word_of_the_grammar_has_help() {
        List<String> listed =
                LanguageReference.list().words().stream().map(WordInfo::name).toList();

        assertThat(listed)
                .contains(
                        "input", "require", "enter", "exit", "stop", "target", "trail", "breakeven", "size", "strategy")
                .contains("in", "step", "unit", "when", "long", "short", "at", "following", "after", "bars", "risk")
                .contains("equity", "volatility", "and", "or", "not", "yes", "on", "close", "bar_index", "==", "%");
    }

    @Test
    void what_goes_to_the_page_is_complete() {
        FunctionList list = LanguageReference.list();

        assertThat(list.functions()).hasSameSizeAs(Functions.all());
        assertThat(list.templates()).hasSameSizeAs(Templates.all());
        assertThat(list.templates().get(0).title()).isEqualTo("RSI dip in an uptrend");
        assertThat(list.functions())
                .filteredOn(f -> f.name().equals("ma"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.parameters().get(0).accepts()).isEqualTo("text");
                    assertThat(f.parameters().get(0).choices()).contains("kama");
                    assertThat(f.parameters().get(2).max()).isEqualTo(5_000.0);
                });
    }

    @Test
    void names_are_unique() {
        Set<String> names = new HashSet<>();

        assertThat(Functions.all().stream().map(Function::name)).allMatch(names::add);
        assertThat(Vocabulary.all().stream().map(Word::name)).allMatch(names::add);
        assertThat(Functions.all()).hasSize(61);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_is_right_and_its_inputs_span_a_search(Template template) {
        Reading reading = StrategyLanguage.read(template.text());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.title()).isEqualTo(template.name());
        var program = reading.program();
        assertThat(program.description()).isNotBlank();
        assertThat(ParameterSpace.of(program.inputs(), java.util.Map.of()).size())
                .isBetween(3, 6);
        assertThat(program.inputs()).allMatch(input -> !input.help().isBlank());
    }

    @Test
    void there_is_a_template_for_each_kind() {
        assertThat(Templates.all().stream().map(Template::kind)).containsExactlyInAnyOrder(Template.Kind.values());
    }
}
