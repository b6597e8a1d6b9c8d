package studio.desktop.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.desktop.client.TrainingClient;
import studio.model.market.ImportReport;
import studio.model.market.Timeframe;

/** Candles from a CSV. */
@picocli.CommandLine.Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Take candles from a CSV, plain or gzip: timestamp,open,high,low,close,volume.")
final class ImportCommand extends Command {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--exchange", required = true)
    private String exchange = "";

    @Option(names = "--symbol", required = true)
    private String symbol = "";

    @Option(names = "--timeframe", required = true)
    private String timeframe = "";

    @Mixin
    private final Commands.JsonOption json = new Commands.JsonOption();

    ImportCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        Timeframe length = timeframe();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailedException(file + " is not a file that can be read.", null);
        }
        try (TrainingClient client = connect(null);
                InputStream csv = new BufferedInputStream(Files.newInputStream(file))) {
            ImportReport report = client.importCsv(exchange, symbol, length, csv);
            if (json.json) {
                console.out().println(JsonPrinter.line(report));
            } else {
                print(report);
            }
            boolean nothing = report.inserted() + report.updated() + report.unchanged() == 0;
            return nothing ? ExitCodes.FAILED : ExitCodes.DONE;
        } catch (IOException e) {
            throw new CommandFailedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Timeframe timeframe() {
        return Timeframe.find(timeframe).orElseThrow(() -> {
            String message =
                    "--timeframe: '" + timeframe + "' is not one of " + String.join(", ", Timeframe.wireNames());
            return spec == null
                    ? new CommandFailedException(message, null)
                    : new ParameterException(spec.commandLine(), message);
        });
    }

    private void print(ImportReport r) {
        console.out()
                .println(r.exchange() + " " + r.symbol() + " " + r.timeframe().wireName() + ": " + r.read()
                        + " lines read, " + r.inserted() + " candles new, " + r.updated() + " changed, "
                        + r.unchanged() + " held already, " + r.duplicates() + " repeated in the file, " + r.rejected()
                        + " rejected.");
        if (r.first() != null) {
            console.out().println("From " + r.first() + " to " + r.last() + ".");
        }
        r.rejections().forEach(line -> console.out().println("  line " + line.line() + ": " + line.reason()));
        if (r.rejected() > r.rejections().size()) {
            console.out().println("  and " + (r.rejected() - r.rejections().size()) + " more");
        }
    }
}
