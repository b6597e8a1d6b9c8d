package studio.desktop.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.desktop.client.MarketDataClient;
import studio.desktop.client.SeriesGuess;
import studio.desktop.client.TrainingClient;
import studio.model.market.FileLayout;
import studio.model.market.FoundClock;
import studio.model.market.ImportPreview;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.model.market.RejectedLine;

/** Candles from files. */
@picocli.CommandLine.Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Take candles from files: CSV in the usual layouts or an exchange's JSON, plain, gzip or zip.",
            "A name like binance_BTC-USDT_5m.csv.gz or BTCUSDT-1m-2024-01.zip says which series it is.",
            "The same file again changes nothing. See docs/market-data.md."
        })
final class ImportCommand extends AnsweringCommand {
    private static final int ROWS_SHOWN = 10;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files = List.of();

    @Option(names = "--exchange", description = "By default by the file's name, as symbol and timeframe.")
    private @Nullable String exchange;

    @Option(names = "--symbol")
    private @Nullable String symbol;

    @Option(names = "--timeframe")
    private @Nullable String timeframe;

    @Option(
            names = "--calendar",
            description = "When the market trades: always, us_equity, fx or weekdays. By default found from the"
                    + " exchange's name and the times.")
    private @Nullable String calendar;

    @Mixin
    private final ImportChoiceOptions choices = new ImportChoiceOptions();

    @Option(names = "--dry-run", description = "Only say how the file is understood; store nothing.")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "CSV", description = "Write the rejected rows with their reasons here.")
    private @Nullable Path report;

    ImportCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        MarketCalendar market = calendar == null
                ? null
                : MarketCalendar.find(calendar)
                        .orElseThrow(() -> wrong("--calendar: '" + calendar + "' is not one of "
                                + String.join(", ", MarketCalendar.wireNames())));
        if (report != null && files.size() > 1) {
            throw wrong("--report: is for one file at a time");
        }
        // All of them are looked at before the first is sent.
        List<MarketDataClient.Upload> uploads =
                files.stream().map(file -> upload(file, market)).toList();
        int code = ExitCodes.DONE;
        try (TrainingClient client = connect(null)) {
            for (int i = 0; i < uploads.size(); i++) {
                if (uploads.size() > 1) {
                    say(files.get(i) + ":");
                }
                MarketDataClient.Upload upload = uploads.get(i);
                code = Math.max(
                        code, dryRun ? preview(client.marketData(), upload) : take(client.marketData(), upload));
            }
        } catch (IOException e) {
            throw new CommandFailedException("A file cannot be read or written: " + e.getMessage(), e);
        }
        return code;
    }

    private MarketDataClient.Upload upload(Path file, @Nullable MarketCalendar market) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailedException(file + " is not a file that can be read.", null);
        }
        SeriesGuess guess = SeriesGuess.of(String.valueOf(file.getFileName()));
        long length = file.toFile().length();
        return new MarketDataClient.Upload(
                named("--exchange", exchange, guess.exchange(), file),
                named("--symbol", symbol, guess.symbol(), file),
                SeriesOptions.timeframe("--timeframe", named("--timeframe", timeframe, guess.timeframe(), file), spec),
                market,
                choices.choices(),
                null,
                () -> new BufferedInputStream(Files.newInputStream(file)),
                length,
                new UploadTold(length, this::say));
    }

    private String named(String option, @Nullable String given, String guessed, Path file) {
        if (given == null && guessed.isEmpty()) {
            throw wrong(option + ": is required, since the name of " + file + " does not say it");
        }
        return given == null ? guessed : given;
    }

    private int take(MarketDataClient client, MarketDataClient.Upload upload) throws IOException {
        ImportReport done = client.importFile(upload);
        if (report != null && done.taskId() != null) {
            Files.writeString(report, client.rejections(done.taskId()));
        }
        answer(done, this::print);
        boolean nothing = done.inserted() + done.updated() + done.unchanged() == 0;
        return nothing ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    private int preview(MarketDataClient client, MarketDataClient.Upload upload) {
        ImportPreview preview = client.preview(upload);
        answer(preview, this::print);
        return preview.rows().isEmpty() ? ExitCodes.FAILED : ExitCodes.DONE;
    }

    private RuntimeException wrong(String message) {
        return SeriesOptions.wrong(message, spec);
    }

    private void print(ImportPreview p) {
        if (p.layout() != null) {
            console.out()
                    .println(p.layout().container() + " " + p.layout().format() + ", columns "
                            + String.join(", ", p.layout().columns()) + ", times as "
                            + p.layout().timeFormat() + ", order " + p.order() + ".");
            remarks(p.layout());
        }
        p.rows().stream()
                .limit(ROWS_SHOWN)
                .forEach(row -> console.out()
                        .println("  " + row.time() + "  " + row.open() + "  " + row.high() + "  " + row.low() + "  "
                                + row.close() + "  " + row.volume()));
        console.out()
                .println(p.read() + " rows read, " + p.duplicates() + " repeated, " + p.misordered() + " misordered, "
                        + p.rejected() + " rejected; nothing was stored.");
        if (p.first() != null) {
            console.out().println("From " + p.first() + " to " + p.last() + ".");
        }
        if (p.likelyTimeframe() != null && p.likelyTimeframe() != p.timeframe()) {
            console.out()
                    .println("The times look like " + p.likelyTimeframe().wireName() + " candles, not "
                            + p.timeframe().wireName() + ".");
        }
        clock(p.clock());
        rejections(p.rejections(), p.rejected());
    }

    private void print(ImportReport r) {
        console.out()
                .println(r.exchange() + " " + r.symbol() + " " + r.timeframe().wireName() + ": " + r.read()
                        + " lines read, " + r.inserted() + " candles new, " + r.updated() + " changed, "
                        + r.unchanged() + " held already, " + r.duplicates() + " repeated in the file, "
                        + r.misordered() + " misordered, " + r.rejected() + " rejected.");
        if (r.first() != null) {
            console.out().println("From " + r.first() + " to " + r.last() + ".");
        }
        if (r.layout() != null) {
            remarks(r.layout());
        }
        clock(r.clock());
        rejections(r.rejections(), r.rejected());
        if (report != null) {
            console.out().println("Rejected rows are in " + report + ".");
        }
    }

    private void remarks(FileLayout layout) {
        layout.remarks().forEach(remark -> console.out().println(remark));
    }

    private void clock(@Nullable FoundClock found) {
        if (found != null) {
            console.out().println(found.text());
        }
    }

    private void rejections(List<RejectedLine> told, long all) {
        told.forEach(line -> console.out().println("  line " + line.line() + ": " + line.reason()));
        if (all > told.size()) {
            console.out().println("  and " + (all - told.size()) + " more");
        }
    }
}
