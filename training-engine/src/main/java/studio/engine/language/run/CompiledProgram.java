package studio.engine.language.run;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.language.tree.StrategyProgram.PriceRule;
import studio.engine.language.tree.StrategyProgram.SizeRule;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Signals;
import studio.model.market.Timeframe;
import studio.model.strategy.ParameterInfo;

/** A program that is ready to run. Immutable and thread-safe. */
public final class CompiledProgram {
    private static final int FEWEST_CANDLES = 50;

    private final StrategyProgram program;
    private final Plan plan;
    private final Fused fused;

    private CompiledProgram(StrategyProgram program, Plan plan, Fused fused) {
        this.program = program;
        this.plan = plan;
        this.fused = fused;
    }

    /** Takes some milliseconds. */
    public static CompiledProgram of(StrategyProgram program) {
        Plan plan = new Plan(program);
        return new CompiledProgram(program, plan, FusedClass.generate(plan));
    }

    /**
     * Bars before the first possible signal.
     *
     * @param timeframe of the series; null counts a longer timeframe's candle as one bar
     */
    public int warmUp(ParameterSet parameters, @Nullable Timeframe timeframe) {
        Values values = Values.of(plan, parameters);
        return WarmUps.of(plan, values, node -> ratio(values.text(node), timeframe));
    }

    /** Twice the longest warm-up that the inputs' ranges allow, at least 50. */
    public int minCandles(@Nullable Timeframe timeframe) {
        int most = WarmUps.most(plan, node -> longestRatio(node, timeframe));
        return (int) Math.max(FEWEST_CANDLES, Math.min(Integer.MAX_VALUE, 2L * most));
    }

    /** What a run takes. */
    public RunCost cost() {
        int operations = 0;
        int ofTrials = 0;
        double shared = 0;
        for (Node node : plan.graph.nodes()) {
            if (node.isColumn()) {
                double variants = Keys.variants(node, plan.graph);
                boolean computed = node.operation != Operation.SERIES && node.operation != Operation.SELECT;
                if (computed && variants > Columns.MOST_SHARED) {
                    ofTrials++;
                } else if (computed) {
                    shared += variants;
                }
            } else if (!node.single) {
                operations++;
            }
        }
        return new RunCost(operations, ofTrials, (long) shared);
    }

    private static int ratio(String name, @Nullable Timeframe from) {
        Timeframe to = Timeframe.find(name).orElse(null);
        return from == null || to == null ? 1 : (int) Math.max(1, to.millis() / from.millis());
    }

    /** Of a timeframe that an input chooses, that of the longest one. */
    private static int longestRatio(Node timeframe, @Nullable Timeframe from) {
        if (timeframe.detail instanceof String name) {
            return ratio(name, from);
        }
        if (timeframe.detail instanceof ParameterInfo input && input.values() != null) {
            return input.values().stream()
                    .mapToInt(name -> ratio(name.toString(), from))
                    .max()
                    .orElse(1);
        }
        return ratio(Timeframe.W1.wireName(), from);
    }

    /**
     * See {@code Strategy.prepare}.
     *
     * @throws IllegalArgumentException when the inputs do not meet a requirement, or a function does not take them
     */
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        Values values = Values.of(plan, parameters);
        require(values, parameters);
        Timeframe timeframe = data.candles().timeframe();
        Frame frame = new Frame(values.numbers, values.answers, values.texts, plan.columnSlots, plan.conditionSlots);
        Columns columns = new Columns(plan, fused, values, frame, data);
        plan.columns.forEach(columns::bind);
        int warmUp = WarmUps.of(plan, values, node -> ratio(values.text(node), timeframe));
        return signals(data, values, frame, warmUp);
    }

    private void require(Values values, ParameterSet parameters) {
        for (int i = 0; i < plan.requirements.size(); i++) {
            Node condition = plan.requirements.get(i);
            if (!values.answer(condition)) {
                throw new IllegalArgumentException(
                        "requires " + program.requirements().get(i).source() + ", but " + shown(condition, parameters));
            }
        }
    }

    /** Each input in the condition with its value. */
    private String shown(Node condition, ParameterSet parameters) {
        TreeMap<Integer, String> shown = new TreeMap<>();
        for (int i = condition.inputs.nextSetBit(0); i >= 0; i = condition.inputs.nextSetBit(i + 1)) {
            ParameterInfo input = program.inputs().get(i);
            Object value = parameters.values().getOrDefault(input.name(), input.defaultValue());
            shown.put(
                    i,
                    input.name() + " is "
                            + (value instanceof Number number ? Values.shown(number.doubleValue()) : value));
        }
        List<String> all = List.copyOf(shown.values());
        if (all.isEmpty()) {
            return "that never holds";
        }
        return all.size() == 1
                ? all.get(0)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
    }

    private Signals signals(IndicatorCache data, Values values, Frame frame, int warmUp) {
        int maxHoldingBars = maxHoldingBars(values);
        double riskReward = isClassic() ? values.number(Objects.requireNonNull(plan.targetPerStop)) : Double.NaN;
        return riskReward > 0
                ? new WrittenSignals(fused, frame, warmUp, plan.stopLong, riskReward, maxHoldingBars, null)
                : new WrittenSignals(
                        fused,
                        frame,
                        warmUp,
                        Plan.NONE,
                        Double.NaN,
                        maxHoldingBars,
                        new WrittenRules(program, plan, fused, frame, values, data, warmUp, maxHoldingBars));
    }

    /** The three exits that the engine knows without rules, the same for both sides, and the usual size. */
    private boolean isClassic() {
        PriceRule stop = program.stopLong();
        PriceRule target = program.targetLong();
        PriceRule targetShort = program.targetShort();
        return stop != null
                && !stop.atPrice()
                && program.stopShort() != null
                && !program.stopShort().atPrice()
                && plan.stopLong == plan.stopShort
                && target != null
                && !target.atPrice()
                && targetShort != null
                && !targetShort.atPrice()
                && plan.targetPerStop != null
                && program.exitLong().isEmpty()
                && program.exitShort().isEmpty()
                && program.trailLong() == null
                && program.trailShort() == null
                && program.breakEven() == null
                && program.size().kind() == SizeRule.Kind.STANDARD;
    }

    private int maxHoldingBars(Values values) {
        if (plan.exitAfter == null) {
            return Integer.MAX_VALUE;
        }
        double bars = values.number(plan.exitAfter);
        if (!(bars >= 1) || bars != Math.rint(bars)) {
            throw new IllegalArgumentException(
                    "exit after " + Values.shown(bars) + " bars, a whole number of at least 1 is allowed");
        }
        return (int) Math.min(Integer.MAX_VALUE, bars);
    }
}
