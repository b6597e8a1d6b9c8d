package studio.benchmarks.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.PGConnection;
import studio.engine.market.Candles;
import studio.model.market.ImportReport;
import studio.model.market.Timeframe;
import studio.server.embedded.EmbeddedPostgres;
import studio.server.marketdata.MarketDataService;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.shared.sql.Database;
import studio.server.shared.sql.DatabaseSettings;

/**
 * Prints, as Markdown, how fast a generated CSV is imported beside PostgreSQL's own COPY of the same candles into a table
 * of the same shape, and how fast a million candles are read for training beside COPY TO as text, by the JDBC driver and by
 * {@code psql}. All go to the embedded PostgreSQL in a folder of their own, one after the other. Arguments: rows (10,000,000),
 * rows to read (1,000,000), folder.
 */
public final class ImportSpeed {
    private static final int ROUNDS = 5;

    private ImportSpeed() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        int read = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("studio-import-");
        PrintStream out = System.out;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                Database database = Database.open(
                        new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), postgres.password(), 4))) {
            MarketDataService service = new MarketDataService(
                    new CandleRepository(database.jdbi()), new CandleWriter(database.jdbi()), InstantSource.system());
            out.printf(Locale.ROOT, "Heap: %,d MB%n%n", Runtime.getRuntime().maxMemory() >> 20);
            out.println("| | rows | seconds | rows/s |\n|---|---|---|---|");
            double copy = rawCopy(database, rows, out);
            double ours = importFile(service, rows, "first import", out);
            double again = importFile(service, rows, "the same file again", out);
            out.printf(
                    Locale.ROOT,
                    "%nImport ÷ COPY: %.2f; the same again ÷ COPY: %.2f. Most heap in use: %,d MB%n%n",
                    copy / ours,
                    copy / again,
                    HeapWatch.peakMegabytes());
            compareReading(postgres, database, service, read, out);
        }
    }

    private static double rawCopy(Database database, long rows, PrintStream out) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE raw_copy (LIKE market_data INCLUDING ALL)");
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY raw_copy (exchange, symbol, timeframe, open_time, open, high, low, close, volume)"
                                    + " FROM STDIN (FORMAT csv)",
                            GeneratedCsv.forCopy(rows, "bench,GEN/USD,1m,"));
            double seconds = row(out, "raw COPY into the same table", rows, began);
            statement.execute("DROP TABLE raw_copy");
            statement.execute("CHECKPOINT");
            return seconds;
        }
    }

    private static double importFile(MarketDataService service, long rows, String what, PrintStream out)
            throws IOException {
        long began = System.nanoTime();
        try (InputStream csv = GeneratedCsv.file(rows)) {
            ImportReport report = service.importCsv("bench", "GEN/USD", Timeframe.M1, csv);
            if (report.inserted() + report.unchanged() != rows) {
                throw new IllegalStateException("not all rows were taken: " + report);
            }
        }
        return row(out, what, rows, began);
    }

    private static double row(PrintStream out, String what, long rows, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(Locale.ROOT, "| %s | %,d | %.1f | %,.0f |%n", what, rows, seconds, rows / seconds);
        return seconds;
    }

    private static void compareReading(
            EmbeddedPostgres postgres, Database database, MarketDataService service, int rows, PrintStream out)
            throws SQLException, IOException, InterruptedException {
        Optional<PsqlCopy> psql = PsqlCopy.find(postgres);
        String copy = copyOf(rows);
        double[] ours = new double[ROUNDS];
        double[] driver = new double[ROUNDS];
        double[] client = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            Candles candles = service.lastCandles("bench", "GEN/USD", Timeframe.M1, null, rows);
            ours[round] = (System.nanoTime() - began) / 1e9;
            if (candles.size() != rows) {
                throw new IllegalStateException(candles.size() + " candles were read instead of " + rows);
            }
            driver[round] = copyOut(database, copy);
            client[round] = psql.isPresent() ? psql.get().seconds(copy) : Double.NaN;
        }
        out.printf(
                Locale.ROOT, "Reading %,d candles for training: %.2f s (medians of %d)%n", rows, median(ours), ROUNDS);
        out.printf(
                Locale.ROOT,
                "Beside COPY TO as text by the JDBC driver: %.2f s, ratio %.2f%n",
                median(driver),
                median(ours) / median(driver));
        if (psql.isPresent()) {
            out.printf(
                    Locale.ROOT,
                    "Beside COPY TO of %s, its start included: %.2f s, ratio %.2f%n",
                    psql.get().version(),
                    median(client),
                    median(ours) / median(client));
        } else {
            out.println("No psql is on the PATH, and the embedded PostgreSQL brings none: not compared with it.");
        }
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String copyOf(int rows) {
        return "COPY (SELECT open_time, open, high, low, close, volume FROM market_data"
                + " WHERE exchange = 'bench' AND symbol = 'GEN/USD' AND timeframe = '1m'"
                + " AND open_time >= (SELECT max(open_time) FROM market_data WHERE exchange = 'bench'"
                + " AND symbol = 'GEN/USD' AND timeframe = '1m') - interval '1 minute' * "
                + (rows - 1)
                + " ORDER BY open_time) TO STDOUT";
    }

    private static double copyOut(Database database, String copy) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            long began = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, OutputStream.nullOutputStream());
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** The largest heap after a collection that any pool has seen. */
    private static final class HeapWatch {
        static long peakMegabytes() {
            return java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    >> 20;
        }
    }
}
