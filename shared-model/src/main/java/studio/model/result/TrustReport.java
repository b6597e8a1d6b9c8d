package studio.model.result;

import java.util.List;

/**
 * Whether a training's result may be believed.
 *
 * @param reasons sentences that lead to the verdict, the weightiest first; never empty
 * @param trialsEver different trials ever run with this strategy on this series, those of this job included
 * @param importance most important parameter first; empty where it could not be computed
 * @param importanceAbsence why there is no importance; empty when there is
 */
public record TrustReport(
        TrustVerdict verdict,
        List<String> reasons,
        long trialsEver,
        List<TrustFigure> figures,
        List<ParameterImportance> importance,
        String importanceAbsence) {

    public TrustReport {
        reasons = List.copyOf(reasons);
        figures = List.copyOf(figures);
        importance = List.copyOf(importance);
    }
}
