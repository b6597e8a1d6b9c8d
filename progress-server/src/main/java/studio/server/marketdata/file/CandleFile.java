package studio.server.marketdata.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import studio.model.market.FileLayout;
import studio.model.market.RejectedLine;
import studio.model.market.SourceFlaws;
import studio.model.market.Timeframe;
import studio.server.marketdata.sql.CandleSource;
import studio.server.marketdata.sql.NewCandle;

/**
 * The good candles of a file, read as they are asked for, so that a file of any length takes no memory; it counts the
 * others and keeps the first of them with their reasons. The stream is not closed. Not thread-safe.
 */
public final class CandleFile implements CandleSource {
    /** So many rejected rows are kept with their reasons. */
    public static final int MOST_REJECTIONS = 10_000;

    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;

    private final Timeframe timeframe;
    private final String container;
    private final @Nullable ZipFiles zip;
    private final List<RejectedLine> rejections = new ArrayList<>();
    private final ReadingOptions options;
    private final List<String> remarks = new ArrayList<>();
    private CandleRows rows;
    private String entryName = "";
    private long accepted;
    private long rejected;
    private long steps;
    private long stepsBack;
    private long lastTime;
    private boolean volume;
    private @Nullable FileLayout layout;

    /** Reads a file that says everything itself; as {@link #CandleFile(InputStream, Timeframe, ReadingOptions)}. */
    public CandleFile(InputStream bytes, Timeframe timeframe) throws IOException {
        this(bytes, timeframe, ReadingOptions.NONE);
    }

    /**
     * @throws UnusableFileException when the file is of no form we know
     * @throws IOException when the first bytes cannot be read
     */
    public CandleFile(InputStream bytes, Timeframe timeframe, ReadingOptions options) throws IOException {
        this.timeframe = timeframe;
        this.options = options;
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        int magic = magic(buffered);
        container = magic == GZIP ? "gzip" : magic == ZIP ? "zip" : "plain";
        try {
            zip = magic == ZIP ? new ZipFiles(buffered, options.member()) : null;
            rows = zip != null
                    ? open(zip.next().orElseThrow(() -> new UnusableFileException("The zip holds no CSV or JSON.")))
                    : open(magic == GZIP ? new GZIPInputStream(buffered, 1 << 16) : buffered);
        } catch (ZipException | EOFException e) {
            throw new UnusableFileException(
                    "The file begins like " + container + " but is damaged or breaks off: " + e.getMessage() + ".", e);
        }
    }

    private static int magic(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic;
    }

    private CandleRows open(InputStream plain) throws IOException {
        return new CandleRows(TextFile.open(plain), timeframe, options);
    }

    @Override
    public Optional<NewCandle> next() throws IOException {
        try {
            for (Row row = nextRow(); row != null; row = nextRow()) {
                if (row instanceof Row.Good good) {
                    return Optional.of(accept(good.candle()));
                }
                reject((Row.Bad) row);
            }
            return Optional.empty();
        } catch (ZipException | EOFException e) {
            throw new UnusableFileException(
                    "The data break off or are damaged after row " + read() + ": " + e.getMessage() + ".", e);
        }
    }

    private @Nullable Row nextRow() throws IOException {
        Row row = rows.next();
        while (row == null && zip != null) {
            Optional<InputStream> following = zip.next();
            if (following.isEmpty()) {
                return null;
            }
            remarks.addAll(rows.remarks());
            entryName = zip.name() + ": ";
            rows = open(following.get());
            row = rows.next();
        }
        return row;
    }

    private NewCandle accept(NewCandle candle) {
        if (accepted++ == 0) {
            layout = new FileLayout(
                    container,
                    rows.format(),
                    rows.separator(),
                    rows.hasHeader(),
                    rows.names(),
                    rows.timeFormat(),
                    List.of(),
                    options.said());
            volume = rows.hasVolume();
        } else if (candle.time() != lastTime) {
            steps++;
            if (candle.time() < lastTime) {
                stepsBack++;
            }
        }
        lastTime = candle.time();
        // Rows are ordered over all files of a zip, each of which counts its lines from 1.
        return zip == null
                ? candle
                : new NewCandle(
                        read(),
                        candle.time(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume());
    }

    private void reject(Row.Bad bad) {
        rejected++;
        reject(bad.line(), entryName + bad.reason());
    }

    /** Takes back a candle that was given before: the series has none at its time. */
    public void reject(NewCandle candle, String reason) {
        accepted--;
        rejected++;
        reject(candle.line(), reason);
    }

    private void reject(long line, String reason) {
        if (rejections.size() < MOST_REJECTIONS) {
            rejections.add(new RejectedLine(line, reason));
        }
    }

    /** Rows with something in them so far, the header not counted. */
    public long read() {
        return accepted + rejected;
    }

    public long rejected() {
        return rejected;
    }

    /** The first {@link #MOST_REJECTIONS} rejected rows. */
    public List<RejectedLine> rejections() {
        return rejections.stream()
                .sorted(Comparator.comparingLong(RejectedLine::line))
                .toList();
    }

    /** {@code ascending}, {@code descending} (newest first throughout) or {@code mixed}. */
    public String order() {
        if (stepsBack == 0) {
            return "ascending";
        }
        return stepsBack == steps ? "descending" : "mixed";
    }

    /** Candles whose time is before that of the candle above them; 0 in a file that is newest first throughout. */
    public long misordered() {
        return stepsBack == steps ? 0 : stepsBack;
    }

    @Override
    public Optional<SourceFlaws> flaws(long duplicates) {
        return Optional.of(new SourceFlaws(duplicates, misordered(), rejected));
    }

    /** How the file was understood; empty until a candle was read. */
    public Optional<FileLayout> layout() {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(rows.remarks());
        return Optional.ofNullable(layout)
                .map(found -> found.with(all.stream().distinct().toList()));
    }

    /** Whether the file says how much was traded; known once a candle was read. */
    public boolean hasVolume() {
        return volume;
    }
}
