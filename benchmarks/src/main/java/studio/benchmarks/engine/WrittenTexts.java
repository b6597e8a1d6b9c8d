package studio.benchmarks.engine;

import java.util.Objects;
import studio.engine.language.Reading;
import studio.engine.language.StrategyLanguage;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.shipped.ShippedTexts;

/** Texts that are measured. */
final class WrittenTexts {
    private static final int NODES = 40;

    private static final String FORTY_NODES = """
            strategy "Forty nodes"
            "A trend, a dip, a quiet market and a time of day: as many rules as a strategy of an analyst has."

            input trend_length = 100 in 50..150
            input rsi_length = 14 in 7..21
            input oversold = 35.0 in 25.0..45.0
            input width = 2.0 in 1.0..3.0
            input stop_size = 2.0 in 1.0..4.0

            trend = ema(close, trend_length)
            r     = rsi(close, rsi_length)
            bands = width * stdev(close, 20)
            away  = (close - sma(close, 20)) / bands
            busy  = volume > 1.2 * sma(volume, 20)
            up    = close > trend and trend > trend[10]
            down  = close < trend and trend < trend[10]
            calm  = atr(14) < 3% * close
            awake = hour >= 6 and hour < 22
            fine  = busy and calm and awake and volume > 0

            enter long  when up and crossover(r, oversold) and fine and away < 0.5
            enter short when down and crossunder(r, 100 - oversold) and fine and away > -0.5

            stop   stop_size * atr(14)
            target 2 * stop
            exit   after 100 bars
            """;

    private WrittenTexts() {}

    /** A built-in strategy as a text. */
    static WrittenStrategy classic(String name) {
        return strategy(name, StrategyLanguage.read(ShippedTexts.find(name).orElseThrow()));
    }

    static WrittenStrategy fortyNodes() {
        Reading reading = StrategyLanguage.read(FORTY_NODES);
        if (reading.nodes() != NODES) {
            throw new IllegalStateException("the text has " + reading.nodes() + " nodes: " + reading.problems());
        }
        return strategy("FORTY_NODES", reading);
    }

    private static WrittenStrategy strategy(String name, Reading reading) {
        return WrittenStrategy.of(
                name,
                Objects.requireNonNull(
                        reading.program(), () -> reading.problems().toString()));
    }
}
