package studio.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Kills random servers among three at random moments over a stream of jobs, and counts what became of the jobs. A killed
 * server is started again at once; one at least is left alive by every kill. Arguments: kills (100),
 * seed (1), most seconds of killing (none). A line on
 * standard input ends the killing early.
 */
public final class KillSoak {
    private static final int SERVERS = 3;
    private static final int OPEN_JOBS = 6;
    /** Of one server: as many as are open, so that a job waits for a worker and not behind other jobs. */
    private static final int AT_ONCE = OPEN_JOBS;

    private static final int KINDS = 8;
    private static final long STUCK_MILLIS = 30_000;

    private final int kills;
    private final long mostSeconds;
    private final Random random;
    private final Path folder;
    private final SoakDatabase database;
    private final Requests requests = new Requests();
    private final List<CompletableFuture<ServerProcess>> servers = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final Map<String, Integer> kindOfJob = new LinkedHashMap<>();
    private final List<Hit> hits = new ArrayList<>();
    private int started;
    private int killed;

    /** A job that a killed server was at. */
    private record Hit(String jobId, Instant killedAt) {}

    private KillSoak(int kills, long seed, long mostSeconds) throws IOException {
        this.kills = kills;
        this.mostSeconds = mostSeconds;
        this.random = new Random(seed);
        this.folder = Files.createTempDirectory("studio-kill-soak");
        this.database = new SoakDatabase(folder);
    }

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        long mostSeconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MAX_VALUE / 2_000_000_000L;
        KillSoak soak = new KillSoak(kills, seed, mostSeconds);
        boolean good;
        try {
            good = soak.run();
        } finally {
            for (CompletableFuture<ServerProcess> server : soak.servers) {
                server.join().kill();
            }
            soak.database.stop();
        }
        SoakFolders.delete(soak.folder);
        System.exit(good ? 0 : 1);
    }

    private static String kind(int kind) {
        boolean bayesian = kind % 2 == 1;
        return Requests.training(kind, bayesian ? 60 : 10_000, bayesian ? "bayesian" : "random", kind % 4 >= 2);
    }

    private boolean run() throws IOException, InterruptedException, SQLException {
        for (int i = 0; i < SERVERS; i++) {
            servers.add(startServer(i));
        }
        servers.forEach(CompletableFuture::join);
        requests.importCandles(servers.get(0).join().url(), 8_000);
        undisturbed();
        long began = System.nanoTime();
        for (int kill = 1; kill <= kills && goesOn(began); kill++) {
            fill();
            Thread.sleep(500 + random.nextInt(4_500));
            fill();
            int victim = victim();
            ServerProcess server = servers.get(victim).join();
            List<String> held = database.texts(
                    "SELECT job_id FROM training_jobs WHERE status IN ('RUNNING', 'CANCELLING') AND worker LIKE ?",
                    server.pid() + "-%");
            server.kill();
            Instant killedAt = Instant.now();
            killed++;
            held.forEach(jobId -> hits.add(new Hit(jobId, killedAt)));
            System.err.printf(
                    "kill %d of %d: server %d had %d jobs; %d started%n", kill, kills, victim, held.size(), started);
            servers.set(victim, startServer(victim));
        }
        boolean allEnded = awaitEnds();
        return report((System.nanoTime() - began) / 1e9, allEnded);
    }

    private boolean goesOn(long began) throws IOException {
        return System.nanoTime() - began < mostSeconds * 1_000_000_000L && System.in.available() == 0;
    }

    private CompletableFuture<ServerProcess> startServer(int number) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ServerProcess.start(database.url(), folder, number, 2, AT_ONCE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<Integer> ready() {
        List<Integer> ready = new ArrayList<>();
        for (int i = 0; i < SERVERS; i++) {
            if (servers.get(i).isDone()) {
                ready.add(i);
            }
        }
        return ready;
    }

    private int victim() throws InterruptedException {
        List<Integer> ready = ready();
        while (ready.size() < 2) {
            Thread.sleep(50);
            ready = ready();
        }
        return ready.get(random.nextInt(ready.size()));
    }

    private void undisturbed() throws IOException, InterruptedException, SQLException {
        for (int kind = 0; kind < KINDS; kind++) {
            String jobId = requests.start(servers.get(0).join().url(), kind(kind), null)
                    .json()
                    .get("job_id")
                    .asText();
            while (database.number(
                            "SELECT count(*) FROM training_jobs WHERE job_id = ? AND status = 'COMPLETED'", jobId)
                    == 0) {
                Thread.sleep(100);
            }
            expected.add(database.digest(jobId));
        }
    }

    /** Starts jobs until so many are open; a start that a kill broke off is repeated with its key at another server. */
    private void fill() throws IOException, InterruptedException, SQLException {
        long open = database.number("SELECT count(*) FROM training_jobs WHERE ended_at IS NULL");
        for (; open < OPEN_JOBS; open++) {
            int kind = started++ % KINDS;
            String key = UUID.randomUUID().toString();
            kindOfJob.put(start(kind(kind), key), kind);
        }
    }

    private String start(String json, String key) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                List<Integer> ready = ready();
                ServerProcess server =
                        servers.get(ready.get((started + tries) % ready.size())).join();
                Requests.Answer answer = requests.start(server.url(), json, key);
                if (answer.status() == 202) {
                    return answer.json().get("job_id").asText();
                }
                throw new IllegalStateException("start answered " + answer.status() + " " + answer.body());
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
    }

    private boolean awaitEnds() throws SQLException, InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            if (database.number("SELECT count(*) FROM training_jobs WHERE ended_at IS NULL") == 0) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private boolean report(double seconds, boolean allEnded) throws SQLException {
        long lost = 0;
        long different = 0;
        for (Map.Entry<String, Integer> job : kindOfJob.entrySet()) {
            if (database.number(
                            "SELECT count(*) FROM training_jobs WHERE job_id = ? AND status = 'COMPLETED'",
                            job.getKey())
                    != 1) {
                lost++;
            } else if (!database.digest(job.getKey()).equals(expected.get(job.getValue()))) {
                different++;
                System.err.println("different: " + job.getKey());
            }
        }
        long twice = database.number("""
                SELECT count(*) FROM (SELECT job_id FROM training_state_changes
                    WHERE status IN ('COMPLETED', 'FAILED', 'CANCELLED') GROUP BY job_id HAVING count(*) > 1) AS t
                """);
        long unknown = database.number("SELECT count(*) FROM training_jobs") - KINDS - kindOfJob.size();
        List<Long> waits = new ArrayList<>();
        for (Hit hit : hits) {
            List<String> next = database.texts(
                    "SELECT extract(epoch FROM min(at) - ?::timestamptz) * 1000 FROM training_state_changes"
                            + " WHERE job_id = ? AND at > ?::timestamptz AND coalesce(reason, '') NOT LIKE '%broke off'",
                    hit.killedAt().toString(), hit.jobId(), hit.killedAt().toString());
            // A job may have ended in the moment between the look and the kill.
            if (next.get(0) != null) {
                waits.add((long) Double.parseDouble(next.get(0)));
            }
        }
        Collections.sort(waits);
        long stuck = waits.stream().filter(wait -> wait > STUCK_MILLIS).count() + (allEnded ? 0 : 1);
        long takenOver = database.number("SELECT coalesce(sum(attempt - 1), 0) FROM training_jobs");
        System.out.printf("| kills of %d servers | %d in %.0f s |%n", SERVERS, killed, seconds);
        System.out.printf("| jobs of the stream | %d |%n", kindOfJob.size());
        System.out.printf("| of them at a killed server | %d times, taken over %d times |%n", hits.size(), takenOver);
        System.out.printf("| lost | %d |%n", lost);
        System.out.printf("| made twice by a repeated start | %d |%n", unknown);
        System.out.printf("| run to an end twice | %d |%n", twice);
        System.out.printf("| stuck for more than 30 s | %d |%n", stuck);
        if (!waits.isEmpty()) {
            System.out.printf(
                    "| from kill to the next worker or end | median %.1f s, longest %.1f s |%n",
                    waits.get(waits.size() / 2) / 1000.0, waits.get(waits.size() - 1) / 1000.0);
        }
        System.out.printf("| result other than undisturbed | %d |%n", different);
        System.out.printf(
                "| a stored trial takes | %d bytes, a training's row with results and progress %d |%n",
                database.number("SELECT pg_total_relation_size('training_trials') / greatest(1, (SELECT count(*)"
                        + " FROM training_trials))"),
                database.number(
                        "SELECT (pg_total_relation_size('training_jobs') + pg_total_relation_size('training_results')"
                                + " + pg_total_relation_size('training_progress')) / greatest(1, (SELECT count(*) FROM training_jobs))"));
        return lost + twice + stuck + different + unknown == 0;
    }
}
