package studio.server.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import studio.server.job.sql.ExecutionSchedule;

/** db-scheduler's rows for jobs: one while a job has not ended. Stateless. */
public final class TrainingExecutions implements ExecutionSchedule {
    /** The name of db-scheduler's task; a job's id is its instance. */
    static final String TASK = "training";

    @Override
    public void add(Connection transaction, String jobId, Instant due) {
        SchedulerClient.Builder.create(new TransactionDataSource(transaction))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build()
                .schedule(new TaskInstance<Void>(TASK, jobId), due);
    }

    @Override
    public void remove(Connection transaction, String jobId) {
        try (PreparedStatement delete = transaction.prepareStatement(
                "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? AND NOT picked")) {
            delete.setString(1, TASK);
            delete.setString(2, jobId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("job " + jobId + " could not be taken out of the queue", e);
        }
    }

    /** Frees every execution, since no server that held one can be alive; they keep their order. */
    static void release(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE scheduled_tasks
                        SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1
                        WHERE task_name = ? AND picked
                        """)) {
            update.setString(1, TASK);
            update.executeUpdate();
        }
    }
}
