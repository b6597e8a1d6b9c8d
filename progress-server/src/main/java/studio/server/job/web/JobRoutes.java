package studio.server.job.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import studio.model.job.JobDetail;
import studio.model.job.JobPatch;
import studio.model.job.StartRequestRules;
import studio.server.job.CancelOutcome;
import studio.server.job.DeleteOutcome;
import studio.server.job.JobService;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BodyReader;
import studio.server.shared.web.BodyReader.Body;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ObjectReader;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.Routes;

/** Finds, marks, cancels and deletes jobs over HTTP. */
public final class JobRoutes implements Routes {
    private final JobService jobs;
    private final BodyReader bodies;
    private final Answers answers;

    public JobRoutes(JobService jobs, BodyReader bodies, Answers answers) {
        this.jobs = jobs;
        this.bodies = bodies;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/training/jobs", ctx -> answers.tagged(ctx, jobs.page(JobFilterReader.read(ctx))));
        api.get(BASE + "/training/jobs/{job_id}", this::find);
        api.post(BASE + "/training/jobs/{job_id}/cancel", this::cancel);
        api.patch(BASE + "/training/jobs/{job_id}", this::patch);
        api.delete(BASE + "/training/jobs/{job_id}", this::delete);
    }

    private void find(Context ctx) {
        answers.tagged(ctx, require(ctx));
    }

    private void cancel(Context ctx) {
        String jobId = ctx.pathParam("job_id");
        CancelOutcome outcome = jobs.cancel(jobId);
        if (outcome instanceof CancelOutcome.Accepted accepted) {
            answers.json(ctx, 202, accepted.job());
        } else if (outcome instanceof CancelOutcome.AlreadyEnded ended) {
            throw ProblemException.conflict("Job " + jobId + " has already ended: it is "
                    + ended.job().summary().status() + ".");
        } else {
            throw noSuchJob(jobId);
        }
    }

    private void patch(Context ctx) {
        Body body = bodies.object(ctx);
        FieldErrors errors = new FieldErrors();
        ObjectReader in = new ObjectReader(body.tree(), errors);
        JobPatch patch = new JobPatch(in.text("name"), in.text("note"), in.texts("tags"), in.yesOrNo("pinned"));
        in.finish();
        errors.addAll(StartRequestRules.check(patch));
        errors.throwIfAny();
        String jobId = ctx.pathParam("job_id");
        answers.json(ctx, jobs.patch(jobId, patch).orElseThrow(() -> noSuchJob(jobId)));
    }

    private void delete(Context ctx) {
        String jobId = ctx.pathParam("job_id");
        DeleteOutcome outcome = jobs.delete(jobId);
        if (outcome instanceof DeleteOutcome.Deleted) {
            ctx.status(204);
        } else if (outcome instanceof DeleteOutcome.StillRunning running) {
            throw ProblemException.conflict(
                    "Job " + jobId + " is " + running.status() + "; cancel it before deleting it.");
        } else {
            throw noSuchJob(jobId);
        }
    }

    private JobDetail require(Context ctx) {
        String jobId = ctx.pathParam("job_id");
        return jobs.find(jobId).orElseThrow(() -> noSuchJob(jobId));
    }

    static ProblemException noSuchJob(String jobId) {
        return ProblemException.notFound("There is no job " + jobId + ".");
    }
}
