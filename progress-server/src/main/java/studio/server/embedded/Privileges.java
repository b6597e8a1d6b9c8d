package studio.server.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.OptionalInt;

/**
 * PostgreSQL refuses to run as root. For root it runs in a user namespace of its own ({@code unshare -U}); where the
 * system forbids that, as unprivileged containers do, it runs as the system's {@code nobody}, to whom the folder is
 * handed.
 *
 * @param prefix goes before each command
 * @param owner user number that the folder must belong to; empty where it belongs to whoever runs this
 */
record Privileges(List<String> prefix, OptionalInt owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> SET_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all", "--");

    /** How this process must call PostgreSQL's programs for a folder that it owns. */
    static Privileges forOwnerOf(PostgresFolder folder) throws IOException {
        if (!isRoot(folder)) {
            return new Privileges(List.of(), OptionalInt.empty());
        }
        if (works(NAMESPACE, List.of("true"), folder)) {
            return new Privileges(NAMESPACE, OptionalInt.of(ROOT));
        }
        Path above = folder.root().resolveSibling(".");
        if (works(SET_USER, List.of("test", "-x", above.toString()), folder)) {
            return new Privileges(SET_USER, OptionalInt.of(NOBODY));
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root, this system forbids root to make a user namespace (unshare -U), and"
                        + " the user nobody cannot reach " + above.normalize()
                        + ". Run as a normal user, or choose a --data-dir that every user may enter."
                        + EmbeddedPostgresException.WAY_OUT);
    }

    boolean asNobody() {
        return owner.equals(OptionalInt.of(NOBODY));
    }

    /** Gives the folder and all in it to the user that the server runs as, whatever an earlier start ran as. */
    void handOver(PostgresFolder folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        int user = owner.getAsInt();
        Files.walkFileTree(folder.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                return visitFile(directory, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean works(List<String> prefix, List<String> command, PostgresFolder folder) {
        try {
            return new Commands(prefix, folder.commandLog()).run(command);
        } catch (EmbeddedPostgresException e) {
            return false; // the program is not installed
        }
    }

    private static boolean isRoot(PostgresFolder folder) throws IOException {
        Path probe = Files.createTempFile(folder.root(), "owner", null);
        try {
            return !Platform.current().isWindows() && Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
        } finally {
            Files.delete(probe);
        }
    }
}
