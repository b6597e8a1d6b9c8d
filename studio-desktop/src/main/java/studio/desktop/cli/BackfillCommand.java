package studio.desktop.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.desktop.client.TrainingClient;
import studio.model.job.JobStatus;
import studio.model.market.BackfillReport;
import studio.model.market.BackfillRequest;
import studio.model.market.DataTask;
import studio.model.market.Timeframe;

/** Candles from an exchange. */
@picocli.CommandLine.Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Fetch from an exchange's public interface what a series lacks, and watch it.")
final class BackfillCommand extends AnsweringCommand {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Option(names = "--exchange", required = true, description = "binance, binanceus, coinbase or kraken.")
    private String exchange = "";

    @Option(names = "--symbol", required = true)
    private String symbol = "";

    @Option(names = "--timeframe", required = true)
    private String timeframe = "";

    @Option(names = "--from", description = "First day or UTC time wanted; by default the first candle held.")
    private @Nullable String from;

    @Option(names = "--to", description = "Last day or UTC time wanted; by default now.")
    private @Nullable String to;

    @Option(names = "--refetch", description = "Fetch candles that are held as well, to bring revised ones up to date.")
    private boolean refetch;

    @Option(names = "--detach", description = "Only start it; ./studio does not watch.")
    private boolean detach;

    BackfillCommand(Console console, Servers servers) {
        super(console, servers);
    }

    @Override
    public Integer call() {
        Timeframe length = Timeframe.find(timeframe)
                .orElseThrow(() -> new CommandFailedException(
                        "--timeframe: '" + timeframe + "' is not one of " + String.join(", ", Timeframe.wireNames()),
                        null));
        BackfillRequest request =
                new BackfillRequest(exchange, symbol, length, time("--from", from), time("--to", to), refetch);
        try (TrainingClient client = connect(null)) {
            tellLimits(client);
            DataTask task = client.marketData().backfill(request);
            if (!detach) {
                say("Backfill " + task.taskId() + "; ./studio tasks --cancel " + task.taskId() + " stops it.");
                task = watch(client, task);
            }
            answer(task, this::print);
            return task.status() == JobStatus.FAILED
                    ? ExitCodes.FAILED
                    : task.status() == JobStatus.CANCELLED ? ExitCodes.CANCELLED : ExitCodes.DONE;
        }
    }

    /** Before it begins: some exchanges have no more than their newest candles. */
    private void tellLimits(TrainingClient client) {
        client.marketData().exchanges().exchanges().stream()
                .filter(info -> info.name().equals(exchange) && !info.note().isEmpty())
                .forEach(info -> say(info.note()));
    }

    private DataTask watch(TrainingClient client, DataTask started) {
        CountDownLatch never = new CountDownLatch(1);
        DataTask task = started;
        String told = "";
        try {
            while (!task.status().isEnded()) {
                // Only a wait: nothing counts this latch down.
                if (never.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
                task = client.marketData().task(started.taskId());
                Double percentage = task.percentage();
                String line =
                        (task.message() + " " + (percentage == null ? "" : Math.round(percentage) + " %")).strip();
                if (!isJson() && !line.isEmpty() && !line.equals(told)) {
                    console.err().println(line);
                    told = line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return task;
    }

    private void print(DataTask task) {
        BackfillReport r = task.backfillReport();
        console.out().println("Backfill " + task.taskId() + ": " + task.status());
        if (r != null) {
            console.out()
                    .println(r.missingBefore() + " candles were missing, " + r.inserted() + " are new, " + r.updated()
                            + " changed, " + r.notOffered() + " are not offered by the exchange; " + r.requests()
                            + " requests, " + r.retries() + " of them repeated.");
        }
        if (task.errorMessage() != null) {
            console.err().println(task.errorMessage());
        }
    }

    private static @Nullable Instant time(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new CommandFailedException(
                    option + ": '" + text
                            + "' is neither a day like 2024-01-31 nor a UTC time like 2024-01-31T12:00:00Z",
                    e);
        }
    }
}
