package studio.server.marketdata.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.model.market.ImportChoices;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.server.marketdata.DataTasks;
import studio.server.marketdata.FileImports;
import studio.server.marketdata.ImportWish;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.TaskLostException;
import studio.server.marketdata.file.ReadingOptions;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BoundedBody;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.QueryReader;
import studio.server.shared.web.Routes;

/** Takes files of candles while they are sent. */
public final class ImportRoutes implements Routes {
    private static final Pattern TASK_ID = Pattern.compile("[0-9a-z]{8,40}");

    private static final Set<String> PARAMETERS = Set.of(
            "exchange",
            "symbol",
            "timeframe",
            "calendar",
            "dry_run",
            "task_id",
            "map",
            "date_format",
            "zone",
            "decimal",
            "adjusted",
            "symbol_in_file",
            "file_in_zip");

    /** Ten years of one-minute candles as plain CSV are some 400 MB. */
    private static final long LARGEST_UPLOAD = 1L << 30;

    private final FileImports imports;
    private final DataTasks tasks;
    private final Answers answers;

    public ImportRoutes(FileImports imports, DataTasks tasks, Answers answers) {
        this.imports = imports;
        this.tasks = tasks;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.post(BASE + "/market-data/import", this::take);
    }

    /** The same file again changes nothing, so a repeated request needs no key. */
    private void take(Context ctx) {
        FieldErrors errors = new FieldErrors();
        QueryReader query = new QueryReader(ctx, errors, PARAMETERS);
        boolean dryRun = query.yes("dry_run");
        MarketCalendar calendar = query.named("calendar", MarketCalendar::find, MarketCalendar.wireNames());
        String taskId = query.text("task_id");
        if (taskId != null && !TASK_ID.matcher(taskId).matches()) {
            errors.add("task_id", "must be 8 to 40 digits and small letters, drawn anew for each import");
        }
        ReadingOptions options = ReadingOptions.of(choices(query), errors::add);
        SeriesKey key = SeriesNames.key(query, errors);
        ImportWish wish = new ImportWish(calendar, options);
        try {
            if (dryRun) {
                answers.json(ctx, imports.preview(key, wish, BoundedBody.of(ctx, LARGEST_UPLOAD)));
            } else {
                answers.json(ctx, take(ctx, key, wish, taskId));
            }
        } catch (UnusableFileException e) {
            throw ProblemException.unreadable(e.getMessage() + " Nothing was stored.");
        } catch (IOException e) {
            throw ProblemException.unreadable("The file broke off before its end. Nothing was stored.");
        } catch (TaskLostException e) {
            throw ProblemException.conflict("The import was cancelled. Nothing was stored.");
        }
    }

    private static ImportChoices choices(QueryReader query) {
        return new ImportChoices(
                query.text("map"),
                query.text("date_format"),
                query.text("zone"),
                query.text("decimal"),
                query.yes("adjusted"),
                query.text("symbol_in_file"),
                query.text("file_in_zip"));
    }

    private ImportReport take(Context ctx, SeriesKey key, ImportWish wish, @Nullable String wantedId)
            throws IOException {
        String taskId = wantedId == null ? tasks.newId() : wantedId;
        if (wantedId != null && tasks.find(wantedId).isPresent()) {
            throw ProblemException.conflict("There is a task " + wantedId + " already; draw another task_id.");
        }
        long length = ctx.req().getContentLengthLong();
        return imports.take(
                taskId,
                key,
                wish,
                BoundedBody.of(ctx, LARGEST_UPLOAD),
                length < 0 ? OptionalLong.empty() : OptionalLong.of(length));
    }
}
