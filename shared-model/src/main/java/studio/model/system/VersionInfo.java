package studio.model.system;

/**
 * The server's build.
 *
 * @param api version of the wire contract
 * @param database e.g. {@code PostgreSQL 17.11 (embedded)}
 */
public record VersionInfo(String name, String version, String api, String java, String database) {}
