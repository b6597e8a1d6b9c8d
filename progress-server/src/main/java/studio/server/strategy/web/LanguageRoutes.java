package studio.server.strategy.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.jspecify.annotations.Nullable;
import studio.engine.language.LanguageReference;
import studio.model.job.StartRequestRules;
import studio.model.market.Timeframe;
import studio.model.strategy.StrategyCheckRequest;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BodyReader;
import studio.server.shared.web.CostReader;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ObjectReader;
import studio.server.shared.web.Routes;
import studio.server.strategy.StrategyChecks;
import studio.server.strategy.StrategyNames;

/** The language that strategies are written in: its words with their help, and checks of texts. */
public final class LanguageRoutes implements Routes {
    private final StrategyChecks checks;
    private final BodyReader bodies;
    private final Answers answers;

    public LanguageRoutes(StrategyChecks checks, BodyReader bodies, Answers answers) {
        this.checks = checks;
        this.bodies = bodies;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/language/functions", ctx -> answers.tagged(ctx, LanguageReference.list()));
        api.post(BASE + "/strategies/check", this::check);
    }

    private void check(Context ctx) {
        FieldErrors errors = new FieldErrors();
        StrategyCheckRequest request = read(bodies.object(ctx).tree(), errors);
        errors.throwIfAny();
        answers.json(ctx, checks.check(request));
    }

    private static StrategyCheckRequest read(JsonNode body, FieldErrors errors) {
        ObjectReader in = new ObjectReader(body, errors);
        StrategyCheckRequest request = new StrategyCheckRequest(
                in.text("text"),
                in.text("name"),
                in.text("exchange"),
                in.text("symbol"),
                in.named("timeframe", Timeframe::find, Timeframe.wireNames()),
                in.whole("lookback_candles"),
                in.scalars("parameters"),
                in.object("costs", CostReader::read));
        in.finish();
        if (request.text() == null && !errors.has("text")) {
            errors.add("text", "is required: the strategy's text");
        }
        Integer lookback = request.lookbackCandles();
        if (lookback != null && (lookback < 2 || lookback > StrategyChecks.MOST_CANDLES)) {
            errors.add("lookback_candles", "= " + lookback + " is not within 2.." + StrategyChecks.MOST_CANDLES);
        }
        if (request.name() != null && !StrategyNames.isPossible(request.name())) {
            errors.add("name", "is no name of a strategy");
        }
        marketName("exchange", request.exchange(), errors);
        marketName("symbol", request.symbol(), errors);
        series(request, errors);
        errors.addAll(StartRequestRules.check(request.costs()));
        return request;
    }

    private static void marketName(String field, @Nullable String name, FieldErrors errors) {
        if (name != null && !StartRequestRules.MARKET_NAME.matcher(name).matches()) {
            errors.add(field, "= " + FieldErrors.quoted(name) + " is no name that a series can have");
        }
    }

    /** All three of them or none: half a series is a slip. */
    private static void series(StrategyCheckRequest request, FieldErrors errors) {
        boolean any = request.exchange() != null || request.symbol() != null || request.timeframe() != null;
        if (!any) {
            return;
        }
        if (request.exchange() == null && !errors.has("exchange")) {
            errors.add("exchange", "is required together with symbol and timeframe");
        }
        if (request.symbol() == null && !errors.has("symbol")) {
            errors.add("symbol", "is required together with exchange and timeframe");
        }
        if (request.timeframe() == null && !errors.has("timeframe")) {
            errors.add("timeframe", "is required together with exchange and symbol");
        }
    }
}
