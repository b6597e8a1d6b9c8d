package studio.desktop.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.TrainingClient;
import studio.model.progress.ProgressList;
import studio.model.progress.ProgressSnapshot;

/**
 * One poller for modal, history rows and terminal: one request a round for all watched jobs, without a body in the answer
 * when nothing is new. Rounds come quickly in a training's first seconds and near its end, slowly while nobody can see
 * the window, else at the interval that is set. While the server is away it tries after 2, 4, 8, … at most 30 seconds. Ended jobs are told once
 * and not asked for again.
 *
 * <p>Thread-safe. Everything runs on the executor, which must have one thread and belongs to whoever made it.
 */
public final class JobPoller {
    private static final Logger LOG = LoggerFactory.getLogger(JobPoller.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LAST_RETRY = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final TrainingClient client;
    private final ScheduledExecutorService executor;
    private final Supplier<Duration> interval;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();

    // Confined to the executor's thread.
    private @Nullable ScheduledFuture<?> nextRound;
    private @Nullable Duration retry;
    private final Map<String, ProgressSnapshot> newest = new HashMap<>();
    private int quickRounds;

    private volatile boolean unseen;

    /**
     * @param executor one thread, owned by the caller
     * @param interval asked before each round, so that a changed setting counts at once
     */
    public JobPoller(TrainingClient client, ScheduledExecutorService executor, Supplier<Duration> interval) {
        this.client = client;
        this.executor = executor;
        this.interval = interval;
    }

    /** Watches these jobs from now on; the first round starts at once. */
    public Subscription watch(Collection<String> jobIds, PollListener listener) {
        Subscription subscription = new Subscription(jobIds, listener);
        subscriptions.add(subscription);
        executor.execute(this::roundNow);
        return subscription;
    }

    /** Asks at once instead of waiting for the next round. */
    public void refresh() {
        executor.execute(this::roundNow);
    }

    /** Slow down while nobody can see the window; asks at once when it is seen again. */
    public void unseen(boolean hidden) {
        boolean was = unseen;
        unseen = hidden;
        if (was && !hidden) {
            refresh();
        }
    }

    private void roundNow() {
        if (nextRound != null) {
            nextRound.cancel(false);
        }
        round();
    }

    private void round() {
        Set<String> wanted = new LinkedHashSet<>();
        subscriptions.forEach(s -> wanted.addAll(s.open()));
        newest.keySet().retainAll(wanted);
        if (wanted.isEmpty()) {
            return;
        }
        try {
            ask(List.copyOf(wanted));
            retry = null;
        } catch (RuntimeException e) {
            away(e);
        }
        Duration wait = retry == null ? pace() : retry;
        nextRound = executor.schedule(this::round, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration pace() {
        boolean urgent = newest.values().stream().anyMatch(PollPace::isUrgent);
        Duration wait = PollPace.next(interval.get(), unseen, quickRounds, urgent);
        quickRounds = urgent ? quickRounds + 1 : 0;
        return wait;
    }

    private void ask(List<String> jobIds) {
        if (jobIds.size() == 1) {
            askOne(jobIds.get(0));
        } else {
            ProgressList answer = client.progress(jobIds);
            answer.progress().forEach(this::tell);
            unknown(answer.unknownJobIds());
        }
        subscriptions.forEach(s -> s.hear(PollListener::onHeard));
    }

    private void askOne(String jobId) {
        long known = subscriptions.stream()
                .mapToLong(s -> s.knownVersion(jobId))
                .min()
                .orElse(Subscription.NEVER);
        try {
            Optional<ProgressSnapshot> news = known == Subscription.NEVER
                    ? Optional.of(client.progress(jobId))
                    : client.progressSince(jobId, known);
            news.ifPresent(this::tell);
        } catch (ServerRefusedException refused) {
            if (refused.problem().status() != NOT_FOUND) {
                throw refused;
            }
            unknown(List.of(jobId));
        }
    }

    private void tell(ProgressSnapshot snapshot) {
        ProgressSnapshot before = newest.put(snapshot.jobId(), snapshot);
        boolean moved = before != null && !saysTheSame(before, snapshot);
        subscriptions.forEach(s -> s.tell(snapshot, moved));
    }

    /** A job that waits, and one whose server is silent, move with the clock and without a new version. */
    private static boolean saysTheSame(ProgressSnapshot a, ProgressSnapshot b) {
        return a.message().equals(b.message())
                && Objects.equals(a.queuePosition(), b.queuePosition())
                && Objects.equals(a.estimatedCompletion(), b.estimatedCompletion());
    }

    private void unknown(List<String> jobIds) {
        if (!jobIds.isEmpty()) {
            subscriptions.forEach(s -> s.forget(jobIds));
        }
    }

    private void away(RuntimeException cause) {
        Duration last = retry;
        Duration next = last == null ? FIRST_RETRY : last.multipliedBy(2);
        retry = next.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : next;
        LOG.debug("No answer, next try in {}", retry, cause);
        subscriptions.forEach(s -> s.hear(listener -> listener.onAway(cause)));
    }

    /** A watch that goes on until it is closed or all its jobs have ended. */
    public final class Subscription implements AutoCloseable {
        private static final long NEVER = -1;

        private final PollListener listener;
        private final Map<String, Long> versions = new HashMap<>();
        private volatile boolean closed;

        private Subscription(Collection<String> jobIds, PollListener listener) {
            this.listener = listener;
            jobIds.forEach(id -> versions.put(id, NEVER));
        }

        /** Nothing is told after this, except what is being told just now. */
        @Override
        public void close() {
            closed = true;
            subscriptions.remove(this);
        }

        private synchronized List<String> open() {
            return new ArrayList<>(versions.keySet());
        }

        private synchronized long knownVersion(String jobId) {
            return versions.getOrDefault(jobId, Long.MAX_VALUE);
        }

        private void tell(ProgressSnapshot snapshot, boolean moved) {
            synchronized (this) {
                Long known = versions.get(snapshot.jobId());
                boolean news = known != null && (known < snapshot.version() || known == snapshot.version() && moved);
                if (!news) {
                    return;
                }
                if (snapshot.isComplete()) {
                    versions.remove(snapshot.jobId());
                } else {
                    versions.put(snapshot.jobId(), snapshot.version());
                }
            }
            hear(l -> l.onSnapshot(snapshot));
        }

        private void forget(List<String> jobIds) {
            List<String> mine = new ArrayList<>(jobIds);
            synchronized (this) {
                mine.retainAll(versions.keySet());
                versions.keySet().removeAll(mine);
            }
            if (!mine.isEmpty()) {
                hear(l -> l.onUnknown(mine));
            }
        }

        private void hear(java.util.function.Consumer<PollListener> news) {
            if (closed) {
                return;
            }
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                // One listener's fault must not keep the others from hearing.
                LOG.error("A poll listener failed", e);
            }
        }
    }
}
