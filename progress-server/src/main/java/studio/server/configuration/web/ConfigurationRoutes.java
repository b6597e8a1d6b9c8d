package studio.server.configuration.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.Set;
import studio.model.market.Timeframe;
import studio.model.result.Configuration;
import studio.model.result.LifecycleStage;
import studio.server.configuration.ConfigurationFilter;
import studio.server.configuration.ConfigurationService;
import studio.server.shared.web.Answers;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.QueryReader;
import studio.server.shared.web.Routes;

/** What trainings have saved: as a list, as one, as a file to take away. */
public final class ConfigurationRoutes implements Routes {
    private static final int STANDARD_LIMIT = 100;

    private final ConfigurationService configurations;
    private final Answers answers;

    public ConfigurationRoutes(ConfigurationService configurations, Answers answers) {
        this.configurations = configurations;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/configurations", this::list);
        api.get(BASE + "/configurations/{config_id}", this::find);
    }

    private void list(Context ctx) {
        FieldErrors errors = new FieldErrors();
        QueryReader in =
                new QueryReader(ctx, errors, Set.of("strategy", "symbol", "exchange", "timeframe", "stage", "limit"));
        Timeframe timeframe = in.named("timeframe", Timeframe::find, Timeframe.wireNames());
        LifecycleStage stage = in.named(
                "stage",
                name -> Arrays.stream(LifecycleStage.values())
                        .filter(s -> s.name().equals(name))
                        .findFirst(),
                Arrays.stream(LifecycleStage.values()).map(Enum::name).toList());
        int limit = in.whole("limit", STANDARD_LIMIT, 1, ConfigurationFilter.MAX_LIMIT);
        errors.throwIfAny();
        answers.tagged(
                ctx,
                configurations.list(new ConfigurationFilter(
                        in.text("strategy"), in.text("symbol"), in.text("exchange"), timeframe, stage, limit)));
    }

    private void find(Context ctx) {
        FieldErrors errors = new FieldErrors();
        QueryReader in = new QueryReader(ctx, errors, Set.of("download"));
        boolean download = in.yes("download");
        errors.throwIfAny();
        String configId = ctx.pathParam("config_id");
        Configuration configuration = configurations
                .find(configId)
                .orElseThrow(() -> ProblemException.notFound("There is no configuration " + configId + "."));
        if (download) {
            // The id was found in the database, so it holds letters, digits and underscores only.
            ctx.header("Content-Disposition", "attachment; filename=\"" + configuration.configId() + ".json\"");
        }
        answers.tagged(ctx, configuration);
    }
}
