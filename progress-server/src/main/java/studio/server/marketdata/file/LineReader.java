package studio.server.marketdata.file;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines of bytes; of an endless one only the beginning is kept. Not thread-safe. */
final class LineReader {
    static final int LONGEST = 2000;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] line = new byte[LONGEST];
    private int at;
    private int filled;
    private int length;
    private boolean tooLong;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (at < filled || fill()) {
            any = true;
            int start = at;
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            keep(start, at);
            if (at < filled) {
                at++;
                break;
            }
        }
        if (any) {
            number++;
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
        }
        return any;
    }

    private void keep(int start, int end) {
        int kept = Math.min(end - start, LONGEST - length);
        System.arraycopy(buffer, start, line, length, kept);
        length += kept;
        tooLong |= kept < end - start;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    /** The current line's bytes; valid until the next call of {@link #next}. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** From 1. */
    long number() {
        return number;
    }
}
