package studio.server.queue;

import java.time.Duration;

/**
 * How a server takes jobs.
 *
 * @param worker the name that jobs and heartbeats carry; must be unique among live servers
 * @param parallelJobs at most this many at once, at least 1
 * @param heartbeat every running job tells at this interval that its worker lives
 * @param poll how often the queue is looked at, besides at once when a job was started on this server
 * @param exclusive true when no other server can be alive on this database: jobs of a killed one then go on at once
 *     instead of when their heartbeat is found missing
 */
public record QueueSettings(String worker, int parallelJobs, Duration heartbeat, Duration poll, boolean exclusive) {
    /** A job is taken over after this many missing heartbeats; fewer are not accepted by the scheduler. */
    public static final int MISSED_HEARTBEATS = 4;

    public QueueSettings {
        if (parallelJobs < 1) {
            throw new IllegalArgumentException("parallelJobs = " + parallelJobs + " is below 1");
        }
    }

    /**
     * Heartbeats every 2 s: a dead worker's job is missed after 8 s and taken over within 13 s, since it is looked for
     * every 4 s and the queue every second.
     */
    public static QueueSettings of(String worker, int parallelJobs, boolean exclusive) {
        return new QueueSettings(worker, parallelJobs, Duration.ofSeconds(2), Duration.ofSeconds(1), exclusive);
    }
}
