package studio.server.queue;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a job whose heartbeat is missed: it goes back to the queue, to the place that it had, so that it need not
 * wait behind everything that came later.
 *
 * <p>A heartbeat that could not be written proves nothing. So a job of this very server is left alone, and so is every
 * job until the database has been there long enough for a living worker to have told.
 */
final class Takeover implements DeadExecutionHandler<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    private final Predicate<String> runsHere;
    private final BooleanSupplier databaseIsSteady;
    private final BiPredicate<String, String> leave;

    /**
     * @param runsHere whether a job runs on this server now
     * @param databaseIsSteady whether every living worker has had the time to write a heartbeat
     * @param leave takes a job from a dead worker; false when it needs no other one
     */
    Takeover(Predicate<String> runsHere, BooleanSupplier databaseIsSteady, BiPredicate<String, String> leave) {
        this.runsHere = runsHere;
        this.databaseIsSteady = databaseIsSteady;
        this.leave = leave;
    }

    @Override
    public void deadExecution(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        String jobId = execution.getId();
        if (runsHere.test(jobId)) {
            LOG.info("job {} runs here though its heartbeat is late; it is left alone", jobId);
        } else if (!databaseIsSteady.getAsBoolean()) {
            LOG.info("job {} has no heartbeat, but the database was away; its worker gets the time to tell", jobId);
        } else if (leave.test(jobId, execution.pickedBy)) {
            LOG.warn("job {}: its worker {} is dead; it goes back to the queue", jobId, execution.pickedBy);
            operations.reschedule(complete, execution.getExecutionTime());
        } else {
            LOG.info("job {}: its worker {} is dead; it needs no other one", jobId, execution.pickedBy);
            operations.remove();
        }
    }
}
