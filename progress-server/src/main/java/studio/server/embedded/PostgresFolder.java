package studio.server.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What is kept in {@code <data-dir>/postgres}: the cluster itself, its password, its port, its log, the lock that one
 * starting process holds.
 *
 * @param root the folder itself, absolute
 */
record PostgresFolder(Path root) {

    static PostgresFolder in(Path dataDir) throws IOException {
        Path root = dataDir.toAbsolutePath().normalize().resolve("postgres");
        Files.createDirectories(root);
        ownerOnly(root);
        return new PostgresFolder(root.toRealPath());
    }

    Path cluster() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path commandLog() {
        return root.resolve("command.log");
    }

    Path lock() {
        return root.resolve("start.lock");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    boolean holdsCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** Major version that made the cluster, such as {@code 17}. */
    String clusterVersion() throws IOException {
        return Files.readString(cluster().resolve("PG_VERSION")).strip();
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    void writePassword(String password) throws IOException {
        Path fresh = root.resolve("password.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        ownerOnly(fresh);
        Files.writeString(fresh, password);
        move(fresh, passwordFile());
    }

    /** The port that this folder's server took before; empty when it has none yet. */
    Optional<Integer> port() throws IOException {
        Path file = root.resolve("port");
        return Files.exists(file) ? parsePort(Files.readString(file).strip()) : Optional.empty();
    }

    void writePort(int port) throws IOException {
        Path fresh = root.resolve("port.new");
        Files.writeString(fresh, Integer.toString(port), StandardCharsets.US_ASCII);
        move(fresh, root.resolve("port"));
    }

    private static Optional<Integer> parsePort(String text) {
        return text.matches("\\d{1,5}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            @SuppressWarnings("NullAway") // the JDK hands null where no exception happened
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Takes every right from everybody but the owner. */
    private static void ownerOnly(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
        } else if (acl != null && !folder) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }
}
