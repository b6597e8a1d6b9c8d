package studio.server.start.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobDetail;
import studio.model.job.StartRequest;
import studio.model.job.TrainingSpec;
import studio.model.json.StudioJson;
import studio.server.job.JobService;
import studio.server.job.StrategyGoneException;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BodyReader;
import studio.server.shared.web.BodyReader.Body;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.Idempotency;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.Routes;
import studio.server.start.PreflightService;
import studio.server.start.TrainingChecks;

/** Starts jobs, starts them again, and tells beforehand what they would be. */
public final class StartRoutes implements Routes {
    /** Seeds that the server draws stay exact in any JSON reader: 53 bits. */
    private static final long SEED_BOUND = 1L << 53;
    /** A script that runs away must not fill the database. */
    private static final long MOST_PENDING = 10_000;

    private final JobService jobs;
    private final TrainingChecks checks;
    private final PreflightService preflight;
    private final Idempotency idempotency;
    private final BodyReader bodies;
    private final Answers answers;
    private final RandomGenerator seeds;
    private final JsonMapper json = StudioJson.strict();

    /**
     * @param seeds draws the seeds of requests without one; must be safe for use by many threads
     */
    public StartRoutes(
            JobService jobs,
            TrainingChecks checks,
            PreflightService preflight,
            Idempotency idempotency,
            BodyReader bodies,
            Answers answers,
            RandomGenerator seeds) {
        this.jobs = jobs;
        this.checks = checks;
        this.preflight = preflight;
        this.idempotency = idempotency;
        this.bodies = bodies;
        this.answers = answers;
        this.seeds = seeds;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.post(BASE + "/training/start", this::start);
        api.post(BASE + "/training/preflight", this::preflight);
        api.post(BASE + "/training/jobs/{job_id}/rerun", this::rerun);
    }

    private void start(Context ctx) {
        Body body = bodies.object(ctx);
        accepted(ctx, idempotency.once(ctx, body.bytes(), new Start(body::tree, null)));
    }

    /** The same body as a start, the same refusals, and nothing stored. */
    private void preflight(Context ctx) {
        FieldErrors errors = new FieldErrors();
        StartRequest request = StartRequestReader.read(bodies.object(ctx).tree(), errors);
        // The seed changes nothing that is measured here.
        answers.json(ctx, preflight.report(checks.require(request, errors, 0)));
    }

    private void rerun(Context ctx) {
        Body body = bodies.objectOrNothing(ctx);
        String jobId = ctx.pathParam("job_id");
        JobDetail before = jobs.find(jobId).orElseThrow(() -> noSuchJob(jobId));
        accepted(ctx, idempotency.once(ctx, body.bytes(), new Start(() -> overridden(before, body.tree()), jobId)));
    }

    private void accepted(Context ctx, String jobId) {
        JobDetail job = jobs.find(jobId).orElseThrow(() -> noSuchJob(jobId));
        ctx.header("Location", BASE + "/training/jobs/" + jobId);
        answers.json(ctx, 202, job);
    }

    /** A job to be made of a request that is read when it is made. */
    private final class Start implements Idempotency.Making {
        private final Supplier<JsonNode> tree;
        private final @Nullable String rerunOf;

        Start(Supplier<JsonNode> tree, @Nullable String rerunOf) {
            this.tree = tree;
            this.rerunOf = rerunOf;
        }

        @Override
        public String newId() {
            return jobs.newId();
        }

        @Override
        public boolean exists(String id) {
            return jobs.find(id).isPresent();
        }

        @Override
        public void make(String id) {
            FieldErrors errors = new FieldErrors();
            StartRequest request = StartRequestReader.read(tree.get(), errors);
            TrainingSpec spec = checks.require(request, errors, seeds.nextLong(SEED_BOUND));
            if (jobs.pending() >= MOST_PENDING) {
                throw ProblemException.tooMany(
                        MOST_PENDING + " trainings wait already; start this one when some of them have ended.");
            }
            try {
                jobs.start(id, request, spec, rerunOf);
            } catch (StrategyGoneException e) {
                throw ProblemException.conflict(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The earlier request with its seed, and single fields of the body in place of its own. */
    private JsonNode overridden(JobDetail before, JsonNode body) {
        ObjectNode tree = json.valueToTree(before.request());
        tree.put("seed", before.spec().seed());
        // The text that ran then, even when newer versions exist by now.
        if (!body.has("strategy")) {
            tree.put("strategy_version", before.spec().strategyVersion());
        }
        body.fields().forEachRemaining(field -> {
            tree.set(field.getKey(), field.getValue());
            // The two ways to say how far back exclude each other; the new one wins.
            if (field.getKey().equals("lookback_days")) {
                tree.remove("lookback_candles");
            } else if (field.getKey().equals("lookback_candles")) {
                tree.remove("lookback_days");
            }
        });
        return tree;
    }

    private static ProblemException noSuchJob(String jobId) {
        return ProblemException.notFound("There is no job " + jobId + ".");
    }
}
