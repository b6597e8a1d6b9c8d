package studio.server.progress.eta;

/**
 * What a running job has shown of one kind of cost: seconds against work. Older evidence counts less, in proportion to its
 * age's share of the job. The rate is a ratio of sums, and its variance that of a ratio estimator (Cochran 1977, 2.11):
 * the squared residuals of seconds from work. Not thread-safe.
 */
final class KindEvidence {
    private double seconds;
    private double work;
    private double secondsSquared;
    private double secondsTimesWork;
    private double workSquared;
    /** Seconds since the work last moved. */
    private double waiting;
    /** Without forgetting. */
    private double seen;

    void fade(double factor) {
        seconds *= factor;
        work *= factor;
        double squared = factor * factor;
        secondsSquared *= squared;
        secondsTimesWork *= squared;
        workSquared *= squared;
    }

    /** Seconds without any work wait until there is some, so that a long trial is one piece of evidence. */
    void add(double moreSeconds, double moreWork) {
        waiting += moreSeconds;
        if (moreWork <= 0) {
            return;
        }
        seconds += waiting;
        work += moreWork;
        secondsSquared += waiting * waiting;
        secondsTimesWork += waiting * moreWork;
        workSquared += moreWork * moreWork;
        seen += moreWork;
        waiting = 0;
    }

    /** All work that was seen. */
    double seen() {
        return seen;
    }

    /** Seconds per unit of work; half of a wait counts, since nobody knows how much of it is over. */
    double rate() {
        return Math.max(0, seconds + waiting / 2) / work;
    }

    /** The variance of the rate's logarithm. */
    double variance() {
        double rate = seconds / work;
        double residuals = secondsSquared - 2 * rate * secondsTimesWork + rate * rate * workSquared;
        double warmUp = Tuning.WARM_UP_SECONDS / Math.max(1e-3, seconds);
        return seconds <= 0 ? 1 : Math.max(0, residuals) / (seconds * seconds) + warmUp * warmUp;
    }

    /**
     * The rate, drawn to what was known before by as much as that is the surer one.
     *
     * @param prior seconds per unit of work; 0 when nothing is known
     * @param priorVariance of its logarithm
     */
    double rate(double prior, double priorVariance) {
        if (prior <= 0 || seen <= 0) {
            return seen <= 0 ? prior : rate();
        }
        double own = rate();
        if (own <= 0) {
            return own;
        }
        double weight = priorVariance / (priorVariance + variance() + Tuning.DRIFT);
        return Math.exp(weight * Math.log(own) + (1 - weight) * Math.log(prior));
    }
}
