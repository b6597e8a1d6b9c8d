package studio.desktop.strategies;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import studio.desktop.fakes.SampleMarket;
import studio.engine.backtest.Backtest;
import studio.engine.backtest.BacktestResult;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.market.Candles;
import studio.engine.search.ParameterSet;
import studio.model.job.CostSettings;
import studio.model.market.Timeframe;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyPreview;

/** Answers checks as the server does, by the real language and engine on seeded candles. */
final class RealChecks implements Function<StrategyCheckRequest, StrategyCheck> {
    private static final long START = Instant.parse("2025-10-01T00:00:00Z").toEpochMilli();

    private final IndicatorCache data = IndicatorCache.of(candles(6_000));
    long familyTrials;

    @Override
    public StrategyCheck apply(StrategyCheckRequest request) {
        Reading reading = StrategyLanguage.read(request.text());
        if (reading.program() == null) {
            return new StrategyCheck(
                    reading.problems(),
                    reading.title(),
                    "",
                    List.of(),
                    0,
                    0,
                    0,
                    familyTrials,
                    reading.outline(),
                    null,
                    null);
        }
        WrittenStrategy strategy = WrittenStrategy.of("CHECKED", reading.program());
        Map<String, Object> inputs = new LinkedHashMap<>();
        strategy.parameters().forEach(p -> inputs.put(p.name(), p.defaultValue()));
        ParameterSet values = new ParameterSet(inputs);
        StrategyPreview preview = request.exchange() == null ? null : preview(strategy, values);
        return new StrategyCheck(
                List.of(),
                reading.title(),
                reading.program().description(),
                strategy.parameters(),
                reading.nodes(),
                strategy.warmUp(values),
                strategy.minCandles(),
                familyTrials,
                reading.outline(),
                preview,
                null);
    }

    private StrategyPreview preview(WrittenStrategy strategy, ParameterSet values) {
        Candles c = data.candles();
        BacktestResult result = new Backtest(strategy, data, CostSettings.standard()).run(values, 0, c.size());
        return new StrategyPreview(
                c.size(),
                Instant.ofEpochMilli(c.time()[0]),
                Instant.ofEpochMilli(c.time()[c.size() - 1]),
                result.metrics(),
                result.thinnedEquity(400),
                result.trades(),
                result.trades().size());
    }

    /** The candles that the fake server shows. */
    private static Candles candles(int n) {
        SplittableRandom random = new SplittableRandom(7);
        long[] time = new long[n];
        double[][] c = new double[5][n];
        double last = SampleMarket.price("SIM/USDT", START - Timeframe.M5.millis());
        for (int i = 0; i < n; i++) {
            time[i] = START + i * Timeframe.M5.millis();
            c[0][i] = last;
            last = SampleMarket.price("SIM/USDT", time[i]);
            c[3][i] = last;
            c[1][i] = Math.max(c[0][i], last) * (1 + 0.001 * random.nextDouble());
            c[2][i] = Math.min(c[0][i], last) * (1 - 0.001 * random.nextDouble());
            c[4][i] = 5 + 10 * random.nextDouble();
        }
        return new Candles(Timeframe.M5, time, c[0], c[1], c[2], c[3], c[4]);
    }
}
