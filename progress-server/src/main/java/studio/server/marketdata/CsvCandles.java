package studio.server.marketdata;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import studio.model.market.RejectedLine;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.CandleSource;
import studio.server.marketdata.sql.NewCandle;

/** The good candles of a CSV, plain or gzip, read as they are asked for; it counts the others. Not thread-safe. */
final class CsvCandles implements CandleSource {
    private static final int LONGEST_LINE = 2000;
    private static final int REPORTED = 100;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final BufferedReader reader;
    private final CandleLineParser parser;
    private final List<RejectedLine> rejections = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private long lineNumber;
    private long read;
    private long rejected;

    /**
     * @throws IOException when the first bytes cannot be read
     */
    CsvCandles(InputStream bytes, Timeframe timeframe) throws IOException {
        this.reader = new BufferedReader(new InputStreamReader(plain(bytes), StandardCharsets.UTF_8), 1 << 16);
        this.parser = new CandleLineParser(timeframe);
    }

    private static InputStream plain(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        try {
            return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
        } catch (ZipException | EOFException e) {
            throw new UnusableCsvException("The file begins like gzip but is none: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public Optional<NewCandle> next() throws IOException {
        try {
            while (readLine()) {
                CandleLine parsed = line.length() > LONGEST_LINE
                        ? new CandleLine.Bad("longer than " + LONGEST_LINE + " characters")
                        : parser.parse(line.toString());
                if (!(parsed instanceof CandleLine.Nothing)) {
                    read++;
                }
                if (parsed instanceof CandleLine.Bad bad) {
                    reject(bad.reason());
                } else if (parsed instanceof CandleLine.Good c) {
                    return Optional.of(
                            new NewCandle(lineNumber, c.time(), c.open(), c.high(), c.low(), c.close(), c.volume()));
                }
            }
            return Optional.empty();
        } catch (ZipException | EOFException e) {
            throw new UnusableCsvException(
                    "The gzip data break off or are damaged after line " + lineNumber + ": " + e.getMessage() + ".", e);
        }
    }

    private void reject(String reason) {
        rejected++;
        if (rejections.size() < REPORTED) {
            rejections.add(new RejectedLine(lineNumber, reason));
        }
    }

    /** Fills {@link #line}; of an endless one only so much is kept that it can be told as too long. */
    private boolean readLine() throws IOException {
        line.setLength(0);
        int next = reader.read();
        if (next < 0) {
            return false;
        }
        lineNumber++;
        while (next >= 0 && next != '\n') {
            if (line.length() <= LONGEST_LINE && next != '\r' && next != '\uFEFF') {
                line.append((char) next);
            }
            next = reader.read();
        }
        return true;
    }

    /** Lines with text read so far, the header not counted. */
    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    List<RejectedLine> rejections() {
        return List.copyOf(rejections);
    }
}
