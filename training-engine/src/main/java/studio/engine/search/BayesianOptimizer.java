package studio.engine.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Gaussian-process optimization. A first design fills the space evenly; then each batch of {@value #BATCH} goes where
 * expected improvement × probability of feasibility is highest, each of its points assuming that the ones before came
 * out as expected.
 *
 * <p>Feasibility is a second process over margins: a little above 0 for a feasible trial, down to −1 for an infeasible one by how far
 * it missed the constraint, so that the search is led back and not merely warned off.
 */
final class BayesianOptimizer implements Optimizer {
    static final int BATCH = 4;
    private static final int CENTRES = 5;
    /** Just above the margin of a trial that barely missed: a jump between them would be taken for noise. */
    private static final double FEASIBLE = 0.05;

    private static final double HOPELESS = -1;

    private final ParameterSpace space;
    private final long seed;
    private final int design;
    private final HaltonSequence halton;
    private final Freshness freshness;
    private final ScoreModel scores;
    private final ScoreModel margins;
    private final List<Trial> told = new ArrayList<>();
    private int infeasible;
    private int drawn;

    BayesianOptimizer(ParameterSpace space, long seed) {
        this.space = space;
        this.seed = seed;
        // A multiple of the batch, so that a longer search begins with the shorter one.
        this.design = BATCH * Math.max(2, (space.size() + 5) / BATCH);
        this.halton = new HaltonSequence(space.size(), seed);
        this.freshness = new Freshness(space, seed);
        Coordinate[] coordinates = Coordinate.of(space);
        this.scores = new ScoreModel(coordinates, true);
        this.margins = new ScoreModel(coordinates, false);
    }

    @Override
    public List<ParameterSet> ask(int limit) {
        List<ParameterSet> batch = new ArrayList<>();
        if (told.size() < design) {
            fillEvenly(batch, Math.min(limit, design - told.size()));
        } else {
            proposeByModel(batch, Math.min(limit, BATCH));
        }
        return batch;
    }

    @Override
    public void tell(List<Trial> batch) {
        for (Trial trial : batch) {
            told.add(trial);
            double[] place = space.encode(trial.parameters());
            margins.add(place, FEASIBLE);
            if (trial.isFeasible()) {
                scores.add(place, trial.evaluation().score());
            } else {
                infeasible++;
            }
        }
    }

    private void fillEvenly(List<ParameterSet> batch, int size) {
        for (int tries = 0; batch.size() < size && tries < 20 * design; tries++) {
            drawn++;
            freshness.claim(space.decode(halton.point(drawn)), batch);
        }
        while (batch.size() < size && freshness.claimLeftover(batch)) {
            // A small space: the rest comes from what is left of it.
        }
    }

    private void proposeByModel(List<ParameterSet> batch, int size) {
        Acquisition acquisition = acquisition(size);
        AcquisitionSearch search =
                new AcquisitionSearch(space, new SeededRandom(SeededRandom.mix(seed, freshness.size() + 2L)));
        List<double[]> centres = scores.bestPlaces(CENTRES);
        while (batch.size() < size) {
            AcquisitionSearch.Candidate best =
                    search.best(acquisition, centres, place -> freshness.isFresh(space.decode(place)));
            if (best == null) {
                if (!freshness.claimLeftover(batch)) {
                    return;
                }
            } else {
                freshness.claim(space.decode(best.place()), batch);
            }
            acquisition.assume(space.encode(batch.get(batch.size() - 1)));
        }
    }

    private Acquisition acquisition(int size) {
        GaussianProcess score = scores.size() == 0 ? null : scores.process(size);
        return new Acquisition(score, infeasible == 0 ? null : feasibility(size));
    }

    /** Margins depend on the median violation so far, so all are set anew. */
    private GaussianProcess feasibility(int size) {
        double[] violations = told.stream()
                .mapToDouble(trial -> trial.evaluation().violation())
                .filter(violation -> violation > 0)
                .sorted()
                .toArray();
        double median = violations.length == 0 ? 1 : violations[violations.length / 2];
        margins.setValues(
                told.stream().map(trial -> margin(trial.evaluation(), median)).toList());
        return margins.process(size);
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
