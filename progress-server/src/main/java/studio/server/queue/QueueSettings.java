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

    /** Within so long a dead worker's job is another one's, unless told otherwise. */
    public static final Duration STANDARD_TAKEOVER = Duration.ofSeconds(15);

    public static final Duration SHORTEST_TAKEOVER = Duration.ofSeconds(5);
    public static final Duration LONGEST_TAKEOVER = Duration.ofMinutes(10);

    /** Dead executions are looked for at every second heartbeat. */
    private static final int HEARTBEATS_TO_TAKEOVER = MISSED_HEARTBEATS + 2;

    private static final Duration POLL = Duration.ofSeconds(1);
    /** For the next look at the queue, and for a machine that is busy. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    public QueueSettings {
        if (parallelJobs < 1) {
            throw new IllegalArgumentException("parallelJobs = " + parallelJobs + " is below 1");
        }
    }

    /**
     * A dead worker's job is taken over within {@code takeover}: at the standard 15 s it tells every 2 s that it lives, is
     * missed after 8 s, found within 4 s more and picked up within 1 s.
     *
     * @param takeover {@link #SHORTEST_TAKEOVER} to {@link #LONGEST_TAKEOVER}
     */
    public static QueueSettings of(String worker, int parallelJobs, Duration takeover, boolean exclusive) {
        if (takeover.compareTo(SHORTEST_TAKEOVER) < 0 || takeover.compareTo(LONGEST_TAKEOVER) > 0) {
            throw new IllegalArgumentException("takeover = " + takeover.toSeconds() + " s is not in "
                    + SHORTEST_TAKEOVER.toSeconds() + ".." + LONGEST_TAKEOVER.toSeconds() + " s");
        }
        Duration heartbeat = takeover.minus(MARGIN).dividedBy(HEARTBEATS_TO_TAKEOVER);
        return new QueueSettings(worker, parallelJobs, heartbeat, POLL, exclusive);
    }

    /** Without a heartbeat for so long a worker is dead. */
    Duration silence() {
        return heartbeat.multipliedBy(MISSED_HEARTBEATS);
    }
}
