package studio.engine.language.run;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Generated classes give the bits that the plain interpreter gives. */
class GeneratedCodeTest {
    private static final int PROGRAMS = Integer.getInteger("studio.language.programs", 1_500);
    private static final double STOP = 1.25;

    @Test
    void every_program_lists_and_values_what_the_interpreter_does() {
        int signals = 0;
        int infeasible = 0;
        for (int i = 0; i < PROGRAMS; i++) {
            StrategyProgram program = new RandomPrograms(i, i % 2 == 0).next(1 + i % 5);
            SplittableRandom random = new SplittableRandom(i);
            Candles plain = RandomCandles.of(i, 250 + random.nextInt(200), Timeframe.M5);
            Candles candles = i % 3 == 0 ? RandomCandles.withGaps(plain, random) : plain;
            WrittenStrategy strategy = WrittenStrategy.of("RANDOM", program);
            ParameterSet parameters = SampleParameters.random(strategy, random);
            if (!program.requirements().isEmpty()
                    && parameters.integer("short_length") >= parameters.integer("length")) {
                infeasible++;
                continue;
            }
            signals += compare(i, program, strategy, candles, parameters);
        }
        assertThat(signals).as("signals compared").isGreaterThan(20 * PROGRAMS);
        assertThat(infeasible).isLessThan(PROGRAMS / 4);
    }

    private static int compare(
            int seed, StrategyProgram program, WrittenStrategy strategy, Candles candles, ParameterSet parameters) {
        int bars = candles.size();
        int warmUp = CompiledProgram.of(program).warmUp(parameters, candles.timeframe());
        Signals signals = strategy.prepare(IndicatorCache.of(candles), parameters);
        PlainInterpreter plain = new PlainInterpreter(candles, parameters, STOP);
        boolean[] enterLong = plain.anyOf(program.enterLong());
        boolean[] enterShort = plain.anyOf(program.enterShort());
        byte[] expected = new byte[bars];
        for (int t = Math.min(bars, warmUp); t < bars; t++) {
            expected[t] = (byte) (enterLong[t] == enterShort[t] ? 0 : enterLong[t] ? 1 : -1);
        }
        byte[] actual = new byte[bars];

        signals.write(0, bars, actual);

        assertThat(actual).as("entries of program %d", seed).isEqualTo(expected);
        PositionRules rules = signals.positionRules();
        if (rules == null) {
            double[] stop = plain.numbers(program.stopLong().value());
            for (int t = warmUp; t < bars; t++) {
                assertThat(signals.stopDistance(t))
                        .as("stop of program %d", seed)
                        .isEqualTo(Double.valueOf(stop[t]));
            }
        } else {
            exits(seed, rules, Signals.LONG, plain.anyOf(program.exitLong()), warmUp);
            exits(seed, rules, Signals.SHORT, plain.anyOf(program.exitShort()), warmUp);
            for (byte side : new byte[] {Signals.LONG, Signals.SHORT}) {
                rules(seed, rules, side, program, plain, warmUp, candles);
            }
        }
        int count = 0;
        for (byte signal : actual) {
            count += Math.abs(signal);
        }
        return count;
    }

    private static void exits(int seed, PositionRules rules, byte side, boolean[] expected, int warmUp) {
        SignalList list = new SignalList();
        rules.listExits(0, expected.length, side, list);
        boolean[] actual = new boolean[expected.length];
        for (int i = 0; i < list.size(); i++) {
            actual[list.bar(i)] = true;
            assertThat(list.signal(i)).isEqualTo(side);
        }
        for (int t = 0; t < Math.min(warmUp, expected.length); t++) {
            expected[t] = false;
        }
        assertThat(actual).as("exits of program %d", seed).isEqualTo(expected);
    }

    private static void rules(
            int seed,
            PositionRules rules,
            byte side,
            StrategyProgram program,
            PlainInterpreter plain,
            int warmUp,
            Candles candles) {
        boolean isLong = side == Signals.LONG;
        var stop = isLong ? program.stopLong() : program.stopShort();
        var target = isLong ? program.targetLong() : program.targetShort();
        var trail = isLong ? program.trailLong() : program.trailShort();
        double fill = candles.close()[0];
        for (int t = warmUp; t < candles.size(); t++) {
            String what = "rule of program " + seed + " at bar " + t;
            if (stop != null) {
                double value = plain.numbers(stop.value())[t];
                assertThat(rules.stopDistance(t, side, fill))
                        .as(what)
                        .isEqualTo(Double.valueOf(stop.atPrice() ? side * (fill - value) : value));
            }
            if (target != null) {
                double value = plain.numbers(target.value())[t];
                assertThat(rules.targetDistance(t, side, fill, STOP))
                        .as(what)
                        .isEqualTo(Double.valueOf(target.atPrice() ? side * (value - fill) : value));
            }
            if (trail != null) {
                assertThat(rules.trailAt(t, side, STOP))
                        .as(what)
                        .isEqualTo(Double.valueOf(plain.numbers(trail.value())[t]));
            }
            if (program.breakEven() != null) {
                assertThat(rules.breakEvenDistance(t, side, fill, STOP))
                        .as(what)
                        .isEqualTo(Double.valueOf(plain.numbers(program.breakEven())[t]));
            }
        }
    }
}
