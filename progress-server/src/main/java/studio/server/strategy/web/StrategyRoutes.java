package studio.server.strategy.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.strategy.StrategyList;
import studio.server.shared.web.Answers;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.Routes;

/** The strategies that can be trained, with their parameters. */
public final class StrategyRoutes implements Routes {
    private final StrategyCatalogue catalogue;
    private final Answers answers;

    public StrategyRoutes(StrategyCatalogue catalogue, Answers answers) {
        this.catalogue = catalogue;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(
                BASE + "/strategies",
                ctx -> answers.tagged(
                        ctx,
                        new StrategyList(catalogue.all().stream()
                                .map(StrategyCatalogue::describe)
                                .toList())));
        api.get(BASE + "/strategies/{name}", ctx -> {
            String name = ctx.pathParam("name");
            answers.tagged(
                    ctx,
                    catalogue
                            .find(name)
                            .map(StrategyCatalogue::describe)
                            .orElseThrow(() -> ProblemException.notFound("There is no strategy " + name + ".")));
        });
    }
}
