package studio.server.pipeline;

/** The run was told to stop; {@link RunControl} knows why. */
final class RunStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunStopped() {
        super("stopped", null, false, false);
    }
}
