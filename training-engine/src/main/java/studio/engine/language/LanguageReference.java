package studio.engine.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Function;
import studio.engine.language.function.Functions;
import studio.engine.language.function.Vocabulary;
import studio.engine.language.function.Word;
import studio.engine.language.template.Templates;
import studio.model.strategy.FunctionInfo;
import studio.model.strategy.FunctionList;
import studio.model.strategy.FunctionParameter;
import studio.model.strategy.StrategyTemplate;
import studio.model.strategy.WordInfo;

/** All that the language knows by name, as it goes to whoever writes a strategy. Immutable. */
public final class LanguageReference {
    private static final FunctionList LIST = new FunctionList(functions(), words(), templates());

    private LanguageReference() {}

    /** Functions, words and templates with their help. */
    public static FunctionList list() {
        return LIST;
    }

    private static List<FunctionInfo> functions() {
        return Functions.all().stream().map(LanguageReference::info).toList();
    }

    private static FunctionInfo info(Function function) {
        Function.Help help = function.help();
        return new FunctionInfo(
                function.name(),
                function.signature(),
                function.parameters().stream().map(LanguageReference::parameter).toList(),
                function.outputs(),
                help.group(),
                help.summary(),
                help.formula(),
                help.warmUp(),
                help.source(),
                help.example());
    }

    private static FunctionParameter parameter(Function.Parameter parameter) {
        boolean limited =
                parameter.accepts() == Function.Accepts.NUMBER || parameter.accepts() == Function.Accepts.WHOLE_NUMBER;
        return new FunctionParameter(
                parameter.name(),
                parameter.accepts().name().toLowerCase(Locale.ROOT),
                limited ? limit(parameter.least()) : null,
                limited ? limit(parameter.most()) : null,
                parameter.choices(),
                parameter.optional() ? parameter.defaultValue() : null);
    }

    private static @Nullable Double limit(double value) {
        return Double.isInfinite(value) ? null : Double.valueOf(value);
    }

    /** Words that share their help, such as the signs of arithmetic, are one each. */
    private static List<WordInfo> words() {
        return Vocabulary.all().stream()
                .flatMap(word -> names(word)
                        .map(name -> new WordInfo(name, kind(word), word.form(), word.summary(), word.example())))
                .toList();
    }

    private static Stream<String> names(Word word) {
        return Arrays.stream(word.name().split(" "));
    }

    private static String kind(Word word) {
        return switch (word.group()) {
            case "Columns" -> "series";
            case "Operators" -> "operator";
            default -> "keyword";
        };
    }

    private static List<StrategyTemplate> templates() {
        return Templates.all().stream()
                .map(template -> new StrategyTemplate(
                        template.kind().name().toLowerCase(Locale.ROOT), template.name(), template.text()))
                .toList();
    }
}
