package studio.server.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.engine.market.CandleQualityMeter;
import studio.engine.market.Candles;
import studio.model.market.ImportReport;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;
import studio.server.marketdata.file.CandleFile;
import studio.server.marketdata.file.UnusableFileException;
import studio.server.marketdata.sql.CandleRepository;
import studio.server.marketdata.sql.CandleWriter;
import studio.server.marketdata.sql.NewCandle;
import studio.server.shared.sql.TestDatabase;

/** Files that a disk, a network or a person has damaged: nothing crashes, hangs or is half stored. */
class ImportFuzzIT {
    private static final int READ = 10_000;
    /** All 10,000 by {@code -Dstudio.fuzz.stored=10000}, in some minutes. */
    private static final int STORED = Integer.getInteger("studio.fuzz.stored", 600);

    private static final byte[] TEXT =
            "0123456789.,;-+eE\"[]{}:\n\r\t \0\u00e9nulTrue".getBytes(StandardCharsets.UTF_8);

    private static TestDatabase database;
    private static MarketDataService service;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.create();
        service = new MarketDataService(
                new CandleRepository(database.jdbi()),
                new CandleWriter(database.jdbi()),
                InstantSource.fixed(java.time.Instant.EPOCH));
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    @Timeout(120)
    void ten_thousand_damaged_files_are_read_to_an_end_or_refused_with_a_sentence() throws IOException {
        int refused = 0;
        int whole = 0;
        long good = 0;
        long bad = 0;
        for (int seed = 0; seed < READ; seed++) {
            byte[] bytes = mutant(seed);
            try {
                CandleFile file = new CandleFile(new ByteArrayInputStream(bytes), Timeframe.M5);
                long candles = 0;
                while (file.next().isPresent()) {
                    candles++;
                }
                assertThat(file.read()).as("seed %s", seed).isEqualTo(candles + file.rejected());
                assertThat(file.rejections()).as("seed %s", seed).hasSize((int) file.rejected());
                good += candles;
                bad += file.rejected();
                whole += file.rejected() == 0 ? 1 : 0;
            } catch (UnusableFileException e) {
                assertThat(e.getMessage()).as("seed %s", seed).endsWith(".").hasSizeLessThan(2000);
                refused++;
            }
        }

        // A mutation that does no harm, or a reader that refuses all, would prove nothing: each way out is a common
        // one.
        assertThat(refused).isBetween(READ / 3, READ * 4 / 5);
        assertThat(whole).isBetween(READ / 100, READ / 4);
        assertThat(bad).isGreaterThan(READ / 10);
        assertThat(good).isGreaterThan(READ);
    }

    @Test
    @Timeout(900)
    void what_is_stored_of_a_damaged_file_is_all_that_was_good_in_it_or_nothing() throws IOException {
        for (int seed = 0; seed < STORED; seed++) {
            String symbol = "S" + seed % 40;
            Candles before = held(symbol);
            byte[] bytes = mutant(seed);
            TreeMap<Long, double[]> expected = candles(before);
            try {
                ImportReport report = service.importCsv("fuzz", symbol, Timeframe.M5, new ByteArrayInputStream(bytes));

                Candles after = held(symbol);
                read(bytes, expected);
                assertSame(seed, after, expected);
                assertThat((long) after.size()).as("seed %s", seed).isEqualTo(before.size() + report.inserted());
                assertThat(report.read())
                        .isEqualTo(report.inserted()
                                + report.updated()
                                + report.unchanged()
                                + report.duplicates()
                                + report.rejected());
                assertMeasured(symbol, after);
            } catch (UnusableFileException e) {
                assertThat(held(symbol)).usingRecursiveComparison().isEqualTo(before);
            }
        }
    }

    /** What must be held then: every good row by its time, the last one of a time. */
    private static void read(byte[] bytes, TreeMap<Long, double[]> into) throws IOException {
        CandleFile file = new CandleFile(new ByteArrayInputStream(bytes), Timeframe.M5);
        for (Optional<NewCandle> next = file.next(); next.isPresent(); next = file.next()) {
            NewCandle c = next.get();
            if (c.time() % 300_000 != 0) {
                continue;
            }
            into.put(c.time(), new double[] {c.open(), c.high(), c.low(), c.close(), c.volume()});
        }
    }

    private static TreeMap<Long, double[]> candles(Candles c) {
        TreeMap<Long, double[]> candles = new TreeMap<>();
        for (int i = 0; i < c.size(); i++) {
            candles.put(c.time()[i], new double[] {c.open()[i], c.high()[i], c.low()[i], c.close()[i], c.volume()[i]});
        }
        return candles;
    }

    private static void assertSame(int seed, Candles held, TreeMap<Long, double[]> expected) {
        TreeMap<Long, double[]> found = candles(held);
        assertThat(found.keySet()).as("seed %s", seed).isEqualTo(expected.keySet());
        found.forEach((time, figures) ->
                assertThat(figures).as("seed %s, time %s", seed, time).containsExactly(expected.get(time)));
    }

    @Test
    void a_connection_that_breaks_anywhere_stores_nothing() throws IOException {
        byte[] whole = csv(1000).getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            InputStream broken = new Broken(whole, random.nextInt(whole.length));

            try {
                service.importCsv("fuzz", "BROKEN", Timeframe.M5, broken);
                throw new AssertionError("a broken stream was taken for a whole one");
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("gone");
            }
        }
        assertThat(service.series("fuzz", "BROKEN", Timeframe.M5)).isEmpty();
        assertThat(held("BROKEN").size()).isZero();
    }

    private static void assertMeasured(String symbol, Candles candles) {
        if (candles.size() > 0) {
            SeriesInfo series = service.series("fuzz", symbol, Timeframe.M5).orElseThrow();
            assertThat(series.quality())
                    .isEqualTo(
                            CandleQualityMeter.measure(candles, series.quality().revised()));
        }
    }

    private static Candles held(String symbol) {
        return service.lastCandles("fuzz", symbol, Timeframe.M5, null, null);
    }

    private static byte[] mutant(int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = random.nextInt(1, 60);
        String text = switch (random.nextInt(4)) {
            case 0 -> csv(rows);
            case 1 -> "Date;Open;High;Low;Close;Volume\n" + csv(rows).replace(',', ';');
            case 2 -> klines(rows);
            default -> objects(rows);
        };
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        boolean packedFirst = random.nextInt(4) == 0;
        byte[] damaged = damage(packedFirst ? pack(plain, random) : plain, random);
        return !packedFirst && random.nextInt(4) == 0 ? pack(damaged, random) : damaged;
    }

    private static byte[] damage(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        int hits = random.nextInt(1, 8);
        for (int i = 0; i < hits && bytes.length > 2; i++) {
            int at = random.nextInt(bytes.length);
            int other = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> with(bytes, at, (byte) random.nextInt(256));
                case 2 -> with(bytes, at, TEXT[random.nextInt(TEXT.length)]);
                case 3 ->
                    cat(
                            Arrays.copyOf(bytes, Math.min(at, other)),
                            Arrays.copyOfRange(bytes, Math.max(at, other), bytes.length));
                case 4 ->
                    cat(
                            Arrays.copyOf(bytes, Math.max(at, other)),
                            Arrays.copyOfRange(bytes, Math.min(at, other), bytes.length));
                default ->
                    cat(
                            cat(Arrays.copyOf(bytes, at), new byte[random.nextInt(1, 3000)]),
                            Arrays.copyOfRange(bytes, at, bytes.length));
            };
        }
        return bytes;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] copy = bytes.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] cat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] pack(byte[] plain, SplittableRandom random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (random.nextBoolean()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(plain);
            }
        } else {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("a.csv"));
                zip.write(plain);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static long time(int i) {
        return 1_704_067_200_000L + Duration.ofMinutes(5L * i).toMillis();
    }

    private static String csv(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(
                        i -> time(i) + "," + (100 + i) + ".5," + (110 + i) + ",9" + i % 10 + "," + (101 + i) + "," + i)
                .collect(Collectors.joining("\n"));
    }

    private static String klines(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "[" + time(i) + ",\"100\",\"110\",\"90\",\"105\",\"" + i + "\"," + (time(i + 1) - 1)
                        + ",\"1\",3,\"1\",\"1\",\"0\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String objects(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "{\"start\":\"" + time(i) / 1000
                        + "\",\"low\":\"90\",\"high\":\"110\",\"open\":\"100\",\"close\":\"105\",\"volume\":\"7\"}")
                .collect(Collectors.joining(",", "{\"candles\":[", "]}"));
    }

    private static final class Broken extends InputStream {
        private final byte[] bytes;
        private final int end;
        private int at;

        Broken(byte[] bytes, int end) {
            this.bytes = bytes;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            if (at >= end) {
                throw new IOException("gone");
            }
            return bytes[at++];
        }
    }
}
