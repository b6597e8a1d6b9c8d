package studio.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    Path dataDir;

    private final List<EmbeddedPostgres> started = new ArrayList<>();

    @AfterEach
    void stopServers() {
        started.forEach(EmbeddedPostgres::close);
    }

    @Test
    void a_restart_finds_the_data_on_the_same_port_and_by_the_same_password() {
        EmbeddedPostgres first = start();
        execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        first.close();

        EmbeddedPostgres second = start();

        assertThat(answer(second)).isEqualTo(42);
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(second.password()).isEqualTo(first.password());
    }

    @Test
    void a_server_left_by_a_killed_jvm_is_taken_over() throws Exception {
        Process jvm = startInOtherJvm();
        long postmaster = waitForPostmaster(jvm);

        EmbeddedPostgres second = start();

        assertThat(answer(second)).isEqualTo(42);
        assertThat(Postmaster.read(cluster()).orElseThrow().pid()).isEqualTo(postmaster);
    }

    @Test
    void a_killed_server_recovers_what_was_committed() throws IOException {
        EmbeddedPostgres first = start();
        execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        ProcessHandle postmaster =
                ProcessHandle.of(Postmaster.read(cluster()).orElseThrow().pid()).orElseThrow();
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        postmaster.onExit().join();

        EmbeddedPostgres second = start();

        assertThat(answer(second)).isEqualTo(42);
    }

    @Test
    void a_server_that_dies_is_started_again_where_it_was() throws IOException {
        EmbeddedPostgres postgres = start();
        execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        ProcessHandle postmaster =
                ProcessHandle.of(Postmaster.read(cluster()).orElseThrow().pid()).orElseThrow();

        boolean whileItLives = postgres.revive();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        boolean revived = false;
        // Processes of the dead server may hold its memory for a moment, and the first tries fail then.
        for (int tries = 0; tries < 20 && !revived; tries++) {
            revived = postgres.revive();
        }

        assertThat(whileItLives).isFalse();
        assertThat(revived).isTrue();
        assertThat(answer(postgres)).isEqualTo(42);
        postgres.close();
        assertThat(postgres.revive()).as("a closed one stays down").isFalse();
    }

    @Test
    void a_pid_file_that_names_some_other_program_does_not_hinder_the_start() throws IOException {
        start().close();
        Files.write(
                Postmaster.file(cluster()),
                List.of("" + ProcessHandle.current().pid(), cluster().toString(), "1", "5432", "", "127.0.0.1"));

        EmbeddedPostgres second = start();

        execute(second, "SELECT 1");
    }

    @Test
    void a_taken_port_is_given_up_for_another_one() throws IOException {
        EmbeddedPostgres first = start();
        first.close();
        try (ServerSocket taken = new ServerSocket(first.port(), 1, InetAddress.getByName("127.0.0.1"))) {

            EmbeddedPostgres second = start();

            assertThat(second.port()).isNotEqualTo(taken.getLocalPort());
            execute(second, "SELECT 1");
        }
    }

    @Test
    void starts_at_once_share_one_server() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<EmbeddedPostgres>> starts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                starts.add(threads.submit(() -> EmbeddedPostgres.start(dataDir)));
            }
            for (Future<EmbeddedPostgres> each : starts) {
                started.add(each.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(started)
                .extracting(EmbeddedPostgres::port)
                .containsOnly(started.get(0).port());
        execute(started.get(2), "SELECT 1");
    }

    @Test
    void writes_safely_and_lets_nobody_in_without_the_password() throws IOException {
        EmbeddedPostgres server = start();

        try (Handle handle =
                Jdbi.create(server.jdbcUrl(), server.user(), server.password()).open()) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
                    .allSatisfy(name -> assertThat(setting(handle, name)).isEqualTo("on"));
            assertThat(setting(handle, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        assertThatThrownBy(() ->
                        Jdbi.create(server.jdbcUrl(), server.user(), "wrong").open())
                .hasMessageContaining("password authentication failed");
        Path secret = dataDir.resolve("postgres/password");
        if (Files.getFileStore(secret).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_folder_of_another_major_version_is_left_alone() throws IOException {
        start().close();
        Files.writeString(cluster().resolve("PG_VERSION"), "12\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PostgreSQL 12")
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("--db");
    }

    private EmbeddedPostgres start() {
        EmbeddedPostgres server = EmbeddedPostgres.start(dataDir);
        started.add(server);
        return server;
    }

    private Path cluster() throws IOException {
        return dataDir.toRealPath().resolve("postgres/data");
    }

    /** A JVM that starts the server, stores something, says so and waits to be killed. */
    private Process startInOtherJvm() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledJvm.class.getName(),
                        dataDir.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private long waitForPostmaster(Process jvm) throws IOException {
        try (var output = jvm.inputReader()) {
            assertThat(output.lines()).contains("stored");
        } finally {
            jvm.destroyForcibly();
            jvm.onExit().join();
        }
        return Postmaster.read(cluster()).orElseThrow().pid();
    }

    private static void execute(EmbeddedPostgres server, String statement) {
        try (Handle handle =
                Jdbi.create(server.jdbcUrl(), server.user(), server.password()).open()) {
            handle.execute(statement);
        }
    }

    private static int answer(EmbeddedPostgres server) {
        try (Handle handle =
                Jdbi.create(server.jdbcUrl(), server.user(), server.password()).open()) {
            return handle.createQuery("SELECT answer FROM kept")
                    .mapTo(Integer.class)
                    .one();
        }
    }

    private static String setting(Handle handle, String name) {
        return handle.createQuery("SELECT current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one();
    }

    /** Kills itself as {@code kill -9} would: no shutdown hook runs. */
    static final class KilledJvm {
        public static void main(String[] args) {
            EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(args[0]));
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            System.out.println("stored");
            System.out.flush();
            Runtime.getRuntime().halt(137);
        }
    }
}
