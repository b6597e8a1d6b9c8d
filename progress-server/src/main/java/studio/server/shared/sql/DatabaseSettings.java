package studio.server.shared.sql;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which database to use, and with how many connections.
 *
 * @param jdbcUrl {@code jdbc:postgresql://…}
 * @param user null when the URL or the driver's defaults tell
 * @param password null when none is needed or the URL tells
 * @param maxConnections most connections held at once, 1 or more
 */
public record DatabaseSettings(
        String jdbcUrl, @Nullable String user, @Nullable String password, int maxConnections) {
    /** Enough for the web threads, two parallel jobs, their writers and the queue. */
    public static final int DEFAULT_MAX_CONNECTIONS = 16;

    private static final String JDBC = "jdbc:postgresql:";
    private static final Pattern SECRET = Pattern.compile("(?i)([?&](?:ssl)?password=)[^&]*");

    public DatabaseSettings {
        if (!jdbcUrl.startsWith(JDBC)) {
            throw new IllegalArgumentException("'" + withoutSecrets(jdbcUrl)
                    + "' is no PostgreSQL URL; expected jdbc:postgresql://host:port/name");
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections is " + maxConnections + ", at least 1 is needed");
        }
    }

    /**
     * The settings that a URL as people write it stands for: {@code jdbc:postgresql://host/db?user=…}, or
     * {@code postgresql://user:password@host:port/db} as psql takes it.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static DatabaseSettings ofUrl(String url) {
        if (url.startsWith(JDBC)) {
            return new DatabaseSettings(url, null, null, DEFAULT_MAX_CONNECTIONS);
        }
        if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
            throw new IllegalArgumentException(
                    "'" + withoutSecrets(url)
                            + "' is no PostgreSQL URL; expected postgresql://user:password@host:5432/name or the same with jdbc:");
        }
        return ofPlainUrl(URI.create(url));
    }

    private static DatabaseSettings ofPlainUrl(URI uri) {
        String userInfo = uri.getRawUserInfo();
        String address =
                userInfo == null ? uri.getRawAuthority() : uri.getRawAuthority().substring(userInfo.length() + 1);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String jdbcUrl = JDBC + "//" + (address == null ? "localhost" : address) + uri.getRawPath() + query;
        if (userInfo == null) {
            return new DatabaseSettings(jdbcUrl, null, null, DEFAULT_MAX_CONNECTIONS);
        }
        int colon = userInfo.indexOf(':');
        String user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? null : decode(userInfo.substring(colon + 1));
        return new DatabaseSettings(jdbcUrl, user, password, DEFAULT_MAX_CONNECTIONS);
    }

    /** The same database with at most so many connections. */
    public DatabaseSettings withMaxConnections(int connections) {
        return new DatabaseSettings(jdbcUrl, user, password, connections);
    }

    /** Where the database is, without any secret. */
    public String description() {
        return withoutSecrets(jdbcUrl.substring("jdbc:".length()));
    }

    /** Without the password: settings end up in logs. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + description() + "]";
    }

    private static String withoutSecrets(String url) {
        return SECRET.matcher(url).replaceAll("$1***").replaceAll("//[^/@]*@", "//***@");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
