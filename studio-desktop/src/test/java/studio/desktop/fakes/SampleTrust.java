package studio.desktop.fakes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.engine.trust.TrustJudge;
import studio.model.result.ParameterImportance;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReason;
import studio.model.result.TrustReport;
import studio.model.result.TrustVerdict;

/** Trust reports as a server tells them. */
public final class SampleTrust {
    private static final Map<String, Double> VALUES = Map.ofEntries(
            Map.entry("trials_ever", 1_240.0),
            Map.entry("luck_sharpe", 1.52),
            Map.entry("deflated_sharpe", 0.71),
            Map.entry("overfitting_probability", 0.62),
            Map.entry("plateau", 0.84),
            Map.entry("unseen_profit", 6.4),
            Map.entry("walk_forward_efficiency", 0.497),
            Map.entry("unseen_drawdown", 12.3));

    private SampleTrust() {}

    /** Some evidence holds, some does not, one figure is missing. */
    public static TrustReport fragile() {
        TrustFigure deflated = figure("deflated_sharpe");
        TrustFigure plateau = figure("plateau");
        return new TrustReport(
                TrustVerdict.FRAGILE,
                List.of(
                        "Deflated Sharpe ratio does not hold: 0.71, wanted at least 0.95. " + deflated.meaning(),
                        "Plateau holds: 0.84, wanted at least 0.50. " + plateau.meaning()),
                List.of(
                        TrustReason.of(TrustReason.DOES_NOT_HOLD, "deflated_sharpe"),
                        TrustReason.of(TrustReason.HOLDS, "plateau")),
                1_240,
                List.of(
                        figure("trials_ever"),
                        figure("luck_sharpe"),
                        deflated,
                        plateau,
                        figure("unseen_profit"),
                        figure("profit_concentration")),
                List.of(
                        new ParameterImportance("pierce_depth", 0.46),
                        new ParameterImportance("volume_spike_threshold", 0.21),
                        new ParameterImportance("reversal_candles", 0.04)),
                "",
                null);
    }

    /** Every figure, those without a value in this class because validation was switched off; sentences name their code. */
    public static TrustReport told(TrustVerdict verdict, List<TrustReason> reasons) {
        return new TrustReport(
                verdict,
                reasons.stream().map(reason -> "server: " + reason.code()).toList(),
                reasons,
                1_240,
                TrustJudge.unmeasured().stream()
                        .map(figure ->
                                valued(figure, VALUES.get(figure.key()), TrustAbsence.of(TrustAbsence.VALIDATION_OFF)))
                        .toList(),
                List.of(),
                "server: too few trials",
                TrustAbsence.of(TrustAbsence.TOO_FEW_TRIALS, 30, 12));
    }

    private static TrustFigure figure(String key) {
        return TrustJudge.unmeasured().stream()
                .filter(figure -> figure.key().equals(key))
                .map(figure -> valued(figure, VALUES.get(key), TrustAbsence.of(TrustAbsence.TOO_FEW_TO_SHARE, 5)))
                .findFirst()
                .orElseThrow();
    }

    /** The figure with that value, or without one for that reason. */
    public static TrustFigure valued(TrustFigure figure, @Nullable Double value, TrustAbsence absence) {
        return new TrustFigure(
                figure.key(),
                figure.name(),
                value,
                figure.unit(),
                figure.source(),
                figure.meaning(),
                figure.rule(),
                figure.ruleDetail(),
                value == null || figure.ruleDetail() == null
                        ? null
                        : figure.ruleDetail().holds(value).orElseThrow(),
                value == null ? "server: " + absence.code() : null,
                value == null ? absence : null);
    }
}
