package studio.desktop.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.desktop.client.TrainingClient;
import studio.model.market.ResampleReport;
import studio.model.market.ResampleRequest;

/** Longer candles from shorter ones. */
@picocli.CommandLine.Command(
        name = "resample",
        mixinStandardHelpOptions = true,
        description = {
            "Sum the candles of a series that is held up to a longer timeframe, as a series of its own.",
            "Candles at the ends that the data does not fill are left out."
        })
final class ResampleCommand extends AnsweringCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final SeriesOptions series = new SeriesOptions();

    @Option(names = "--to", required = true, paramLabel = "TIMEFRAME", description = "The longer timeframe.")
    private String to = "";

    ResampleCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        ResampleRequest request = new ResampleRequest(
                series.exchange(), series.symbol(), series.timeframe(), SeriesOptions.timeframe("--to", to, spec));
        try (TrainingClient client = connect(null)) {
            answer(client.marketData().resample(request), this::print);
        }
        return ExitCodes.DONE;
    }

    private void print(ResampleReport r) {
        console.out()
                .println(r.exchange() + " " + r.symbol() + " " + r.to().wireName() + ": " + r.inserted()
                        + " candles new, " + r.updated() + " changed, " + r.unchanged() + " held already; "
                        + r.leftOut() + " at the ends left out.");
    }
}
