package studio.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.server.security.Role;

/** The tables of {@code docs/training_progress_api.md}: each route and the role that it needs. */
final class DocumentedRoutes {
    private static final Path DOCUMENT = Path.of("..", "docs", "training_progress_api.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z]+ /.*?) \\|.*\\| (\\w+) \\|$");
    private static final Pattern ROUTE = Pattern.compile("`([A-Z]+) (/[^`?]*)[^`]*`");

    private DocumentedRoutes() {}

    /**
     * One of them.
     *
     * @param path without the base path, with the names of its parameters in braces
     * @param role null for a route that asks for no token
     */
    record Route(String method, String path, @Nullable Role role) {
        /** As Javalin has it. */
        String told() {
            return method + " /api/v2" + path;
        }

        /** The path of something that is not there. */
        String toNothing() {
            return path.replaceAll("\\{\\w+}", "none");
        }
    }

    static List<Route> read() throws IOException {
        List<Route> routes = new ArrayList<>();
        Matcher rows = ROW.matcher(Files.readString(DOCUMENT));
        while (rows.find()) {
            Optional<Role> role = role(rows.group(2));
            for (MatchResult route : ROUTE.matcher(rows.group(1)).results().toList()) {
                routes.add(new Route(route.group(1), route.group(2), role.orElse(null)));
            }
        }
        return routes;
    }

    private static Optional<Role> role(String word) {
        return word.equals("none") ? Optional.empty() : Optional.of(Role.valueOf(word.toUpperCase(Locale.ROOT)));
    }
}
