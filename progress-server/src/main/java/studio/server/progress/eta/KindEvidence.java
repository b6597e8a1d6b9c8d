package studio.server.progress.eta;

/**
 * What a running job has shown of the cost of one kind of phase. Older evidence counts less, in proportion to its age's
 * share of the job. Not thread-safe.
 */
final class KindEvidence {
    private double evaluationSeconds;
    private double evaluations;
    private double modelSeconds;
    private double modelWork;
    /** Without forgetting: how much was seen at all. */
    private double seen;

    void fade(double factor) {
        evaluationSeconds *= factor;
        evaluations *= factor;
        modelSeconds *= factor;
        modelWork *= factor;
    }

    /** The seconds are those of a job that has the threads for itself. */
    void add(double evaluationSecondsMore, double evaluationsMore, double modelSecondsMore, double modelWorkMore) {
        evaluationSeconds += evaluationSecondsMore;
        evaluations += evaluationsMore;
        modelSeconds += modelSecondsMore;
        modelWork += modelWorkMore;
        seen += evaluationsMore;
    }

    double seen() {
        return seen;
    }

    /** Seconds per trial and candle; the prior counts as much as so many evaluations. */
    double evaluation(double prior, double priorWeight) {
        double weight = evaluations + priorWeight;
        return weight <= 0 ? prior : Math.max(0, evaluationSeconds + prior * priorWeight) / weight;
    }

    /** Seconds per unit of model work; the prior counts as much as so much work. */
    double model(double prior, double priorWeight) {
        double weight = modelWork + priorWeight;
        return weight <= 0 ? prior : Math.max(0, modelSeconds + prior * priorWeight) / weight;
    }
}
