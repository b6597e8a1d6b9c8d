package studio.server.job;

/** The strategy of a job that was to be stored was deleted a moment before. */
public final class StrategyGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StrategyGoneException(String strategy, Throwable cause) {
        super("The strategy " + strategy + " was deleted in the meantime; choose another one.", cause);
    }
}
