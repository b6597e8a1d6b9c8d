package studio.desktop.cli;

import picocli.CommandLine.Mixin;
import studio.desktop.client.TrainingClient;

/** Removes a series. */
@picocli.CommandLine.Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Remove a series with its candles, for good. What trainings found on them stays.")
final class SeriesDeleteCommand extends Command {
    @Mixin
    private final SeriesOptions series = new SeriesOptions();

    SeriesDeleteCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        try (TrainingClient client = connect(null)) {
            client.marketData().removeSeries(series.exchange(), series.symbol(), series.timeframe());
        }
        say(series.exchange() + " " + series.symbol() + " " + series.timeframe().wireName()
                + ": no candles are held any more.");
        return ExitCodes.DONE;
    }
}
