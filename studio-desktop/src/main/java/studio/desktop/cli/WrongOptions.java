package studio.desktop.cli;

import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import studio.model.job.FillRule;
import studio.model.job.Objective;
import studio.model.job.OptimizerKind;
import studio.model.job.ValidationMode;
import studio.model.market.Timeframe;

/** How a wrong option is answered: what is wrong with which, and where all of them are listed. */
final class WrongOptions {
    private WrongOptions() {}

    /** The wire's names are the command line's: a wrong one is answered with those that are allowed. */
    static void install(CommandLine line) {
        line.registerConverter(Timeframe.class, named(Timeframe::of));
        line.registerConverter(OptimizerKind.class, named(OptimizerKind::of));
        line.registerConverter(Objective.class, named(Objective::of));
        line.registerConverter(ValidationMode.class, named(ValidationMode::of));
        line.registerConverter(FillRule.class, named(FillRule::of));
        line.setParameterExceptionHandler((e, arguments) -> answer(e, arguments));
    }

    private static <T> ITypeConverter<T> named(Function<String, T> of) {
        return text -> {
            try {
                return of.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    /** Two lines and no more: the list of all options would push the sentence off the screen. */
    private static int answer(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(sentence(e, arguments));
        UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCodes.USAGE;
    }

    /** An option of several names is called as it was typed, not by its longest name. */
    private static String sentence(ParameterException e, String[] arguments) {
        String sentence = String.valueOf(e.getMessage());
        if (!(e.getArgSpec() instanceof OptionSpec option)) {
            return sentence;
        }
        return Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2)[0])
                .filter(Arrays.asList(option.names())::contains)
                .findFirst()
                .map(typed -> sentence.replace("'" + option.longestName() + "'", "'" + typed + "'"))
                .orElse(sentence);
    }
}
