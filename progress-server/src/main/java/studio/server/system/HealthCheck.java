package studio.server.system;

/** One part of the server that can be well or not. */
@FunctionalInterface
public interface HealthCheck {
    /** Returns when it is well; throws when it is not, with the reason as message. */
    void requireWell();
}
