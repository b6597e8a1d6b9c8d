package studio.desktop.fakes;

import java.util.List;
import studio.model.result.ParameterImportance;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReason;
import studio.model.result.TrustReport;
import studio.model.result.TrustRule;
import studio.model.result.TrustVerdict;

/** Trust reports as a server tells them. */
public final class SampleTrust {
    private SampleTrust() {}

    /** Some evidence holds, some does not, one figure is missing. */
    public static TrustReport fragile() {
        return new TrustReport(
                TrustVerdict.FRAGILE,
                List.of(
                        "Deflated Sharpe ratio does not hold: 0.71, wanted at least 0.95. Probability that the true Sharpe"
                                + " ratio is above what luck explains.",
                        "Plateau holds: 0.84, wanted at least 0.50. How much of the score is left in the neighbourhood of the"
                                + " chosen point."),
                List.of(
                        TrustReason.of(TrustReason.DOES_NOT_HOLD, "deflated_sharpe"),
                        TrustReason.of(TrustReason.HOLDS, "plateau")),
                1_240,
                List.of(
                        told("trials_ever", "Trials ever", 1_240.0, "trials", "How often luck has had its chance."),
                        told("luck_sharpe", "Best Sharpe ratio by luck", 1.52, "a year", "What no skill would show."),
                        ruled(
                                "deflated_sharpe",
                                "Deflated Sharpe ratio",
                                0.71,
                                "probability",
                                "at least 0.95",
                                new TrustRule(TrustRule.AT_LEAST, 0.95),
                                false,
                                "Probability that the true Sharpe ratio is above what luck explains."),
                        ruled(
                                "plateau",
                                "Plateau",
                                0.84,
                                "share",
                                "at least 0.50",
                                new TrustRule(TrustRule.AT_LEAST, 0.5),
                                true,
                                "How much of the score is left in the neighbourhood of the chosen point."),
                        ruled(
                                "unseen_profit",
                                "Profit on unseen data",
                                6.4,
                                "%",
                                "above 0",
                                new TrustRule(TrustRule.ABOVE, 0),
                                true,
                                "Profit of the test parts joined."),
                        new TrustFigure(
                                "profit_concentration",
                                "Profit from one window",
                                null,
                                "share",
                                "TradeStation's walk-forward marks",
                                "Share of the summed profit that the best window made.",
                                "below 0.50",
                                new TrustRule(TrustRule.BELOW, 0.5),
                                null,
                                "with fewer than 5 tested windows one of them has most of the profit by arithmetic alone",
                                TrustAbsence.of(TrustAbsence.TOO_FEW_TO_SHARE, 5))),
                List.of(
                        new ParameterImportance("pierce_depth", 0.46),
                        new ParameterImportance("volume_spike_threshold", 0.21),
                        new ParameterImportance("reversal_candles", 0.04)),
                "",
                null);
    }

    private static TrustFigure told(String key, String name, double value, String unit, String meaning) {
        return new TrustFigure(
                key, name, value, unit, "Bailey and López de Prado 2014", meaning, null, null, null, null, null);
    }

    private static TrustFigure ruled(
            String key,
            String name,
            double value,
            String unit,
            String rule,
            TrustRule detail,
            boolean passed,
            String meaning) {
        return new TrustFigure(key, name, value, unit, "definition", meaning, rule, detail, passed, null, null);
    }
}
