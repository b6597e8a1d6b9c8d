package studio.model.job;

import org.jspecify.annotations.Nullable;

/** Costs as an analyst gives them; a null field takes its default from {@link CostSettings#standard()}. */
public record CostRequest(
        @Nullable Double initialCapital,
        @Nullable Double feeRate,
        @Nullable Double slippageRate,
        @Nullable Double riskPerTrade,
        @Nullable FillRule fill) {

    /** The costs with defaults filled in. */
    public CostSettings withDefaults() {
        CostSettings standard = CostSettings.standard();
        return new CostSettings(
                initialCapital == null ? standard.initialCapital() : initialCapital,
                feeRate == null ? standard.feeRate() : feeRate,
                slippageRate == null ? standard.slippageRate() : slippageRate,
                riskPerTrade == null ? standard.riskPerTrade() : riskPerTrade,
                fill == null ? standard.fill() : fill);
    }
}
