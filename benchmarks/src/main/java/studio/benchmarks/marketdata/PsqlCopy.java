package studio.benchmarks.marketdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.server.embedded.EmbeddedPostgres;

/** PostgreSQL's own client, where one is on the PATH: the embedded distribution has none. */
final class PsqlCopy {
    private final Path psql;
    private final EmbeddedPostgres postgres;

    private PsqlCopy(Path psql, EmbeddedPostgres postgres) {
        this.psql = psql;
        this.postgres = postgres;
    }

    /** Empty without a {@code psql} on the PATH. */
    static Optional<PsqlCopy> find(EmbeddedPostgres postgres) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, "psql"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(psql -> new PsqlCopy(psql, postgres));
    }

    String version() throws IOException {
        Process process = new ProcessBuilder(psql.toString(), "--version").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Seconds from the start of the process to its end; what it copies goes to {@code /dev/null}. */
    double seconds(String copy) throws IOException, InterruptedException {
        String url = postgres.jdbcUrl().replaceFirst("^jdbc:", "");
        ProcessBuilder builder = new ProcessBuilder(
                        psql.toString(),
                        "-X",
                        "-q",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-U",
                        postgres.user(),
                        "-d",
                        url,
                        "-c",
                        copy)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PGPASSWORD", postgres.password());
        long began = System.nanoTime();
        int code = builder.start().waitFor();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (code != 0) {
            throw new IOException("psql ended with " + code);
        }
        return seconds;
    }
}
