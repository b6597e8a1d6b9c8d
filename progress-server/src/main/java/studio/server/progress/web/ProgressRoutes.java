package studio.server.progress.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.model.progress.ProgressList;
import studio.server.progress.Polled;
import studio.server.progress.ProgressService;
import studio.server.shared.web.Answers;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.QueryReader;
import studio.server.shared.web.Routes;

/** One snapshot, or many in one call. Polls of one job are answered from memory, most of them without a body. */
public final class ProgressRoutes implements Routes {
    /** The route of one job's progress, which clients poll. */
    public static final String ONE = BASE + "/training/jobs/{job_id}/progress";

    private static final int MAX_JOBS = 500;

    private final ProgressService progress;
    private final Answers answers;

    public ProgressRoutes(ProgressService progress, Answers answers) {
        this.progress = progress;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(ONE, this::one);
        api.get(BASE + "/training/progress", this::many);
    }

    private void one(Context ctx) {
        String jobId = ctx.pathParam("job_id");
        Polled polled = progress.poll(jobId, ctx.header("If-None-Match"))
                .orElseThrow(() -> ProblemException.notFound("There is no job " + jobId + "."));
        if (!answers.notModified(ctx, polled.tag())) {
            answers.jsonBytes(ctx, polled.text(answers::bytes));
        }
    }

    private void many(Context ctx) {
        FieldErrors errors = new FieldErrors();
        QueryReader in = new QueryReader(ctx, errors, Set.of("job_ids"));
        List<String> ids = in.list("job_ids");
        if (ids.isEmpty()) {
            errors.add("job_ids", "is required, e.g. abc123,def456");
        }
        if (ids.size() > MAX_JOBS) {
            errors.add("job_ids", "are " + ids.size() + "; at most " + MAX_JOBS + " are allowed");
        }
        errors.throwIfAny();
        ProgressList found = progress.find(ids);
        if (!answers.notModified(ctx, tag(found))) {
            answers.json(ctx, found);
        }
    }

    /** By versions and not by the text: elapsed seconds differ at every look. */
    private String tag(ProgressList list) {
        String versions = list.progress().stream()
                        .map(snapshot -> snapshot.jobId() + ":" + progress.tag(snapshot))
                        .collect(Collectors.joining(","))
                + "," + String.join(",", list.unknownJobIds());
        return Answers.digest(versions);
    }
}
