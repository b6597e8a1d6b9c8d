package studio.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.WrittenStrategy;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.market.Candles;
import studio.engine.market.RandomCandles;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.PositionRules;
import studio.engine.strategy.SampleParameters;
import studio.engine.strategy.SignalList;
import studio.engine.strategy.Signals;
import studio.model.market.Timeframe;

/** No text can know a later bar: what it says up to a bar stays the same when later bars are taken away. */
class CutTheFutureTest {
    private static final int PROGRAMS = Integer.getInteger("studio.language.cut-programs", 1_000);
    private static final int CUTS = 3;
    private static final double STOP = 1.5;

    @Test
    void signals_exits_and_rules_stay_when_later_bars_are_removed() {
        long compared = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            StrategyProgram program = new RandomPrograms(70_000 + i, i % 2 == 0).next(1 + i % 5);
            SplittableRandom random = new SplittableRandom(i);
            Candles plain = RandomCandles.of(i, 500, Timeframe.M5);
            Candles all = i % 3 == 0 ? RandomCandles.withGaps(plain, random) : plain;
            WrittenStrategy strategy = WrittenStrategy.of("RANDOM", program);
            ParameterSet parameters = SampleParameters.random(strategy, random);
            if (parameters.integer("short_length") >= parameters.integer("length")) {
                continue;
            }
            Signals whole = strategy.prepare(IndicatorCache.of(all), parameters);
            for (int cut = 0; cut < CUTS; cut++) {
                int bars = random.nextInt(100, all.size());
                Signals first = strategy.prepare(IndicatorCache.of(RandomCandles.firstOf(all, bars)), parameters);
                compared += compare("program " + i + " cut after " + bars + " bars", first, whole, bars, all);
            }
        }
        assertThat(compared).as("signals, exits and values compared").isGreaterThan(500L * PROGRAMS);
    }

    private static long compare(String what, Signals first, Signals whole, int bars, Candles all) {
        byte[] expected = new byte[all.size()];
        whole.write(0, all.size(), expected);
        byte[] actual = new byte[bars];
        first.write(0, bars, actual);
        assertThat(actual).as(what).isEqualTo(Arrays.copyOf(expected, bars));
        long compared = 0;
        for (byte signal : actual) {
            compared += Math.abs(signal);
        }
        PositionRules cut = first.positionRules();
        PositionRules full = whole.positionRules();
        if (cut == null || full == null) {
            assertThat(cut).isEqualTo(full);
            assertThat(values(bars, first::stopDistance)).as(what).isEqualTo(values(bars, whole::stopDistance));
            return compared + bars;
        }
        for (byte side : new byte[] {Signals.LONG, Signals.SHORT}) {
            compared += exits(what, cut, full, side, bars, all.size());
            double fill = all.close()[0];
            if (full.hasStop(side)) {
                compared +=
                        same(what, bars, t -> cut.stopDistance(t, side, fill), t -> full.stopDistance(t, side, fill));
            }
            if (full.hasTarget(side)) {
                compared += same(
                        what,
                        bars,
                        t -> cut.targetDistance(t, side, fill, STOP),
                        t -> full.targetDistance(t, side, fill, STOP));
            }
            if (full.trail(side) != PositionRules.Trail.NONE) {
                compared += same(what, bars, t -> cut.trailAt(t, side, STOP), t -> full.trailAt(t, side, STOP));
            }
            if (full.hasBreakEven(side)) {
                compared += same(
                        what,
                        bars,
                        t -> cut.breakEvenDistance(t, side, fill, STOP),
                        t -> full.breakEvenDistance(t, side, fill, STOP));
            }
        }
        return compared;
    }

    private static int exits(String what, PositionRules cut, PositionRules full, byte side, int bars, int all) {
        SignalList first = new SignalList();
        cut.listExits(0, bars, side, first);
        SignalList whole = new SignalList();
        full.listExits(0, all, side, whole);
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.bar(i)).as(what).isEqualTo(whole.bar(i));
        }
        assertThat(first.size() == whole.size() || whole.bar(first.size()) >= bars)
                .as(what)
                .isTrue();
        return first.size();
    }

    private static int same(
            String what,
            int bars,
            java.util.function.IntToDoubleFunction cut,
            java.util.function.IntToDoubleFunction full) {
        assertThat(values(bars, cut)).as(what).isEqualTo(values(bars, full));
        return bars;
    }

    private static double[] values(int bars, java.util.function.IntToDoubleFunction value) {
        return java.util.stream.IntStream.range(0, bars).mapToDouble(value).toArray();
    }
}
