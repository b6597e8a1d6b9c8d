package studio.server.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.time.Instant;
import studio.server.marketdata.sql.TaskSchedule;

/** db-scheduler's rows for backfills: one while a backfill has not ended. Stateless. */
public final class DataTaskExecutions implements TaskSchedule {
    static final String TABLE = "data_executions";
    static final String TASK = "backfill";

    @Override
    public void add(Connection transaction, String taskId, Instant due) {
        SchedulerClient.Builder.create(new TransactionDataSource(transaction))
                .tableName(TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build()
                .schedule(new TaskInstance<Void>(TASK, taskId), due);
    }
}
