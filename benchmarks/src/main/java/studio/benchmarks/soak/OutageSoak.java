package studio.benchmarks.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Stops PostgreSQL at random moments of trainings, every second time by {@code kill -9}, and starts it again. Arguments:
 * outages (20), seconds of each (60), clusters side by side (4): each has a database and a server of its own, so that the
 * outages run beside one another.
 */
public final class OutageSoak {
    private OutageSoak() {}

    public static void main(String[] arguments) throws Exception {
        int outages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int clusters = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
        Path folder = Files.createTempDirectory("studio-outage-soak");
        ExecutorService threads = Executors.newFixedThreadPool(clusters);
        List<Future<OutageCluster.Tally>> running = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < clusters; i++) {
            int share = outages / clusters + (i < outages % clusters ? 1 : 0);
            Path own = Files.createDirectories(folder.resolve("cluster-" + i));
            int number = i;
            Callable<OutageCluster.Tally> work = () -> new OutageCluster(own, number).run(share, seconds);
            running.add(threads.submit(work));
        }
        OutageCluster.Tally sum = OutageCluster.Tally.NONE;
        for (Future<OutageCluster.Tally> cluster : running) {
            sum = sum.plus(cluster.get());
        }
        threads.shutdown();
        System.out.printf(
                "| outages of %d s | %d in %.0f s, %d clusters side by side |%n",
                seconds, outages, (System.nanoTime() - began) / 1e9, clusters);
        sum.print();
        if (sum.isGood()) {
            SoakFolders.delete(folder);
        }
        System.exit(sum.isGood() ? 0 : 1);
    }
}
