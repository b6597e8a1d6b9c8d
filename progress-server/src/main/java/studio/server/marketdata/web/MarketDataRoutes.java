package studio.server.marketdata.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Set;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.RemovalOutcome;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.sql.SeriesRemoval;
import studio.server.shared.web.Answers;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.QueryReader;
import studio.server.shared.web.Routes;

/** Lists series, reads candles for drawing, removes series. */
public final class MarketDataRoutes implements Routes {
    private static final int DEFAULT_POINTS = 2000;
    private static final int MAX_POINTS = 100_000;

    private final MarketDataService marketData;
    private final SeriesRemoval removal;
    private final Answers answers;

    public MarketDataRoutes(MarketDataService marketData, SeriesRemoval removal, Answers answers) {
        this.marketData = marketData;
        this.removal = removal;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/market-data", ctx -> answers.tagged(ctx, marketData.list()));
        api.get(BASE + "/market-data/candles", this::candles);
        api.delete(BASE + "/market-data", this::remove);
    }

    private void remove(Context ctx) {
        FieldErrors errors = new FieldErrors();
        QueryReader query = new QueryReader(ctx, errors, Set.of("exchange", "symbol", "timeframe"));
        SeriesKey key = SeriesNames.key(query, errors);
        String name = key.symbol() + " " + key.timeframe().wireName() + " at " + key.exchange();
        RemovalOutcome outcome = removal.remove(key);
        if (outcome instanceof RemovalOutcome.NotHeld) {
            throw ProblemException.notFound("No candles of " + name + " are held.");
        }
        if (outcome instanceof RemovalOutcome.InUse use) {
            throw ProblemException.conflict(
                    "The candles of " + name + " are in use by " + use.by() + "; remove them when that has ended.");
        }
        ctx.status(204);
    }

    private void candles(Context ctx) {
        FieldErrors errors = new FieldErrors();
        QueryReader query =
                new QueryReader(ctx, errors, Set.of("exchange", "symbol", "timeframe", "from", "to", "max_points"));
        Instant from = query.instant("from");
        Instant to = query.instant("to");
        int points = query.whole("max_points", DEFAULT_POINTS, 1, MAX_POINTS);
        if (from != null && to != null && from.isAfter(to)) {
            errors.add("from", "is " + from + ", later than to, which is " + to);
        }
        SeriesKey key = SeriesNames.key(query, errors);
        if (marketData.series(key.exchange(), key.symbol(), key.timeframe()).isEmpty()) {
            throw ProblemException.notFound("No candles of " + key.symbol() + " "
                    + key.timeframe().wireName() + " at " + key.exchange() + " are held; import them first.");
        }
        answers.tagged(ctx, marketData.forDrawing(key, from, to, points));
    }
}
