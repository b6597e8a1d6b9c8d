package studio.server.progress.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import studio.server.progress.sql.ForecastRepository;
import studio.server.shared.web.Answers;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.Routes;

/** How good the forecasts were. */
public final class ForecastRoutes implements Routes {
    private final ForecastRepository forecasts;
    private final Answers answers;

    public ForecastRoutes(ForecastRepository forecasts, Answers answers) {
        this.forecasts = forecasts;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/training/jobs/{job_id}/forecast", this::one);
        api.get(BASE + "/eta/scorecard", ctx -> answers.tagged(ctx, forecasts.scorecard()));
    }

    private void one(Context ctx) {
        String jobId = ctx.pathParam("job_id");
        answers.tagged(
                ctx,
                forecasts
                        .find(jobId)
                        .orElseThrow(() -> ProblemException.notFound(
                                "There is no forecast of job " + jobId + ": only completed jobs have one.")));
    }
}
