package studio.server.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process that {@code postmaster.pid} names: line 1 is its process, line 4 its port. */
record Postmaster(long pid, int port) {
    private static final int PORT_LINE = 3;
    private static final int PATIENCE_MILLIS = 2000;

    /** What the file of that cluster says; empty when there is none, or one that a dying start left half written. */
    static Optional<Postmaster> read(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            return lines.size() <= PORT_LINE
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * Whether the process is a PostgreSQL server at all. After a restart of the machine or container its number may
     * belong to any program, which PostgreSQL itself would take for its server and refuse to start.
     */
    boolean runs() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent()
                && process.get()
                        .info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElseGet(this::portAnswers);
    }

    /** Asked where the system does not tell the program: of a dead process that nobody has waited for, for one. */
    private boolean portAnswers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
