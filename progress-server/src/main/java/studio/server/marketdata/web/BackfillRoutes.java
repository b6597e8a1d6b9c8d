package studio.server.marketdata.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.model.market.BackfillRequest;
import studio.model.market.ExchangeInfo;
import studio.model.market.ResampleRequest;
import studio.model.market.SeriesClock;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.DataTasks;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.Resampling;
import studio.server.marketdata.SeriesKey;
import studio.server.marketdata.exchange.CandleFetcher;
import studio.server.marketdata.exchange.Exchanges;
import studio.server.shared.web.Answers;
import studio.server.shared.web.BodyReader;
import studio.server.shared.web.FieldErrors;
import studio.server.shared.web.Idempotency;
import studio.server.shared.web.ObjectReader;
import studio.server.shared.web.ProblemException;
import studio.server.shared.web.Routes;

/** Starts backfills and sums candles up to longer ones. */
public final class BackfillRoutes implements Routes {
    private final DataTasks tasks;
    private final Exchanges exchanges;
    private final MarketDataService marketData;
    private final Resampling resampling;
    private final Idempotency idempotency;
    private final InstantSource clock;
    private final Answers answers;
    private final BodyReader bodies = new BodyReader();

    public BackfillRoutes(
            DataTasks tasks,
            Exchanges exchanges,
            MarketDataService marketData,
            Resampling resampling,
            Idempotency idempotency,
            InstantSource clock,
            Answers answers) {
        this.tasks = tasks;
        this.exchanges = exchanges;
        this.marketData = marketData;
        this.resampling = resampling;
        this.idempotency = idempotency;
        this.clock = clock;
        this.answers = answers;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi api) {
        api.get(BASE + "/market-data/exchanges", ctx -> answers.tagged(ctx, exchanges.list()));
        api.post(BASE + "/market-data/backfill", this::backfill);
        api.post(BASE + "/market-data/resample", this::resample);
    }

    private void backfill(Context ctx) {
        BodyReader.Body body = bodies.object(ctx);
        String taskId = idempotency.once(ctx, body.bytes(), new Backfill(body));
        ctx.header("Location", BASE + "/market-data/tasks/" + taskId);
        answers.json(
                ctx,
                202,
                tasks.find(taskId).orElseThrow(() -> ProblemException.notFound("There is no task " + taskId + ".")));
    }

    /** A task to be made of a request that is read when it is made. */
    private final class Backfill implements Idempotency.Making {
        private final BodyReader.Body body;

        Backfill(BodyReader.Body body) {
            this.body = body;
        }

        @Override
        public String newId() {
            return tasks.newId();
        }

        @Override
        public boolean exists(String id) {
            return tasks.find(id).isPresent();
        }

        @Override
        public void make(String id) {
            start(id, new FieldErrors(), body);
        }
    }

    private void start(String taskId, FieldErrors errors, BodyReader.Body body) {
        ObjectReader reader = new ObjectReader(body.tree(), errors);
        String exchange = reader.text("exchange");
        String symbol = reader.text("symbol");
        Timeframe timeframe = reader.named("timeframe", Timeframe::find, Timeframe.wireNames());
        Instant from = instant(reader, "from", errors);
        Instant to = instant(reader, "to", errors);
        Boolean refetch = reader.yesOrNo("refetch");
        reader.finish();
        SeriesKey key = SeriesNames.key(exchange, symbol, timeframe == null ? null : timeframe.wireName(), errors);
        check(key, from, to, errors);
        errors.throwIfAny();
        tasks.backfill(
                taskId, key, new BackfillRequest(key.exchange(), key.symbol(), key.timeframe(), from, to, refetch));
    }

    private void check(SeriesKey key, @Nullable Instant from, @Nullable Instant to, FieldErrors errors) {
        Optional<CandleFetcher> fetcher = exchanges.find(key.exchange());
        if (fetcher.isEmpty()) {
            List<String> names = exchanges.list().exchanges().stream()
                    .map(ExchangeInfo::name)
                    .toList();
            errors.add("exchange", "= '" + key.exchange() + "' is not one of " + String.join(", ", names));
            return;
        }
        List<Timeframe> offered = fetcher.get().info().timeframes();
        if (!offered.contains(key.timeframe())) {
            errors.add(
                    "timeframe",
                    "= " + key.timeframe().wireName() + " is not offered by " + key.exchange() + "; it offers "
                            + String.join(
                                    ", ",
                                    offered.stream().map(Timeframe::wireName).toList()));
        }
        Optional<SeriesInfo> held = marketData.series(key.exchange(), key.symbol(), key.timeframe());
        // What exchanges send opens at multiples of the timeframe in UTC.
        if (held.isPresent() && !held.get().clock().clock().hasGridOf(SeriesClock.utc(key.timeframe()))) {
            errors.add(
                    "symbol",
                    "'" + key.symbol() + "' is stored with candles that open at other times than the exchange's: "
                            + held.get().clock().text());
        }
        if (from == null && held.isEmpty()) {
            errors.add("from", "is required where nothing of the series is held, e.g. 2024-01-01T00:00:00Z");
        }
        if (from != null && from.isAfter(clock.instant())) {
            errors.add("from", "= " + from + " is in the future");
        }
        if (from != null && to != null && from.isAfter(to)) {
            errors.add("from", "= " + from + " is later than to, which is " + to);
        }
    }

    private static @Nullable Instant instant(ObjectReader reader, String name, FieldErrors errors) {
        String text = reader.text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(text);
            if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Told below, in the same words as a time out of range.
        }
        errors.add(
                name, "= " + FieldErrors.quoted(text) + " is not a UTC time of 1970 to 2199 like 2024-01-01T00:00:00Z");
        return null;
    }

    private void resample(Context ctx) {
        FieldErrors errors = new FieldErrors();
        ObjectReader reader = new ObjectReader(bodies.object(ctx).tree(), errors);
        ResampleRequest request = new ResampleRequest(
                reader.text("exchange"),
                reader.text("symbol"),
                reader.named("timeframe", Timeframe::find, Timeframe.wireNames()),
                reader.named("to", Timeframe::find, Timeframe.wireNames()));
        reader.finish();
        Timeframe short_ = request.timeframe();
        Timeframe to = request.to();
        if (to == null && !errors.has("to")) {
            errors.add("to", "is required, e.g. 1h");
        }
        SeriesKey key = SeriesNames.key(
                request.exchange(), request.symbol(), short_ == null ? null : short_.wireName(), errors);
        if (to == null) {
            throw new IllegalStateException("checked timeframe is missing");
        }
        Optional<String> refusal = resampling.refusal(key, to);
        if (refusal.isPresent()) {
            errors.add("to", refusal.get());
        }
        errors.throwIfAny();
        answers.json(ctx, resampling.resample(key, to));
    }
}
