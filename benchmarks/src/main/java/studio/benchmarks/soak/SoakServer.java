package studio.benchmarks.soak;

import java.nio.file.Path;
import java.time.Duration;
import studio.server.ServerApp;
import studio.server.ServerOptions;

/** One server as a process of its own. Arguments: database URL, data folder, threads, jobs at once. */
public final class SoakServer {
    static final String READY = "READY ";

    private SoakServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        ServerOptions options = new ServerOptions(
                        "127.0.0.1",
                        0,
                        arguments[0],
                        Path.of(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        null)
                .withTakeover(Duration.ofSeconds(15));
        ServerApp app = ServerApp.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
        System.out.println(READY + app.url());
        app.awaitExit();
    }
}
