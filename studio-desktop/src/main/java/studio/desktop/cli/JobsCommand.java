package studio.desktop.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.desktop.client.JobQuery;
import studio.desktop.client.TrainingClient;
import studio.desktop.fx.VersionedTitle;
import studio.model.job.JobPage;
import studio.model.job.JobSummary;

/** The history. */
@picocli.CommandLine.Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "The history, newest first, as a table or as JSON lines.")
final class JobsCommand extends AnsweringCommand {
    private static final String ROW = "%-13s %-11s %-24s %-10s %-12s %-4s %-9s %9s %9s %7s  %s%n";
    private static final int LARGEST_PAGE = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Option(
            names = "--status",
            description = "PENDING, RUNNING, CANCELLING, COMPLETED, FAILED, CANCELLED; several by comma.")
    private @Nullable String status;

    @Option(names = "--strategy")
    private @Nullable String strategy;

    @Option(names = "--symbol")
    private @Nullable String symbol;

    @Option(names = "--search", paramLabel = "TEXT", description = "In name, note, strategy, symbol or id.")
    private @Nullable String search;

    @Option(names = "--sort", defaultValue = "-created_at", description = "Default: ${DEFAULT-VALUE}")
    private String sort = "";

    @Option(names = "--limit", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--all", description = "Every job.")
    private boolean all;

    private final Table table;

    JobsCommand(Console console, Servers servers) {
        super(console, servers);
        table = new Table(console, ROW);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new CommandFailedException("--limit: " + limit + " is not 1 or more", null);
        }
        try (TrainingClient client = connect(null)) {
            print(client);
        }
        return ExitCodes.DONE;
    }

    private void print(TrainingClient client) {
        Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "status", status);
        put(filters, "strategy", strategy);
        put(filters, "symbol", symbol);
        put(filters, "q", search);
        long left = all ? Long.MAX_VALUE : limit;
        JobQuery query = new JobQuery(filters, sort, (int) Math.min(left, LARGEST_PAGE), null);
        if (!isJson()) {
            table.row(
                    "JOB",
                    "STATUS",
                    "STRATEGY",
                    "SYMBOL",
                    "EXCHANGE",
                    "TF",
                    "OPTIMIZER",
                    "SCORE",
                    "PROFIT %",
                    "TRADES",
                    "STARTED");
        }
        while (true) {
            JobPage page = client.jobs(query);
            page.jobs().forEach(job -> answer(job, this::print));
            left -= page.jobs().size();
            String next = page.nextCursor();
            if (next == null || left <= 0) {
                if (!all && next != null) {
                    say(page.total() + " jobs in all; --all shows them.");
                }
                return;
            }
            query = new JobQuery(filters, sort, (int) Math.min(left, LARGEST_PAGE), next);
        }
    }

    private void print(JobSummary job) {
        table.row(
                job.jobId(),
                job.status(),
                VersionedTitle.of(job.strategy(), job.strategyVersion()),
                job.symbol(),
                job.exchange(),
                job.timeframe().wireName(),
                job.optimizer().wireName(),
                number(job.bestScore(), "%.3f"),
                number(job.netProfitPct(), "%.2f"),
                job.trades() == null ? "–" : job.trades(),
                TIME.format((job.startedAt() == null ? job.createdAt() : job.startedAt())
                                .atZone(ZoneId.systemDefault()))
                        + (job.name().isEmpty() ? "" : "  " + job.name()));
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "–" : String.format(Locale.ROOT, format, value);
    }

    private static void put(Map<String, String> filters, String name, @Nullable String value) {
        if (value != null) {
            filters.put(name, value);
        }
    }
}
