package studio.benchmarks.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two servers and many short jobs: each is run exactly once. Argument: jobs (2,000). */
public final class RaceSoak {
    private RaceSoak() {}

    public static void main(String[] arguments) throws Exception {
        int jobs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        Path folder = Files.createTempDirectory("studio-race-soak");
        SoakDatabase database = new SoakDatabase(folder);
        List<ServerProcess> servers = new ArrayList<>();
        boolean good;
        try {
            servers.add(ServerProcess.start(database.url(), folder, 0, 1, 4));
            servers.add(ServerProcess.start(database.url(), folder, 1, 1, 4));
            good = run(database, servers, jobs);
        } finally {
            for (ServerProcess server : servers) {
                server.stop();
            }
            database.stop();
        }
        SoakFolders.delete(folder);
        System.exit(good ? 0 : 1);
    }

    private static boolean run(SoakDatabase database, List<ServerProcess> servers, int jobs) throws Exception {
        Requests requests = new Requests();
        requests.importCandles(servers.get(0).url(), 1_000);
        long began = System.nanoTime();
        int refused = 0;
        for (int i = 0; i < jobs; i++) {
            int status = requests.start(servers.get(i % 2).url(), Requests.training(i, 5, "random", false), "race-" + i)
                    .status();
            refused += status == 202 ? 0 : 1;
        }
        double accepted = (System.nanoTime() - began) / 1e9;
        awaitEnds(database, jobs);
        double ended = (System.nanoTime() - began) / 1e9;
        long stored = database.number("SELECT count(*) FROM training_jobs WHERE status = 'COMPLETED'");
        long runs = database.number("SELECT count(*) FROM training_state_changes WHERE status = 'RUNNING'");
        long ends = database.number("SELECT count(*) FROM training_state_changes WHERE status = 'COMPLETED'");
        long trials = database.number("SELECT count(*) FROM training_trials");
        long left = database.number("SELECT count(*) FROM scheduled_tasks");
        List<String> shares = database.texts("SELECT count(*) FROM training_jobs GROUP BY worker ORDER BY 1");
        System.out.printf(
                "| jobs started at two servers in turn | %d in %.0f s, %d refused |%n", jobs, accepted, refused);
        System.out.printf("| ended after | %.0f s |%n", ended);
        System.out.printf("| completed | %d |%n", stored);
        System.out.printf("| times a worker took one | %d |%n", runs);
        System.out.printf("| times one was completed | %d |%n", ends);
        System.out.printf("| trials stored of %d | %d |%n", 5L * jobs, trials);
        System.out.printf("| executions left in the queue | %d |%n", left);
        System.out.printf("| run by each server | %s |%n", String.join(", ", shares));
        return refused == 0 && stored == jobs && runs == jobs && ends == jobs && trials == 5L * jobs && left == 0;
    }

    /** Returns when all have ended, or when none has for five minutes: those are stuck, and are missing in the counts. */
    private static void awaitEnds(SoakDatabase database, int jobs) throws Exception {
        long left = jobs;
        long newestEnd = System.nanoTime();
        while (left > 0 && System.nanoTime() - newestEnd < 300e9) {
            Thread.sleep(200);
            long open = database.number("SELECT count(*) FROM training_jobs WHERE ended_at IS NULL");
            if (open < left) {
                newestEnd = System.nanoTime();
            }
            if (open / 100 < left / 100) {
                System.err.println(open + " of " + jobs + " jobs have not ended");
            }
            left = open;
        }
    }
}
