package studio.server.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** db-scheduler as both queues use it. Stateless. */
final class Schedulers {
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(20);

    private Schedulers() {}

    /** A scheduler of one task, by the settings but for its table and its threads, to be built. */
    static SchedulerBuilder of(QueueSettings settings, DataSource database, Task<Void> task, InstantSource clock) {
        return Scheduler.create(database, task)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(settings.worker()))
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(QueueSettings.MISSED_HEARTBEATS)
                .shutdownMaxWait(LONGEST_SHUTDOWN)
                .failureLogging(LogLevel.WARN, true);
    }

    /** Takes no more and waits for what runs; one that was never started has nothing to wait for. */
    static void stop(Scheduler scheduler) {
        if (scheduler.getSchedulerState().isStarted()) {
            scheduler.stop();
        }
    }
}
