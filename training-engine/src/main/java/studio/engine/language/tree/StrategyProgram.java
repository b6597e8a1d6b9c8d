package studio.engine.language.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.ParameterInfo;

/**
 * A strategy's text, read and typed. Immutable.
 *
 * @param title the name in the text's first line
 * @param description the text under it; empty when there is none
 * @param inputs in the order of the text
 * @param requirements what must hold for a trial's inputs, else the trial is infeasible
 * @param enterLong any of these conditions enters long; empty when there is no such rule
 * @param exitLong any of these conditions leaves a long position
 * @param exitAfter single whole number of bars after which a position is closed; null for no limit
 * @param stopLong initial stop of a long position; null for none
 * @param target a rule of its own for each side, as for the stop
 * @param breakEven gain after which the stop moves to the entry's price; null for none
 */
public record StrategyProgram(
        String title,
        String description,
        List<ParameterInfo> inputs,
        List<Requirement> requirements,
        List<Expression> enterLong,
        List<Expression> enterShort,
        List<Expression> exitLong,
        List<Expression> exitShort,
        @Nullable Expression exitAfter,
        @Nullable PriceRule stopLong,
        @Nullable PriceRule stopShort,
        @Nullable PriceRule targetLong,
        @Nullable PriceRule targetShort,
        @Nullable TrailRule trailLong,
        @Nullable TrailRule trailShort,
        @Nullable Expression breakEven,
        SizeRule size) {

    public StrategyProgram {
        inputs = List.copyOf(inputs);
        requirements = List.copyOf(requirements);
        enterLong = List.copyOf(enterLong);
        enterShort = List.copyOf(enterShort);
        exitLong = List.copyOf(exitLong);
        exitShort = List.copyOf(exitShort);
    }

    /**
     * What must hold for a trial's inputs.
     *
     * @param condition single
     * @param source as it stands in the text, for the sentence of an infeasible trial
     */
    public record Requirement(Expression condition, String source) {}

    /**
     * Where a stop or target lies.
     *
     * @param value numbers
     * @param atPrice true for {@code stop at …}, a price; false for a distance from the entry
     */
    public record PriceRule(Expression value, boolean atPrice) {}

    /** How a stop trails: {@code trail …}, {@code trail following …} or {@code trail at …}. */
    public record TrailRule(Expression value, Kind kind) {

        /** See {@code PositionRules.Trail}. */
        public enum Kind {
            FIXED_DISTANCE,
            FOLLOWING_DISTANCE,
            PRICE
        }
    }

    /**
     * How large a position is.
     *
     * @param value single, a fraction ({@code 2%} is 0.02); null for {@code Kind.STANDARD}
     */
    public record SizeRule(Kind kind, @Nullable Expression value) {
        public static final SizeRule STANDARD = new SizeRule(Kind.STANDARD, null);

        /** STANDARD is the costs' risk per trade where there is a stop, and all of the equity where there is none. */
        public enum Kind {
            STANDARD,
            RISK,
            EQUITY,
            VOLATILITY
        }
    }
}
