package studio.server.pipeline;

/** Why a job cannot go on, in a sentence that names the cause and what to do. */
public final class TrainingFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingFailure(String message) {
        super(message);
    }
}
