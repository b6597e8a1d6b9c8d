package studio.desktop.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.desktop.client.TrainingClient;
import studio.model.market.Timeframe;
import studio.model.result.Metrics;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyPreview;
import studio.model.strategy.TextProblem;

/** Says what is wrong with a text, or what it is; exit code 1 when anything is wrong. */
@picocli.CommandLine.Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check a strategy's text, and try it on a series if one is given. Stores nothing.")
final class StrategyCheckCommand extends AnsweringCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A .strategy file, UTF-8.")
    private Path file = Path.of("");

    @Option(names = "--exchange", description = "With --symbol and --timeframe: the series to try it on.")
    private @Nullable String exchange;

    @Option(names = "--symbol")
    private @Nullable String symbol;

    @Option(names = "--timeframe")
    private @Nullable String timeframe;

    @Option(names = "--lookback-candles", description = "The newest candles to use; 100000 unless given.")
    private @Nullable Integer lookback;

    StrategyCheckCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        String text = StrategyFile.read(file);
        Timeframe tf = timeframe == null ? null : SeriesOptions.timeframe("--timeframe", timeframe, spec);
        StrategyCheck check;
        try (TrainingClient client = connect(null)) {
            check = client.written()
                    .check(new StrategyCheckRequest(text, null, exchange, symbol, tf, lookback, null, null));
        }
        answer(check, this::print);
        return check.problems().isEmpty() && check.previewProblem() == null ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private void print(StrategyCheck check) {
        for (TextProblem problem : check.problems()) {
            String meant = problem.suggestion() == null ? "" : " (did you mean " + problem.suggestion() + "?)";
            console.out()
                    .println(file + ":" + problem.line() + ":" + problem.column() + ": " + problem.message() + meant);
        }
        if (!check.problems().isEmpty()) {
            return;
        }
        console.out().println(check.title() + ": no problems.");
        console.out()
                .printf(
                        Locale.ROOT,
                        "%d operations a candle, warm-up %,d candles, at least %,d candles to train on%n",
                        check.nodes(),
                        check.warmUp(),
                        check.minCandles());
        for (ParameterInfo input : check.inputs()) {
            String range = input.values() != null
                    ? String.valueOf(input.values())
                    : input.min() + " to " + input.max() + (input.step() == null ? "" : " step " + input.step());
            console.out().printf(Locale.ROOT, "  %-26s %s, default %s%n", input.name(), range, input.defaultValue());
        }
        StrategyPreview preview = check.preview();
        if (preview != null) {
            print(preview);
        } else if (check.previewProblem() != null) {
            console.out().println(check.previewProblem());
        }
    }

    private void print(StrategyPreview preview) {
        Metrics m = preview.metrics();
        console.out()
                .printf(
                        Locale.ROOT,
                        "%,d candles, %s to %s, at the defaults and standard costs:%n",
                        preview.candles(),
                        Table.time(preview.first()),
                        Table.time(preview.last()));
        console.out()
                .printf(
                        Locale.ROOT,
                        "  %,d trades, net profit %s %%, Sharpe ratio %s, maximum drawdown %s %%%n",
                        preview.totalTrades(),
                        number(m.netProfitPct()),
                        number(m.sharpeRatio()),
                        number(m.maxDrawdownPct()));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
