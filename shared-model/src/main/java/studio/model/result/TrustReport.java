package studio.model.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a training's result may be believed.
 *
 * @param reasons sentences that lead to the verdict, the weightiest first; never empty
 * @param reasonDetails one for each reason, in the same order, for programs; empty in a report that was stored before there
 *     were details
 * @param trialsEver different trials ever run with this strategy on this series, those of this job included
 * @param importance most important parameter first; empty where it could not be computed
 * @param importanceAbsence why there is no importance, in words; empty when there is
 * @param importanceAbsenceDetail the same for programs; null when there is importance, and in a report that was stored before
 *     there were details
 */
public record TrustReport(
        TrustVerdict verdict,
        List<String> reasons,
        List<TrustReason> reasonDetails,
        long trialsEver,
        List<TrustFigure> figures,
        List<ParameterImportance> importance,
        String importanceAbsence,
        @Nullable TrustAbsence importanceAbsenceDetail) {

    public TrustReport {
        reasons = List.copyOf(reasons);
        reasonDetails = reasonDetails == null ? List.of() : List.copyOf(reasonDetails);
        figures = List.copyOf(figures);
        importance = List.copyOf(importance);
    }
}
