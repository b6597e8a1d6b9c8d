package studio.engine.language;

import java.util.List;
import java.util.stream.Collectors;
import studio.engine.language.function.Function;
import studio.engine.language.function.Functions;
import studio.engine.language.function.Vocabulary;
import studio.engine.language.function.Word;

/** The reference in Markdown, made of the help that the program shows. */
final class ReferenceText {
    private final StringBuilder text = new StringBuilder("\n## Reference\n");

    private ReferenceText() {}

    static String generate() {
        ReferenceText reference = new ReferenceText();
        for (String group :
                Vocabulary.all().stream().map(Word::group).distinct().toList()) {
            reference.words(group);
        }
        for (String group :
                Functions.all().stream().map(f -> f.help().group()).distinct().toList()) {
            reference.functions(group);
        }
        return reference.text.toString();
    }

    private void words(String group) {
        text.append("\n### ").append(group).append("\n\n| form | meaning | example |\n|---|---|---|\n");
        for (Word word : Vocabulary.all()) {
            if (word.group().equals(group)) {
                row(code(word.form()), cell(word.summary()), code(word.example()));
            }
        }
    }

    private void functions(String group) {
        text.append("\n### ").append(group).append("\n");
        for (Function function : Functions.all()) {
            if (function.help().group().equals(group)) {
                function(function);
            }
        }
    }

    private void function(Function function) {
        Function.Help help = function.help();
        text.append("\n#### `")
                .append(function.signature())
                .append("`\n\n")
                .append(help.summary())
                .append("\n\n");
        if (function.hasNamedOutputs()) {
            line("Outputs", function.outputs().stream().map(o -> "`." + o + "`").collect(Collectors.joining(", ")));
        }
        List<Function.Parameter> limited =
                function.parameters().stream().filter(p -> !limits(p).isEmpty()).toList();
        if (!limited.isEmpty()) {
            line(
                    "Arguments",
                    limited.stream().map(p -> "`" + p.name() + "` " + limits(p)).collect(Collectors.joining("; ")));
        }
        line("Formula", help.formula());
        line("Warm-up", help.warmUp());
        line("Source", help.source());
        line("Example", "`" + help.example() + "`");
    }

    private static String limits(Function.Parameter parameter) {
        return switch (parameter.accepts()) {
            case WHOLE_NUMBER -> "whole, " + figure(parameter.least()) + " to " + figure(parameter.most());
            case NUMBER -> figure(parameter.least()) + " to " + figure(parameter.most());
            case TEXT ->
                "one of "
                        + parameter.choices().stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(", "));
            case NUMBERS, CONDITIONS -> "";
        };
    }

    private static String figure(double value) {
        return String.format(java.util.Locale.ROOT, "%,d", (long) value);
    }

    private void line(String name, String value) {
        text.append("- ").append(name).append(": ").append(value).append('\n');
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String source) {
        return "`" + cell(source) + "`";
    }

    private static String cell(String source) {
        return source.replace("|", "\\|");
    }
}
