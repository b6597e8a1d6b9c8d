package studio.server.marketdata.sql;

import java.sql.Connection;
import java.time.Instant;

/** Puts a backfill into the queue, in the transaction that stores it. */
public interface TaskSchedule {
    void add(Connection transaction, String taskId, Instant due);
}
