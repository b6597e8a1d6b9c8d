package studio.server;

import java.nio.file.Path;
import java.time.Duration;

/** A server to be killed. Arguments: database URL, data folder. */
final class ServerProcessMain {
    private ServerProcessMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        ServerApp app =
                ServerApp.start(new ServerOptions("127.0.0.1", 0, arguments[0], Path.of(arguments[1]), 1, 2, null)
                        .withTakeover(Duration.ofSeconds(5)));
        System.out.println("READY " + app.url());
        System.out.flush();
        app.awaitExit();
    }
}
