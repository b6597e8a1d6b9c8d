package studio.server.marketdata.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Set;
import studio.model.market.DataTask;
import studio.model.market.RejectedLine;
import studio.server.marketdata.DataTasks;
import studio.server.shared.web.Answers;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.QueryReader;
import studio.server.shared.web.Routes;

/** Lists imports and backfills, cancels them, gives out what an import rejected. */
public final class DataTaskRoutes implements Routes {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final DataTasks tasks;
    private final Answers answers;

    public DataTaskRoutes(DataTasks tasks, Answers answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/market-data/tasks", this::list);
        api.get(BASE + "/market-data/tasks/{task_id}", ctx -> answers.tagged(ctx, require(ctx)));
        api.post(BASE + "/market-data/tasks/{task_id}/cancel", this::cancel);
        api.get(BASE + "/market-data/tasks/{task_id}/rejections", this::rejections);
    }

    private void list(Context ctx) {
        FieldErrors errors = new FieldErrors();
        int limit = new QueryReader(ctx, errors, Set.of("limit")).whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        errors.throwIfAny();
        answers.tagged(ctx, tasks.newest(limit));
    }

    private void cancel(Context ctx) {
        DataTask task = require(ctx);
        if (!tasks.cancel(task.taskId())) {
            throw ProblemException.conflict("The task " + task.taskId() + " has ended already.");
        }
        answers.json(ctx, require(ctx));
    }

    /** As CSV, so that a spreadsheet opens it beside the file. */
    private void rejections(Context ctx) {
        DataTask task = require(ctx);
        List<RejectedLine> rejections = tasks.rejections(task.taskId());
        StringBuilder csv = new StringBuilder("line,reason\n");
        for (RejectedLine rejection : rejections) {
            csv.append(rejection.line())
                    .append(',')
                    .append(quoted(rejection.reason()))
                    .append('\n');
        }
        ctx.status(200)
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"rejected-" + task.taskId() + ".csv\"")
                .result(csv.toString());
    }

    /** A cell that begins like a formula is kept from being one. */
    private static String quoted(String text) {
        String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private DataTask require(Context ctx) {
        String taskId = ctx.pathParam("task_id");
        if (taskId.indexOf('\0') >= 0) {
            throw ProblemException.notFound("There is no such task.");
        }
        return tasks.find(taskId).orElseThrow(() -> ProblemException.notFound("There is no task " + taskId + "."));
    }
}
