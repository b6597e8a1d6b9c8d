package studio.server.job.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobStatus;
import studio.model.job.OptimizerKind;
import studio.model.market.Timeframe;
import studio.server.job.JobBounds;
import studio.server.job.JobCursor;
import studio.server.job.JobFilter;
import studio.server.job.JobSort;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.QueryReader;

/** Reads which page of the history is wanted. */
final class JobFilterReader {
    private static final int STANDARD_LIMIT = 100;
    private static final Set<String> PARAMETERS = Set.of(
            "status",
            "strategy",
            "symbol",
            "exchange",
            "timeframe",
            "optimizer",
            "q",
            "tags",
            "from",
            "to",
            "min_best_score",
            "max_best_score",
            "min_net_profit_pct",
            "max_net_profit_pct",
            "min_trades",
            "max_trades",
            "min_duration",
            "max_duration",
            "stage",
            "verdict",
            "pinned",
            "created_by",
            "sort",
            "limit",
            "cursor");

    private JobFilterReader() {}

    static JobFilter read(Context ctx) {
        FieldErrors errors = new FieldErrors();
        QueryReader in = new QueryReader(ctx, errors, PARAMETERS);
        JobSort sort = sort(in);
        String cursor = in.text("cursor");
        if (sort != null && cursor != null && JobCursor.parse(cursor, sort).isEmpty()) {
            errors.add("cursor", "was not given by a page of this sort (" + sort + "); begin again without it");
        }
        Set<JobStatus> status = statuses(in.list("status"), errors);
        Timeframe timeframe = in.named("timeframe", Timeframe::find, Timeframe.wireNames());
        OptimizerKind optimizer = in.named("optimizer", OptimizerKind::find, OptimizerKind.wireNames());
        var from = in.instant("from");
        var to = in.instant("to");
        JobBounds bounds = bounds(in);
        int limit = in.whole("limit", STANDARD_LIMIT, 1, JobFilter.MAX_LIMIT);
        if (sort == null) {
            errors.add(
                    "sort",
                    "= '" + in.text("sort") + "' is not one of " + String.join(", ", JobSort.wireNames())
                            + ", with a leading - for descending");
        }
        errors.throwIfAny();
        return new JobFilter(
                status,
                in.text("strategy"),
                in.text("symbol"),
                in.text("exchange"),
                timeframe,
                optimizer,
                in.text("q"),
                in.list("tags"),
                from,
                to,
                bounds,
                sort == null ? JobSort.NEWEST : sort,
                limit,
                cursor);
    }

    private static JobBounds bounds(QueryReader in) {
        return new JobBounds(
                in.number("min_best_score"),
                in.number("max_best_score"),
                in.number("min_net_profit_pct"),
                in.number("max_net_profit_pct"),
                in.number("min_trades"),
                in.number("max_trades"),
                in.number("min_duration"),
                in.number("max_duration"),
                in.text("stage"),
                in.text("verdict"),
                in.text("pinned") == null ? null : in.yes("pinned"),
                in.text("created_by"));
    }

    private static @Nullable JobSort sort(QueryReader in) {
        String text = in.text("sort");
        return text == null ? JobSort.NEWEST : JobSort.parse(text).orElse(null);
    }

    private static Set<JobStatus> statuses(List<String> names, FieldErrors errors) {
        Set<JobStatus> found = new LinkedHashSet<>();
        for (String name : names) {
            Arrays.stream(JobStatus.values())
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            found::add,
                            () -> errors.add(
                                    "status", "= '" + name + "' is not one of " + Arrays.toString(JobStatus.values())));
        }
        return found;
    }
}
