package studio.engine.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most promising place in a mixed space: many candidates, uniform and around the best trials; gradient
 * ascent of the best in the real coordinates; single steps in the others.
 */
final class AcquisitionSearch {
    /** Stepped parameters with more values than this are climbed like real ones and then moved to a step. */
    private static final int NEARLY_REAL = 16;

    private static final int UNIFORM = 256;
    private static final int AROUND_EACH = 48;
    private static final int CLIMBED = 5;
    private static final int CLIMB_STEPS = 25;
    private static final double[] SPREADS = {0.3, 0.1, 0.03, 0.008};

    private final ParameterSpace space;
    private final List<Dimension> dimensions;
    private final SeededRandom random;
    private final double[] low;
    private final double[] high;
    private final double spread;
    private final CancellationToken cancel;

    AcquisitionSearch(ParameterSpace space, SeededRandom random, Box box, CancellationToken cancel) {
        this.space = space;
        this.dimensions = space.dimensions();
        this.random = random;
        this.low = box.low;
        this.high = box.high;
        this.spread = box.side;
        this.cancel = cancel;
    }

    /** A part of the unit cube. */
    static final class Box {
        private final double[] low;
        private final double[] high;
        private final double side;

        /**
         * @param centre null for the whole cube
         * @param side a stepped coordinate may move by one step at least; a category is free, and so is what does not
         *     matter in the centre
         */
        Box(ParameterSpace space, double @Nullable [] centre, double side) {
            this.low = new double[space.size()];
            this.high = new double[space.size()];
            this.side = side;
            for (int d = 0; d < low.length; d++) {
                Dimension dimension = space.dimensions().get(d);
                // A hair more than a step, so that the neighbour lies inside in spite of rounding.
                double reach = Math.max(side / 2, dimension.count() == 0 ? 0 : 1.001 / dimension.count());
                double middle = centre == null || dimension.isCategory() ? Double.NaN : centre[d];
                boolean free = Double.isNaN(middle);
                low[d] = free ? 0 : Math.max(0, middle - reach);
                high[d] = free ? 1 : Math.min(1, middle + reach);
            }
        }
    }

    /** A place in the unit cube, snapped to the values that exist, and what it promises. */
    record Candidate(double[] place, double value) {}

    /**
     * The most promising place that is fresh.
     *
     * @param centres best trials' places
     * @return null when no fresh place was among those looked at, and when it was cancelled
     */
    @Nullable
    Candidate best(Acquisition acquisition, List<double[]> centres, Predicate<double[]> fresh) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < UNIFORM; i++) {
            if (cancel.isCancelled()) {
                return null;
            }
            candidates.add(candidate(acquisition, uniform()));
        }
        for (double[] centre : centres) {
            for (int i = 0; i < AROUND_EACH; i++) {
                if (cancel.isCancelled()) {
                    return null;
                }
                candidates.add(candidate(acquisition, around(centre, spread * SPREADS[i % SPREADS.length])));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::value).reversed());
        Candidate best = null;
        for (Candidate start : candidates.subList(0, CLIMBED)) {
            Candidate top = climb(acquisition, start);
            if ((best == null || top.value() > best.value()) && fresh.test(top.place())) {
                best = top;
            }
        }
        for (Candidate candidate : candidates) {
            if (best != null && best.value() >= candidate.value()) {
                return best;
            }
            if (fresh.test(candidate.place())) {
                return candidate;
            }
        }
        return best;
    }

    private Candidate climb(Acquisition acquisition, Candidate start) {
        Candidate top = steps(acquisition, ascend(acquisition, start));
        return top.value() > start.value() + 1e-3 ? steps(acquisition, ascend(acquisition, top)) : top;
    }

    private Candidate ascend(Acquisition acquisition, Candidate start) {
        double[] from = start.place().clone();
        double[] to = start.place().clone();
        boolean free = false;
        for (int d = 0; d < from.length; d++) {
            if (isNearlyReal(dimensions.get(d)) && !space.decides(d)) {
                from[d] = low[d];
                to[d] = high[d];
                free = true;
            }
        }
        if (!free) {
            return start;
        }
        double[] place = start.place().clone();
        new BoxMaximizer(from, to, CLIMB_STEPS, cancel)
                .climb(place, (x, gradient) -> acquisition.value(space.masked(x), gradient));
        Candidate top = candidate(acquisition, place);
        return top.value() > start.value() ? top : start;
    }

    /** Single steps in the coordinates that have steps, while they lead upwards; categories try every value. */
    private Candidate steps(Acquisition acquisition, Candidate start) {
        Candidate top = start;
        for (int d = 0; d < dimensions.size(); d++) {
            Dimension dimension = dimensions.get(d);
            if (dimension.count() > 1) {
                top = dimension.isCategory() ? choices(acquisition, top, d) : walk(acquisition, top, d);
            }
        }
        return top;
    }

    private Candidate choices(Acquisition acquisition, Candidate start, int d) {
        Candidate top = start;
        long count = dimensions.get(d).count();
        for (long i = 0; i < count; i++) {
            Candidate other = moved(acquisition, start, d, (i + 0.5) / count);
            top = other.value() > top.value() ? other : top;
        }
        return top;
    }

    private Candidate walk(Acquisition acquisition, Candidate start, int d) {
        double side = 1.0 / dimensions.get(d).count();
        Candidate top = start;
        for (int way = -1; way <= 1; way += 2) {
            Candidate next = top;
            do {
                top = next;
                next = moved(acquisition, top, d, top.place()[d] + way * side);
            } while (next.value() > top.value());
        }
        return top;
    }

    private Candidate moved(Acquisition acquisition, Candidate from, int d, double coordinate) {
        if (coordinate <= low[d] || coordinate >= high[d]) {
            return new Candidate(from.place(), Double.NEGATIVE_INFINITY);
        }
        double[] place = from.place().clone();
        place[d] = coordinate;
        return candidate(acquisition, place);
    }

    private Candidate candidate(Acquisition acquisition, double[] place) {
        double[] snapped = space.snap(place);
        return new Candidate(snapped, acquisition.value(space.masked(snapped)));
    }

    private double[] uniform() {
        double[] place = new double[dimensions.size()];
        for (int d = 0; d < place.length; d++) {
            place[d] = low[d] + random.nextDouble() * (high[d] - low[d]);
        }
        return place;
    }

    /** Changes about half of the coordinates, one at least. */
    private double[] around(double[] centre, double spread) {
        double[] place = centre.clone();
        for (int d = 0; d < place.length; d++) {
            // What did not matter there may matter here.
            place[d] = Double.isNaN(place[d]) ? random.nextDouble() : place[d];
        }
        int surely = random.nextInt(place.length);
        for (int d = 0; d < place.length; d++) {
            if (d == surely || random.nextDouble() < 0.5) {
                Dimension dimension = dimensions.get(d);
                if (dimension.isCategory()) {
                    place[d] = random.nextDouble();
                } else {
                    double reach = dimension.count() == 0 ? spread : Math.max(spread, 1.0 / dimension.count());
                    place[d] = mirrored(d, place[d] + reach * random.nextGaussian());
                }
            }
        }
        return place;
    }

    private double mirrored(int d, double x) {
        double inside = x < low[d] ? 2 * low[d] - x : x > high[d] ? 2 * high[d] - x : x;
        return Math.max(low[d], Math.min(high[d], inside));
    }

    private static boolean isNearlyReal(Dimension dimension) {
        return !dimension.isCategory() && (dimension.count() == 0 || dimension.count() > NEARLY_REAL);
    }
}
