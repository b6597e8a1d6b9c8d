package studio.server.job.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Set;
import studio.model.job.TrialPage;
import studio.server.job.JobHistory;
import studio.server.job.JobService;
import studio.server.shared.web.Answers;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.QueryReader;
import studio.server.shared.web.Routes;

/** What a job left behind, over HTTP: results, trials, events. */
public final class HistoryRoutes implements Routes {
    private static final int STANDARD_TRIALS = 1_000;
    private static final int MAX_TRIALS = 10_000;

    private final JobService jobs;
    private final JobHistory history;
    private final Answers answers;

    public HistoryRoutes(JobService jobs, JobHistory history, Answers answers) {
        this.jobs = jobs;
        this.history = history;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/training/jobs/{job_id}/results", this::results);
        api.get(BASE + "/training/jobs/{job_id}/trials", this::trials);
        api.get(BASE + "/training/jobs/{job_id}/events", this::events);
    }

    private void results(Context ctx) {
        String jobId = ctx.pathParam("job_id");
        answers.tagged(ctx, history.results(jobId).orElseThrow(() -> JobRoutes.noSuchJob(jobId)));
    }

    private void trials(Context ctx) {
        String jobId = requireJob(ctx);
        FieldErrors errors = new FieldErrors();
        QueryReader in = new QueryReader(ctx, errors, Set.of("after", "limit"));
        int after = in.whole("after", 0, 0, Integer.MAX_VALUE);
        int limit = in.whole("limit", STANDARD_TRIALS, 1, MAX_TRIALS);
        errors.throwIfAny();
        TrialPage page = history.trials(jobId, after, limit);
        String accept = ctx.header("Accept");
        if (accept != null && accept.contains("text/csv")) {
            ctx.contentType("text/csv; charset=utf-8").result(TrialCsv.write(page.trials()));
        } else {
            answers.tagged(ctx, page);
        }
    }

    private void events(Context ctx) {
        String jobId = requireJob(ctx);
        FieldErrors errors = new FieldErrors();
        QueryReader in = new QueryReader(ctx, errors, Set.of("after"));
        long after = in.whole("after", 0L, 0, Long.MAX_VALUE);
        errors.throwIfAny();
        answers.tagged(ctx, history.events(jobId, after));
    }

    private String requireJob(Context ctx) {
        String jobId = ctx.pathParam("job_id");
        if (jobs.find(jobId).isEmpty()) {
            throw JobRoutes.noSuchJob(jobId);
        }
        return jobId;
    }
}
