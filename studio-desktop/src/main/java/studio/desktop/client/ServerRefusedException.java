package studio.desktop.client;

import studio.model.problem.Problem;

/** The server said no; {@link #problem()} tells why, field by field where the request was wrong. */
public final class ServerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ServerRefusedException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
