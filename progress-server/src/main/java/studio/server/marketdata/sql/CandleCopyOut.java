package studio.server.marketdata.sql;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import studio.server.marketdata.SeriesKey;

/** Reads candles by COPY in PostgreSQL's binary format: a million a second, where rows of a query are some times slower. */
final class CandleCopyOut {
    private static final int HEADER = 19;
    private static final int COLUMNS = 6;
    private static final int ROW = Short.BYTES + COLUMNS * (Integer.BYTES + Long.BYTES);
    private static final long EPOCH_MILLIS =
            Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

    private CandleCopyOut() {}

    /** Hands every candle between two open times, both inclusive, to the reader, oldest first, without holding them. */
    static void read(
            Connection connection, SeriesKey key, @Nullable Instant from, @Nullable Instant to, CandleReader reader) {
        String query = "COPY (SELECT open_time, open, high, low, close, volume FROM market_data WHERE exchange = "
                + literal(key.exchange()) + " AND symbol = " + literal(key.symbol()) + " AND timeframe = "
                + literal(key.timeframe().wireName())
                + (from == null ? "" : " AND open_time >= " + literal(from.toString()))
                + (to == null ? "" : " AND open_time <= " + literal(to.toString()))
                + " ORDER BY open_time) TO STDOUT (FORMAT binary)";
        try {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query);
            try {
                byte[] message = copy.readFromCopy();
                while (message != null) {
                    row(message, reader);
                    message = copy.readFromCopy();
                }
            } catch (RuntimeException | Error e) {
                readToTheEnd(copy, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new org.jdbi.v3.core.result.ResultSetException("candles cannot be read", e, null);
        }
    }

    /**
     * For a reader that wants no more, such as that of a job that was cancelled. Cancelling a COPY by the driver (42.7) leaves
     * messages of it in the connection, and whoever gets that from the pool next takes them for its own answer. A million
     * candles take less than a second.
     */
    private static void readToTheEnd(CopyOut copy, Throwable why) {
        try {
            while (copy.isActive() && copy.readFromCopy() != null) {
                // Nobody wants it.
            }
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    /** One message is one row; the header comes with the first, and the trailer alone. */
    private static void row(byte[] message, CandleReader reader) {
        int start = message.length % ROW == HEADER ? HEADER : 0;
        if (message.length - start < ROW) {
            return;
        }
        ByteBuffer row = ByteBuffer.wrap(message, start + Short.BYTES, ROW - Short.BYTES);
        row.getInt();
        reader.candle(
                row.getLong() / 1000 + EPOCH_MILLIS, figure(row), figure(row), figure(row), figure(row), figure(row));
    }

    private static double figure(ByteBuffer row) {
        row.getInt();
        return row.getDouble();
    }

    /** COPY takes no parameters; names are checked to hold no quote, and are quoted all the same. */
    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
