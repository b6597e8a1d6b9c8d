package studio.engine.language;

import java.util.List;
import studio.engine.indicator.IndicatorCache;
import studio.engine.language.run.CompiledProgram;
import studio.engine.language.run.RunCost;
import studio.engine.language.tree.StrategyProgram;
import studio.engine.search.ParameterSet;
import studio.engine.strategy.Signals;
import studio.engine.strategy.Strategy;
import studio.model.market.Timeframe;
import studio.model.strategy.ParameterInfo;

/** A strategy that an analyst wrote as text, run like any other. Immutable and thread-safe. */
public final class WrittenStrategy implements Strategy {
    private final String name;
    private final StrategyProgram program;
    private final CompiledProgram compiled;

    private WrittenStrategy(String name, StrategyProgram program) {
        this.name = name;
        this.program = program;
        this.compiled = CompiledProgram.of(program);
    }

    /**
     * Compiles the program, which takes some milliseconds: make it once and run it often.
     *
     * @param name the identifier, as {@link Strategy#name} wants it
     */
    public static WrittenStrategy of(String name, StrategyProgram program) {
        return new WrittenStrategy(name, program);
    }

    /** What was read from the text. */
    public StrategyProgram program() {
        return program;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return program.title();
    }

    @Override
    public String description() {
        return program.description().isBlank() ? program.title() : program.description();
    }

    @Override
    public List<ParameterInfo> parameters() {
        return program.inputs();
    }

    @Override
    public int warmUp(ParameterSet parameters) {
        return compiled.warmUp(parameters, null);
    }

    @Override
    public int minCandles() {
        return compiled.minCandles(null);
    }

    @Override
    public int minCandles(Timeframe timeframe) {
        return compiled.minCandles(timeframe);
    }

    /** What a run of it takes. */
    public RunCost cost() {
        return compiled.cost();
    }

    @Override
    public Signals prepare(IndicatorCache data, ParameterSet parameters) {
        return compiled.prepare(data, parameters);
    }
}
