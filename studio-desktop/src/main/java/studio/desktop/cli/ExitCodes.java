package studio.desktop.cli;

import studio.model.job.JobStatus;

/** How commands end. */
public final class ExitCodes {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** The command line or a field of the request was wrong. */
    public static final int USAGE = 2;

    public static final int CANCELLED = 130;

    private ExitCodes() {}

    /** Of a job that has ended. */
    static int of(JobStatus status) {
        return switch (status) {
            case COMPLETED -> DONE;
            case CANCELLED -> CANCELLED;
            default -> FAILED;
        };
    }
}
