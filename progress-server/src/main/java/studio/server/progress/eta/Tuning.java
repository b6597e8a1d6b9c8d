package studio.server.progress.eta;

/** Every number of the forecast that was chosen on the tuning traces (docs/eta.md), in one place. */
final class Tuning {
    /** Evidence from half of the job's age counts half to this power. */
    static final double FORGETTING = 2;
    /** The first seconds of a phase say little: the virtual machine still compiles, and what trials share is computed. */
    static final double WARM_UP_SECONDS = 0.7;
    /** The variance of a rate's logarithm that even much evidence leaves, since machines have moods. */
    static final double DRIFT = 0.002;
    /** Each older finished job counts so much less. */
    static final double FADING_COST = 0.8;
    /** How much of today's ratio to the history is carried over to kinds of work that have not begun: a power. */
    static final double CARRIED = 0.8;
    /** A proposal's work beside the trials that the model holds, in trials. */
    static final double FIXED_MODEL_WORK = 100;
    /** Threads speed evaluations up by this power of their number: they share a machine with writers, database and others. */
    static final double THREADS = 0.3;
    /** How uncertain the cost is that was seen with another number of threads, for each unit of the ratio's logarithm. */
    static final double OTHER_THREADS_SPREAD = 0.5;
    /** The model slows with the jobs that share the server by this power of their number; evaluations by 1. */
    static final double MODEL_LOAD = 0.5;
    /** A step without phases of which nothing is known, e.g. saving. */
    static final double UNKNOWN_STEP_SECONDS = 0.5;

    // Standard deviations of the logarithm of what is left, before calibration.
    static final double LEAST_SPREAD = 0.05;
    static final double STEP_SPREAD = 0.5;
    static final double GUESS_SPREAD = 0.6;
    static final double BORROWED_SPREAD = 0.25;
    static final double SHOWN_SPREAD = 0.12;

    private Tuning() {}
}
