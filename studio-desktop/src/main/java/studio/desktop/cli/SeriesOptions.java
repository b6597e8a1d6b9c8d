package studio.desktop.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.model.market.Timeframe;

/** The options that name a series which is held. */
final class SeriesOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--exchange", required = true)
    private String exchange = "";

    @Option(names = "--symbol", required = true)
    private String symbol = "";

    @Option(names = "--timeframe", required = true)
    private String timeframe = "";

    String exchange() {
        return exchange;
    }

    String symbol() {
        return symbol;
    }

    Timeframe timeframe() {
        return timeframe("--timeframe", timeframe, spec);
    }

    /** The timeframe of that name, or a usage error that tells those there are. */
    static Timeframe timeframe(String option, String text, @Nullable CommandSpec spec) {
        return Timeframe.find(text)
                .orElseThrow(() -> wrong(
                        option + ": '" + text + "' is not one of " + String.join(", ", Timeframe.wireNames()), spec));
    }

    /** A usage error. */
    static RuntimeException wrong(String message, @Nullable CommandSpec spec) {
        return spec == null
                ? new CommandFailedException(message, null)
                : new ParameterException(spec.commandLine(), message);
    }
}
