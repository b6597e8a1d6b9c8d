package studio.server.marketdata.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import studio.server.marketdata.SeriesKey;

/**
 * Sends candles by COPY in PostgreSQL's binary format, so that no figure is printed and parsed on the way. While one is
 * under way its connection does nothing else. Not thread-safe.
 */
final class CandleCopyIn {
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER = 1 << 16;
    private static final int FIGURES = 5;
    /** PostgreSQL counts microseconds from the year 2000. */
    private static final long EPOCH_MILLIS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private final CopyIn copy;
    private final byte[] names;
    private final short columns;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /**
     * @param key written into every row; null for a table without the series' names
     */
    CandleCopyIn(Connection connection, String table, @Nullable SeriesKey key) throws SQLException {
        String names =
                (key == null ? "" : "exchange, symbol, timeframe, ") + "open_time, open, high, low, close, volume";
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " (" + names + ") FROM STDIN (FORMAT binary)");
        this.names = key == null
                ? new byte[0]
                : fields(key.exchange(), key.symbol(), key.timeframe().wireName());
        this.columns = (short) (key == null ? 1 + FIGURES : 4 + FIGURES);
        buffer.put(HEADER);
    }

    private static byte[] fields(String... texts) {
        ByteBuffer bytes = ByteBuffer.allocate(1000);
        for (String text : texts) {
            byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
            bytes.putInt(ascii.length).put(ascii);
        }
        byte[] fields = new byte[bytes.position()];
        bytes.flip().get(fields);
        return fields;
    }

    void send(CandleChunk chunk) throws SQLException {
        int row = Short.BYTES + names.length + (1 + FIGURES) * (Integer.BYTES + Long.BYTES);
        for (int i = 0; i < chunk.size(); i++) {
            if (buffer.remaining() < row) {
                flush();
            }
            buffer.putShort(columns).put(names);
            buffer.putInt(Long.BYTES).putLong((chunk.time(i) - EPOCH_MILLIS) * 1000);
            for (int figure = 0; figure < FIGURES; figure++) {
                buffer.putInt(Double.BYTES).putDouble(chunk.figure(figure, i));
            }
        }
    }

    void end() throws SQLException {
        if (buffer.remaining() < Short.BYTES) {
            flush();
        }
        buffer.putShort((short) -1);
        flush();
        copy.endCopy();
    }

    /** Takes back what was sent, where {@link #end} was not reached. */
    void abandon() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
