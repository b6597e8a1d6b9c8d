package studio.server.system;

/** One part of the server that can be well or not. */
@FunctionalInterface
public interface HealthCheck {
    /** How it is, in a word or sentence; throws when it is not well, with the reason as message. */
    String describe();
}
