package studio.benchmarks.marketdata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** A CSV of one-minute candles of a seeded random walk, made while it is read. Not thread-safe. */
final class GeneratedCsv extends InputStream {
    static final long FIRST = 1_136_073_600_000L; // 2006-01-01
    private static final int BLOCK = 1000;
    private static final long MINUTE = 60_000;

    private final SplittableRandom random = new SplittableRandom(7);
    private final String prefix;
    private final boolean isoTimes;
    private final long rows;
    private long made;
    private long price = 10_000_00;
    private byte[] block;
    private int at;

    private GeneratedCsv(long rows, String prefix, boolean header, boolean isoTimes) {
        this.rows = rows;
        this.prefix = prefix;
        this.isoTimes = isoTimes;
        this.block = (header ? "timestamp,open,high,low,close,volume\n" : "").getBytes(StandardCharsets.US_ASCII);
    }

    /** As an analyst would have it: epoch milliseconds and a header. */
    static GeneratedCsv file(long rows) {
        return new GeneratedCsv(rows, "", true, false);
    }

    /** The same candles as PostgreSQL's own COPY takes them into the table. */
    static GeneratedCsv forCopy(long rows, String names) {
        return new GeneratedCsv(rows, names, false, true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (at == block.length) {
            if (made == rows) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, block.length - at);
        System.arraycopy(block, at, into, offset, count);
        at += count;
        return count;
    }

    private void fill() {
        StringBuilder text = new StringBuilder(BLOCK * 80);
        for (int i = 0; i < BLOCK && made < rows; i++, made++) {
            long time = FIRST + made * MINUTE;
            long open = price;
            long close = Math.max(100, open + random.nextInt(-500, 501));
            long high = Math.max(open, close) + random.nextInt(200);
            long low = Math.max(1, Math.min(open, close) - random.nextInt(200));
            text.append(prefix);
            if (isoTimes) {
                text.append(java.time.Instant.ofEpochMilli(time));
            } else {
                text.append(time);
            }
            price(text, open);
            price(text, high);
            price(text, low);
            price(text, close);
            price(text, 1 + random.nextInt(1_000_000));
            text.append('\n');
            price = close;
        }
        block = text.toString().getBytes(StandardCharsets.US_ASCII);
        at = 0;
    }

    private static void price(StringBuilder text, long hundredths) {
        long rest = hundredths % 100;
        text.append(',').append(hundredths / 100).append(rest < 10 ? ".0" : ".").append(rest);
    }
}
