package studio.server.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * When jobs end that still wait: the queue is played through, each job taking the place that is free first. Played three
 * times, with all low, all expected and all high figures: jobs of one machine are slow together, and where they are not the
 * interval is wider than it need be. Pure.
 */
final class QueueForecast {
    private QueueForecast() {}

    /**
     * A job that waits.
     *
     * @param duration by the number of jobs that share its server, itself included; empty while unknown
     */
    record Waiting(String jobId, IntFunction<Optional<DurationEstimate>> duration) {}

    /**
     * @param running the ends of the jobs that run, as they are told now
     * @param waiting in the order in which they start
     * @param places at which jobs run at once, on all servers, at least 1
     * @param sharing most jobs that share one server, at least 1
     * @return the jobs whose end can be told: none from the first on that waits for something unknown
     */
    static Map<String, EtaRange> of(
            List<@Nullable EtaRange> running, List<Waiting> waiting, int places, int sharing, Instant now) {
        Map<String, EtaRange> told = new LinkedHashMap<>();
        List<EtaRange> ahead = new ArrayList<>();
        for (EtaRange end : running) {
            if (end == null) {
                return told;
            }
            ahead.add(end);
        }
        List<PriorityQueue<Instant>> free = List.of(
                places(ahead, EtaRange::low, places, now),
                places(ahead, EtaRange::expected, places, now),
                places(ahead, EtaRange::high, places, now));
        for (int i = 0; i < waiting.size(); i++) {
            Waiting job = waiting.get(i);
            Instant starts = free.get(1).element();
            long others =
                    ahead.stream().filter(end -> end.expected().isAfter(starts)).count() + waiting.size() - i - 1;
            Optional<DurationEstimate> takes = job.duration().apply((int) Math.min(sharing, 1 + others));
            if (takes.isEmpty()) {
                return told;
            }
            DurationEstimate estimate = takes.get();
            EtaRange end = new EtaRange(
                    next(free.get(0), estimate.low()),
                    next(free.get(1), estimate.expected()),
                    next(free.get(2), estimate.high()));
            ahead.add(end);
            told.put(job.jobId(), end);
        }
        return told;
    }

    /**
     * What to tell after that: of each job what was told before, where that is still about right and not over, so that
     * thousands who wait do not hear every second that nothing is new.
     */
    static Map<String, EtaRange> steady(Map<String, EtaRange> told, Map<String, EtaRange> computed, Instant now) {
        Map<String, EtaRange> steady = new LinkedHashMap<>(computed);
        steady.replaceAll((jobId, range) -> {
            EtaRange before = told.get(jobId);
            return before != null && !before.low().isBefore(now) && range.isAbout(before, now) ? before : range;
        });
        return steady;
    }

    /** When each place is free: where a job runs at its end, else now. */
    private static PriorityQueue<Instant> places(
            List<EtaRange> running, Function<EtaRange, Instant> end, int places, Instant now) {
        PriorityQueue<Instant> free = new PriorityQueue<>();
        for (EtaRange range : running) {
            Instant at = end.apply(range);
            free.add(at.isBefore(now) ? now : at);
        }
        while (free.size() < places) {
            free.add(now);
        }
        return free;
    }

    /** Takes the place that is free first, for so long. */
    private static Instant next(PriorityQueue<Instant> free, double seconds) {
        Instant end = free.remove().plus(Duration.ofMillis(Math.round(seconds * 1000)));
        free.add(end);
        return end;
    }
}
