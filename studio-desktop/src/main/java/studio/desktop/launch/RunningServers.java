package studio.desktop.launch;

import java.net.URI;
import java.util.Optional;
import studio.desktop.client.HttpTrainingClient;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.ServerUnreachableException;
import studio.desktop.client.TrainingClient;
import studio.server.DataFolder;

/** Finds the server that already runs for a data folder. */
final class RunningServers {
    private static final String UP = "UP";

    /** The address, if the folder names a living process that answers and is ready. */
    Optional<URI> ready(DataFolder folder) {
        return folder.running()
                .filter(server -> ProcessHandle.of(server.pid()).isPresent())
                .map(DataFolder.Running::url)
                .filter(RunningServers::isReady);
    }

    /** Whether the folder names a living process, whether it answers or not. */
    boolean lives(DataFolder folder) {
        return folder.running()
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    /** Whether a Strategy Studio server answers there and can take jobs. */
    static boolean isReady(URI url) {
        try (TrainingClient client = new HttpTrainingClient(url)) {
            return UP.equals(client.ready().status());
        } catch (ServerUnreachableException | ServerRefusedException e) {
            return false;
        }
    }
}
