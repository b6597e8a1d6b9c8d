package studio.benchmarks.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process that can be killed. Its log is {@code server-N.log} in the folder given. */
final class ServerProcess {
    private final Process process;
    private final URI url;

    private ServerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** One that is soon killed or stopped is not worth the best compiled code. */
    private static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-XX:+UseSerialGC");

    /** Long series want room for their indicators, in regions that hold several of them. */
    private static final List<String> LONG_LIFE = List.of("-Xmx2g", "-XX:+UseG1GC", "-XX:G1HeapRegionSize=4m");

    /** Starts one with a short life and returns when it answers. */
    static ServerProcess start(String databaseUrl, Path folder, int number, int threads, int jobs) throws IOException {
        return start(SHORT_LIFE, databaseUrl, folder, number, threads, jobs);
    }

    /** Starts one whose speed is measured. */
    static ServerProcess startFast(String databaseUrl, Path folder, int threads) throws IOException {
        return start(LONG_LIFE, databaseUrl, folder, 0, threads, 1);
    }

    private static ServerProcess start(
            List<String> life, String databaseUrl, Path folder, int number, int threads, int jobs) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(life);
        command.addAll(List.of(
                "-Dstudio.log.level=INFO",
                "-cp",
                System.getProperty("java.class.path"),
                SoakServer.class.getName(),
                databaseUrl,
                folder.resolve("server-" + number).toString(),
                Integer.toString(threads),
                Integer.toString(jobs)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server-" + number + ".log").toFile()))
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(SoakServer.READY)) {
                // What else it says is read by nobody, so it must not fill the pipe.
                Thread drain = new Thread(() -> out.lines().forEach(said -> {}), "drain");
                drain.setDaemon(true);
                drain.start();
                return new ServerProcess(process, URI.create(line.substring(SoakServer.READY.length())));
            }
        }
        throw new IOException("server " + number + " ended before it was ready; see its log in " + folder);
    }

    URI url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    /** Of all processors, since it began. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    boolean lives() {
        return process.isAlive();
    }

    /** SIGKILL; returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, as an operator stops it. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
