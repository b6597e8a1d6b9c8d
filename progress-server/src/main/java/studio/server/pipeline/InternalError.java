package studio.server.pipeline;

/** The sentence for a failure that no analyst can have caused. */
final class InternalError {
    private InternalError() {}

    static String sentence(TrainingRun run, RuntimeException cause) {
        String what = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return "An internal error stopped the training (" + cause.getClass().getSimpleName() + what
                + "). The results so far are kept; run the job again, and if it fails again, send the server's log of job "
                + run.job.jobId() + ".";
    }
}
