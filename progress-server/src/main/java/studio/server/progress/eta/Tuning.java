package studio.server.progress.eta;

/** Every number of the forecast that was chosen on the tuning traces (docs/eta.md), in one place. */
final class Tuning {
    /** Evidence at half of the job's age counts half to this power. */
    static double FORGETTING = Double.parseDouble(System.getProperty("forget", "1.0"));
    /** The history counts as much as this share of a kind's work. */
    static double PRIOR_SHARE = Double.parseDouble(System.getProperty("prior", "0.06"));
    /** Each older finished job counts so much less. */
    static double FADING_COST = Double.parseDouble(System.getProperty("fadecost", "0.8"));
    /** How much of today's ratio to the history is carried over to kinds of work that have not begun. */
    static double CARRIED = Double.parseDouble(System.getProperty("carried", "0.8"));
    /** Model work slows with other jobs by this power of their number; evaluations by 1. */
    static double MODEL_LOAD = Double.parseDouble(System.getProperty("modelload", "0.5"));

    static double LEAST_SPREAD = 0.05;
    static double UNKNOWN_STEP_SECONDS = 0.5;
    static double STEP_SPREAD = 0.5;
    static double GUESS_SPREAD = 0.6;
    static double BORROWED_SPREAD = 0.25;
    static double SHOWN_SPREAD = Double.parseDouble(System.getProperty("shown", "0.12"));

    private Tuning() {}
}
