package studio.engine.market;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import studio.model.market.Timeframe;

/** Real candles beside the project; a test that asks for them is skipped, with a message, where they are absent. */
public final class SharedData {
    private static final Path FOLDER = Path.of("../../shared/market-data");

    private SharedData() {}

    public static List<String> lines(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "skipped: shared/market-data/" + file + " does not lie beside the project");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(path)) : Files.newInputStream(path),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Candles candles(String file, Timeframe timeframe) {
        double[][] rows = lines(file).stream()
                .map(line -> java.util.Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                // Some exchanges give the newest first.
                .sorted(java.util.Comparator.comparingDouble(row -> row[0]))
                .toArray(double[][]::new);
        int n = rows.length;
        long[] time = new long[n];
        double[][] columns = new double[5][n];
        for (int i = 0; i < n; i++) {
            time[i] = (long) rows[i][0];
            for (int c = 0; c < 5; c++) {
                columns[c][i] = rows[i][c + 1];
            }
        }
        return new Candles(timeframe, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
