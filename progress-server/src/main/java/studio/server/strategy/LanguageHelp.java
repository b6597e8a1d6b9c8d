package studio.server.strategy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.engine.language.function.Function;
import studio.engine.language.function.Functions;
import studio.engine.language.function.Vocabulary;
import studio.engine.language.function.Word;
import studio.engine.language.template.Template;
import studio.engine.language.template.Templates;
import studio.engine.language.tree.SeriesColumn;
import studio.model.strategy.FunctionInfo;
import studio.model.strategy.FunctionList;
import studio.model.strategy.FunctionParameter;
import studio.model.strategy.StrategyTemplate;
import studio.model.strategy.WordInfo;

/** The help of the strategy language as editors get it. */
public final class LanguageHelp {
    private static final Set<String> SERIES =
            Arrays.stream(SeriesColumn.values()).map(SeriesColumn::word).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> OPERATORS = Set.of("and", "or", "not");

    private static final FunctionList ALL = new FunctionList(
            Functions.all().stream().map(LanguageHelp::info).toList(),
            Vocabulary.all().stream().map(LanguageHelp::info).toList(),
            Templates.all().stream().map(LanguageHelp::info).toList());

    private LanguageHelp() {}

    /** All functions, words and texts to begin with. */
    public static FunctionList all() {
        return ALL;
    }

    private static FunctionInfo info(Function f) {
        Function.Help help = f.help();
        return new FunctionInfo(
                f.name(),
                f.signature(),
                f.parameters().stream().map(LanguageHelp::info).toList(),
                f.outputs(),
                help.group(),
                help.summary(),
                help.formula(),
                help.warmUp(),
                help.source(),
                help.example());
    }

    private static FunctionParameter info(Function.Parameter p) {
        return new FunctionParameter(
                p.name(),
                p.accepts().name().toLowerCase(Locale.ROOT),
                finite(p.least()),
                finite(p.most()),
                p.choices(),
                p.optional() ? p.defaultValue() : null);
    }

    private static @Nullable Double finite(double bound) {
        return Double.isFinite(bound) ? bound : null;
    }

    private static WordInfo info(Word word) {
        boolean letters = word.name().matches("[a-z_]+[a-z0-9_]*");
        String kind = SERIES.contains(word.name())
                ? "series"
                : letters && !OPERATORS.contains(word.name()) ? "keyword" : "operator";
        return new WordInfo(word.name(), kind, word.form(), word.summary(), word.example());
    }

    private static StrategyTemplate info(Template template) {
        return new StrategyTemplate(
                template.kind().name().toLowerCase(Locale.ROOT), template.name(), template.text());
    }
}
