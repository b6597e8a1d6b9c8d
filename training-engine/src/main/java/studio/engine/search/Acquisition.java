package studio.engine.search;

import org.jspecify.annotations.Nullable;

/**
 * How much a place promises: log expected improvement over the best (0 on the bent scale) plus log probability of
 * feasibility. The logarithm keeps a slope where the improvement itself is too small for a double (Ament et al. 2023).
 *
 * @param scores null while no feasible trial is known: then only feasibility counts
 * @param feasibility null while every trial was feasible; negative where a trial is expected to be infeasible
 */
record Acquisition(
        @Nullable GaussianProcess scores, @Nullable GaussianProcess feasibility) implements BoxMaximizer.Function {

    @Override
    public double value(double[] place, double[] gradient) {
        return value(place, gradient, true);
    }

    double value(double[] place) {
        return value(place, new double[0], false);
    }

    private double value(double[] place, double[] gradient, boolean withGradient) {
        double value = 0;
        if (scores != null) {
            GaussianProcess.Prediction expected = withGradient ? scores.predict(place) : scores.glance(place);
            double z = expected.mean() / expected.deviation();
            double[] improvement = new double[3];
            KernelMath.logImprovement(z, improvement);
            value += improvement[0] + StrictMath.log(expected.deviation());
            if (withGradient) {
                scores.addGradient(
                        place,
                        expected,
                        improvement[1] / expected.deviation(),
                        improvement[2] / expected.deviation(),
                        gradient);
            }
        }
        if (feasibility != null) {
            GaussianProcess.Prediction margin = withGradient ? feasibility.predict(place) : feasibility.glance(place);
            double z = margin.mean() / margin.deviation();
            value += KernelMath.logDistribution(z);
            if (withGradient) {
                double share = KernelMath.densityShare(z) / margin.deviation();
                feasibility.addGradient(place, margin, share, -share * z, gradient);
            }
        }
        return value;
    }

    /** Takes a proposal as if it had come out as expected. */
    void assume(double[] place) {
        if (scores != null) {
            scores.assume(place);
        }
        if (feasibility != null) {
            feasibility.assume(place);
        }
    }
}
