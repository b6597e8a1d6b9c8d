package studio.server.shared.web;

import studio.model.job.CostRequest;
import studio.model.job.FillRule;

/** Reads what trading costs, wherever a request says it. */
public final class CostReader {
    private CostReader() {}

    /** The fields of a {@code costs} object; absent ones are null. */
    public static CostRequest read(ObjectReader in) {
        return new CostRequest(
                in.number("initial_capital"),
                in.number("fee_rate"),
                in.number("slippage_rate"),
                in.number("risk_per_trade"),
                in.named("fill", FillRule::find, FillRule.wireNames()));
    }
}
