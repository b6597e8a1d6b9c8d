package studio.server.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.NewCandle;

/** The case files with seeded damage: read, rejected or refused in a sentence, never anything else. */
class CaseMutationsTest {
    private static final Path FOLDER = Path.of("..", "..", "shared", "cases", "import");
    private static final int MUTATIONS = 10_000;
    private static final int LARGEST = 5_000;
    private static final byte[][] PIECES = Stream.of(
                    "\"",
                    ",",
                    ";",
                    "\n",
                    "\r",
                    "\t",
                    "|",
                    "-",
                    ".",
                    "0",
                    "9",
                    "e9",
                    "null",
                    "NaN",
                    "[",
                    "]",
                    "{",
                    "}",
                    ":",
                    " ",
                    "\u0000",
                    "\ufeff",
                    "9999999999999999999",
                    "/",
                    "(",
                    "AM",
                    "+99:99",
                    "é",
                    "1,000",
                    "open",
                    "time")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    @Test
    @Timeout(300)
    void damaged_files_are_read_rejected_or_refused_and_nothing_else() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "no shared/cases beside the project: its files are not tested");
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toFile().length() < LARGEST)
                    .sorted()
                    .toList();
        }
        for (int seed = 0; seed < MUTATIONS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Path file = files.get(random.nextInt(files.size()));
            byte[] damaged = damage(Files.readAllBytes(file), random);
            try {
                check(damaged, file.getFileName() + " with seed " + seed);
            } catch (RuntimeException e) {
                throw new AssertionError(file.getFileName() + " with seed " + seed, e);
            }
        }
    }

    private static void check(byte[] bytes, String what) {
        try {
            CandleFile file = new CandleFile(new ByteArrayInputStream(bytes), Timeframe.H1);
            for (Optional<NewCandle> next = file.next(); next.isPresent(); next = file.next()) {
                NewCandle c = next.get();
                assertThat(c.low() > 0
                                && c.low() <= Math.min(c.open(), c.close())
                                && c.high() >= Math.max(c.open(), c.close())
                                && c.volume() >= 0
                                && Double.isFinite(c.high() + c.volume()))
                        .as("%s: %s", what, c)
                        .isTrue();
            }
            assertThat(file.rejections()).as(what).allMatch(r -> !r.reason().isBlank());
        } catch (UnusableFileException e) {
            assertThat(e.getMessage()).as(what).endsWith(".");
        } catch (IOException e) {
            throw new AssertionError(what, e);
        }
    }

    private static byte[] damage(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        int hits = random.nextInt(1, 6);
        for (int i = 0; i < hits && bytes.length > 4; i++) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(200));
            bytes = switch (random.nextInt(5)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> join(Arrays.copyOf(bytes, at), PIECES[random.nextInt(PIECES.length)], bytes, at);
                case 2 -> join(Arrays.copyOf(bytes, at), new byte[0], bytes, to);
                case 3 -> join(Arrays.copyOf(bytes, to), new byte[0], bytes, at);
                default -> {
                    byte[] copy = bytes.clone();
                    copy[at] = (byte) random.nextInt(256);
                    yield copy;
                }
            };
        }
        return bytes;
    }

    private static byte[] join(byte[] front, byte[] middle, byte[] rest, int from) {
        byte[] joined = Arrays.copyOf(front, front.length + middle.length + rest.length - from);
        System.arraycopy(middle, 0, joined, front.length, middle.length);
        System.arraycopy(rest, from, joined, front.length + middle.length, rest.length - from);
        return joined;
    }
}
