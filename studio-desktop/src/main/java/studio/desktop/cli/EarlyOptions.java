package studio.desktop.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * {@code studio --data-dir=X train} is {@code studio train --data-dir=X}: every command takes the same options, so one that
 * stands before it is meant for it. What stands after it counts more.
 */
final class EarlyOptions {
    private EarlyOptions() {}

    static void install(CommandLine line) {
        RunLast usual = new RunLast();
        line.setExecutionStrategy(parsed -> {
            handOn(parsed);
            return usual.execute(parsed);
        });
    }

    private static void handOn(ParseResult parsed) {
        List<OptionSpec> given = new ArrayList<>();
        for (ParseResult next = parsed; next.hasSubcommand(); ) {
            given.addAll(next.matchedOptions());
            next = next.subcommand();
            for (OptionSpec option : given) {
                OptionSpec same = next.commandSpec().findOption(option.longestName());
                if (same != null && !next.hasMatchedOption(same)) {
                    same.setValue(option.getValue());
                }
            }
        }
    }
}
