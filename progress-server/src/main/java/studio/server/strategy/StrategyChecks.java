package studio.server.strategy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestResult;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.model.job.CostRequest;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;
import studio.model.result.TradeView;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyPreview;
import studio.server.marketdata.MarketDataService;
import studio.server.strategy.sql.StrategyRepository;

/** Says what a text is, and how it would have traded a series with one set of inputs. Stores nothing. Thread-safe. */
public final class StrategyChecks {
    public static final int STANDARD_CANDLES = 100_000;
    public static final int MOST_CANDLES = 500_000;

    private static final int MOST_TRADES = 2_000;
    private static final int MOST_POINTS = 600;
    /** Previews at one time: they must not take the processor from trainings and polls. */
    private static final int AT_ONCE = 2;

    /** Checks that may wait for a place; each holds a request, and those are needed for others too. */
    private static final int MOST_WAITING = 8;

    private static final long PATIENCE_SECONDS = 5;

    private final StrategyRepository stored;
    private final PreviewSeries series;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    public StrategyChecks(StrategyRepository stored, MarketDataService marketData) {
        this.stored = stored;
        this.series = new PreviewSeries(marketData);
    }

    /** The check of a request whose fields are within their ranges; {@code text} is not null. */
    public StrategyCheck check(StrategyCheckRequest request) {
        String text = request.text() == null ? "" : request.text();
        Reading reading = StrategyLanguage.read(text);
        StrategyProgram program = reading.program();
        if (program == null) {
            return new StrategyCheck(
                    reading.problems(),
                    reading.title(),
                    "",
                    List.of(),
                    0,
                    0,
                    0,
                    familyTrials(request),
                    reading.outline(),
                    null,
                    null);
        }
        WrittenStrategy strategy = WrittenStrategy.of("CHECKED", program);
        ParameterSet inputs = inputs(strategy.parameters(), request.parameters());
        Tried tried = preview(strategy, inputs, request);
        return new StrategyCheck(
                List.of(),
                reading.title(),
                program.description(),
                program.inputs(),
                reading.nodes(),
                strategy.warmUp(inputs),
                strategy.minCandles(),
                familyTrials(request),
                reading.outline(),
                tried.preview,
                tried.problem);
    }

    /** The defaults, with what the request says otherwise; an inactive input keeps its default. */
    private static ParameterSet inputs(List<ParameterInfo> declared, @Nullable Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterInfo p : declared) {
            Object value = given == null ? null : given.get(p.name());
            values.put(p.name(), value == null ? p.defaultValue() : value);
        }
        return new ParameterSet(values);
    }

    private @Nullable Long familyTrials(StrategyCheckRequest request) {
        String name = request.name();
        String exchange = request.exchange();
        String symbol = request.symbol();
        Timeframe timeframe = request.timeframe();
        return name == null || exchange == null || symbol == null || timeframe == null
                ? null
                : stored.familyTrials(name, exchange, symbol, timeframe);
    }

    private record Tried(
            @Nullable StrategyPreview preview, @Nullable String problem) {}

    private Tried preview(WrittenStrategy strategy, ParameterSet inputs, StrategyCheckRequest request) {
        String exchange = request.exchange();
        String symbol = request.symbol();
        Timeframe timeframe = request.timeframe();
        if (exchange == null || symbol == null || timeframe == null) {
            return new Tried(null, null);
        }
        try {
            if (places.getQueueLength() >= MOST_WAITING || !places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Tried(null, "The server is busy with other previews; it will answer the next change.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Tried(null, "The server is stopping.");
        }
        try {
            return trade(strategy, inputs, exchange, symbol, timeframe, request);
        } finally {
            places.release();
        }
    }

    private Tried trade(
            WrittenStrategy strategy,
            ParameterSet inputs,
            String exchange,
            String symbol,
            Timeframe timeframe,
            StrategyCheckRequest request) {
        Integer lookback = request.lookbackCandles();
        Optional<PreviewSeries.Held> held =
                series.of(exchange, symbol, timeframe, lookback == null ? STANDARD_CANDLES : lookback);
        if (held.isEmpty()) {
            return new Tried(
                    null, "No " + timeframe.wireName() + " candles of " + symbol + " at " + exchange + " are stored.");
        }
        Candles candles = held.get().candles();
        if (candles.size() < 2) {
            return new Tried(null, "The series has one candle; at least 2 are needed.");
        }
        CostRequest costs = request.costs();
        Backtest backtest = new Backtest(
                strategy,
                held.get().data(),
                costs == null ? CostSettings.standard() : costs.withDefaults(),
                held.get().periods());
        try {
            return new Tried(shown(backtest.run(inputs, 0, candles.size()), candles), null);
        } catch (IllegalArgumentException contradiction) {
            // A requirement that does not hold, or a timeframe that the series cannot give.
            return new Tried(null, sentence(contradiction.getMessage()));
        }
    }

    private static String sentence(@Nullable String message) {
        String words = String.valueOf(message);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + (words.endsWith(".") ? "" : ".");
    }

    private static StrategyPreview shown(BacktestResult result, Candles candles) {
        List<TradeView> trades = result.trades();
        int from = Math.max(0, trades.size() - MOST_TRADES);
        return new StrategyPreview(
                candles.size(),
                Instant.ofEpochMilli(candles.time()[0]),
                Instant.ofEpochMilli(candles.time()[candles.size() - 1]),
                result.metrics(),
                result.thinnedEquity(MOST_POINTS),
                new ArrayList<>(trades.subList(from, trades.size())),
                trades.size());
    }
}
