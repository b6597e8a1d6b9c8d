package studio.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.server.embedded.EmbeddedPostgres;

/** A PostgreSQL of its own in a folder, with every durability setting on, to be stopped and killed. */
final class SoakDatabase {
    private final Path folder;
    private EmbeddedPostgres postgres;

    SoakDatabase(Path folder) {
        this.folder = folder;
        this.postgres = EmbeddedPostgres.start(folder);
    }

    String url() {
        return postgres.jdbcUrl() + "?user=" + postgres.user() + "&password=" + postgres.password();
    }

    /** An orderly stop that breaks off what runs. */
    void stop() {
        postgres.close();
    }

    /** {@code kill -9} of the postmaster; its children end with it. */
    void kill() throws IOException {
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** Of the postmaster and the connections that are open now. */
    Duration processorTime() throws IOException {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private ProcessHandle postmaster() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                .get(0)
                .strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    void startAgain() {
        postgres = EmbeddedPostgres.start(folder);
    }

    /** The first column of every row, as text. */
    List<String> texts(String sql, Object... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                java.sql.PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    String text(String sql, Object... values) throws SQLException {
        return texts(sql, values).get(0);
    }

    long number(String sql, Object... values) throws SQLException {
        return Long.parseLong(text(sql, values));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Everything of a job that must not depend on what happened to its servers, in one hash. */
    String digest(String jobId) throws SQLException {
        return text("""
                SELECT md5(coalesce((SELECT string_agg(concat_ws('|', number, state, params::text, score, violation,
                        metrics::text, reason), E'\\n' ORDER BY number) FROM training_trials WHERE job_id = ?), '')
                    || coalesce((SELECT concat_ws('|', partial, data::text, best_params::text, best_score, best_trial,
                        metrics::text, stability, equity::text, trades::text, walk_forward::text, confidence)
                        FROM training_results WHERE job_id = ?), ''))
                """, jobId, jobId);
    }
}
