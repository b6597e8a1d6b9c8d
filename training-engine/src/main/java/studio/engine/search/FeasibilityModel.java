package studio.engine.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process over margins: a little above 0 for a feasible trial, down to −1 for an infeasible one by how far it missed
 * the constraint, so that the search is led back and not merely warned off.
 */
final class FeasibilityModel {
    /** Just above the margin of a trial that barely missed: a jump between them would be taken for noise. */
    private static final double FEASIBLE = 0.05;

    private static final double HOPELESS = -1;

    private final ScoreModel margins;
    private final List<Evaluation> told = new ArrayList<>();
    private boolean everMissed;

    FeasibilityModel(Coordinate[] coordinates, CancellationToken cancel) {
        this.margins = new ScoreModel(coordinates, false, cancel);
    }

    void add(double[] place, Evaluation evaluation) {
        margins.add(place, FEASIBLE);
        told.add(evaluation);
        everMissed |= evaluation.state() != studio.model.job.TrialState.COMPLETE;
    }

    /**
     * The process with room for {@code assumed} further points; null while every trial was feasible. Margins depend on
     * the median violation so far, so all are set anew.
     */
    @Nullable
    GaussianProcess process(int assumed) {
        if (!everMissed) {
            return null;
        }
        double[] violations = told.stream()
                .mapToDouble(Evaluation::violation)
                .filter(violation -> violation > 0)
                .sorted()
                .toArray();
        double median = violations.length == 0 ? 1 : violations[violations.length / 2];
        margins.setValues(
                told.stream().map(evaluation -> margin(evaluation, median)).toList());
        return margins.process(assumed);
    }

    private static double margin(Evaluation evaluation, double medianViolation) {
        double violation = evaluation.violation();
        return switch (evaluation.state()) {
            case COMPLETE -> FEASIBLE;
            case FAILED -> HOPELESS;
            case INFEASIBLE -> violation > 0 ? -violation / (violation + medianViolation) : HOPELESS;
        };
    }
}
