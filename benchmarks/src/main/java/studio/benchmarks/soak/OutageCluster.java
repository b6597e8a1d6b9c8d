package studio.benchmarks.soak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One database, one server and its trainings, through some outages. */
final class OutageCluster {
    /** Short enough to end within an outage, and long enough to go on through one. */
    private static final List<String> KINDS = List.of(
            Requests.training(1, 120, "bayesian", false),
            Requests.training(2, 20_000, "random", false),
            Requests.training(3, 60_000, "random", false),
            Requests.training(4, 60, "bayesian", true));

    private final Path folder;
    private final Random random;
    private final Requests requests = new Requests();
    private final Map<String, Integer> kindOfJob = new LinkedHashMap<>();
    private final Map<String, Double> percentage = new HashMap<>();
    private long fell;
    private long unavailable;
    private long otherErrors;
    private long polls;
    private int started;

    OutageCluster(Path folder, int number) {
        this.folder = folder;
        this.random = new Random(100 + number);
    }

    /** What was counted. */
    record Tally(
            long jobs,
            long jobsThroughOutage,
            long endedInOutage,
            long notCompleted,
            long trialsMissing,
            long different,
            long takenOver,
            long fell,
            long polls,
            long unavailable,
            long otherErrors) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    jobs + other.jobs,
                    jobsThroughOutage + other.jobsThroughOutage,
                    endedInOutage + other.endedInOutage,
                    notCompleted + other.notCompleted,
                    trialsMissing + other.trialsMissing,
                    different + other.different,
                    takenOver + other.takenOver,
                    fell + other.fell,
                    polls + other.polls,
                    unavailable + other.unavailable,
                    otherErrors + other.otherErrors);
        }

        boolean isGood() {
            return notCompleted + trialsMissing + different + takenOver + fell + otherErrors == 0;
        }

        void print() {
            System.out.printf("| jobs | %d, %d of them at work when an outage began |%n", jobs, jobsThroughOutage);
            System.out.printf("| endings within an outage or the 8 s after it | %d |%n", endedInOutage);
            System.out.printf("| endings lost | %d |%n", notCompleted);
            System.out.printf("| trials lost | %d |%n", trialsMissing);
            System.out.printf("| result other than undisturbed | %d |%n", different);
            System.out.printf("| jobs that an outage threw back to another attempt | %d |%n", takenOver);
            System.out.printf("| times a percentage fell | %d of %d polls |%n", fell, polls);
            System.out.printf("| polls answered 503 with Retry-After | %d |%n", unavailable);
            System.out.printf("| other errors | %d |%n", otherErrors);
        }
    }

    Tally run(int outages, int seconds) throws Exception {
        SoakDatabase database = new SoakDatabase(folder);
        ServerProcess server = ServerProcess.start(database.url(), folder, 0, 1, 2);
        try {
            requests.importCandles(server.url(), 8_000);
            Map<Integer, String> expected = new HashMap<>();
            for (int kind = 0; kind < KINDS.size(); kind++) {
                String jobId = start(server, kind);
                kindOfJob.remove(jobId);
                awaitEnds(database);
                expected.put(kind, database.digest(jobId));
            }
            long through = 0;
            long endings = 0;
            for (int outage = 0; outage < outages; outage++) {
                while (database.number("SELECT count(*) FROM training_jobs WHERE ended_at IS NULL") < 2) {
                    start(server, started++ % KINDS.size());
                }
                pollFor(server, 500 + random.nextInt(4_000));
                through += database.number("SELECT count(*) FROM training_jobs WHERE status = 'RUNNING'");
                long endedBefore = database.number("SELECT count(*) FROM training_jobs WHERE ended_at IS NOT NULL");
                if (outage % 2 == 0) {
                    database.stop();
                } else {
                    database.kill();
                }
                pollFor(server, seconds * 1_000L);
                database.startAgain();
                pollFor(server, 8_000);
                // The first seconds after the return hold the endings that waited; none of these trainings is that
                // short.
                endings +=
                        database.number("SELECT count(*) FROM training_jobs WHERE ended_at IS NOT NULL") - endedBefore;
                System.err.printf("%s: outage %d of %d is over%n", folder.getFileName(), outage + 1, outages);
            }
            awaitEnds(database);
            return tally(database, expected, through, endings);
        } finally {
            server.stop();
            database.stop();
        }
    }

    private String start(ServerProcess server, int kind) throws IOException, InterruptedException {
        Requests.Answer answer = requests.start(server.url(), KINDS.get(kind), null);
        String jobId = answer.json().get("job_id").asText();
        kindOfJob.put(jobId, kind);
        return jobId;
    }

    private void pollFor(ServerProcess server, long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            for (String jobId : List.copyOf(kindOfJob.keySet())) {
                if (percentage.getOrDefault(jobId, 0.0) < 100 && System.nanoTime() < until) {
                    poll(server, jobId);
                }
            }
            Thread.sleep(200);
        }
    }

    private void poll(ServerProcess server, String jobId) throws InterruptedException {
        try {
            Requests.Answer answer = requests.get(server.url(), "/training/jobs/" + jobId + "/progress");
            polls++;
            if (answer.status() == 503 && answer.retryAfter().isPresent()) {
                unavailable++;
            } else if (answer.status() == 200) {
                JsonNode snapshot = answer.json();
                double now = snapshot.get("percentage").asDouble();
                if (now < percentage.getOrDefault(jobId, 0.0)) {
                    fell++;
                }
                percentage.put(jobId, now);
            } else {
                otherErrors++;
                System.err.println("poll answered " + answer.status() + " " + answer.body());
            }
        } catch (IOException e) {
            otherErrors++;
            System.err.println("poll: " + e);
        }
    }

    private static void awaitEnds(SoakDatabase database) throws SQLException, InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            if (database.number("SELECT count(*) FROM training_jobs WHERE ended_at IS NULL") == 0) {
                return;
            }
            Thread.sleep(100);
        }
    }

    private Tally tally(SoakDatabase database, Map<Integer, String> expected, long through, long endings)
            throws SQLException {
        long notCompleted = 0;
        long missing = 0;
        long different = 0;
        for (Map.Entry<String, Integer> job : kindOfJob.entrySet()) {
            String id = job.getKey();
            boolean completed =
                    database.number("SELECT count(*) FROM training_jobs WHERE job_id = ? AND status = 'COMPLETED'", id)
                            == 1;
            notCompleted += completed ? 0 : 1;
            missing += database.number(
                    "SELECT n_calls - (SELECT count(*) FROM training_trials WHERE job_id = ?) FROM (SELECT"
                            + " (spec->>'n_iterations')::bigint AS n_calls FROM training_jobs WHERE job_id = ?) AS t",
                    id,
                    id);
            if (completed && !database.digest(id).equals(expected.get(job.getValue()))) {
                different++;
                System.err.println("different: " + id);
            }
        }
        long takenOver = database.number("SELECT coalesce(sum(attempt - 1), 0) FROM training_jobs");
        return new Tally(
                kindOfJob.size(),
                through,
                endings,
                notCompleted,
                missing,
                different,
                takenOver,
                fell,
                polls,
                unavailable,
                otherErrors);
    }
}
