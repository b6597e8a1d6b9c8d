package studio.benchmarks.stored;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Time of all processors, of this program and of the embedded PostgreSQL: other programs' load is not in it. */
final class ProcessorTime {
    private static final OperatingSystemMXBean PROGRAM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path dataDir;

    ProcessorTime(Path dataDir) {
        this.dataDir = dataDir;
    }

    record Spent(Duration program, Duration database) {}

    Spent now() {
        return new Spent(Duration.ofNanos(PROGRAM.getProcessCpuTime()), database());
    }

    Spent since(Spent before) {
        Spent now = now();
        return new Spent(now.program().minus(before.program()), now.database().minus(before.database()));
    }

    /** Of the postmaster and the connections that are open now; the pool keeps its own for minutes. */
    private Duration database() {
        try (Stream<Path> files = Files.walk(dataDir, 3)) {
            Path pidFile = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no PostgreSQL runs in " + dataDir));
            ProcessHandle postmaster = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                    .orElseThrow();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
