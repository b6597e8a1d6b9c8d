package studio.server.marketdata.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Set;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.SeriesKey;
import studio.server.shared.web.Answers;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.QueryReader;
import studio.server.shared.web.Routes;

/** Lists series, reads candles for drawing. */
public final class MarketDataRoutes implements Routes {
    private static final int DEFAULT_POINTS = 2000;
    private static final int MAX_POINTS = 100_000;

    private final MarketDataService marketData;
    private final Answers answers;

    public MarketDataRoutes(MarketDataService marketData, Answers answers) {
        this.marketData = marketData;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/market-data", ctx -> answers.tagged(ctx, marketData.list()));
        api.get(BASE + "/market-data/candles", this::candles);
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
