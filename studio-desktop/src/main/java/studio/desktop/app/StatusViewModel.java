package studio.desktop.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.desktop.client.JobQuery;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Background;
import studio.desktop.fx.Texts;
import studio.model.job.JobPage;
import studio.model.job.JobSummary;

/** The status line: whether the server answers, how many jobs run, and how old that knowledge is. */
final class StatusViewModel {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final JobQuery RUNNING = new JobQuery(Map.of("status", "RUNNING"), "-created_at", 1, null);

    /** What is known of the server. */
    enum Server {
        CONNECTING,
        UP,
        AWAY
    }

    private static final Logger LOG = LoggerFactory.getLogger(StatusViewModel.class);

    private final DesktopContext context;
    private final @Nullable Callable<Boolean> revive;
    private final Runnable onMoved;
    private final ReadOnlyObjectWrapper<Server> server = new ReadOnlyObjectWrapper<>(Server.CONNECTING);
    private final ReadOnlyStringWrapper jobs = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper age = new ReadOnlyStringWrapper("");
    private @Nullable Instant heard;
    private Background.@Nullable Ticket call;
    private Background.@Nullable Ticket nextCall;
    private Background.@Nullable Ticket nextTick;
    private int failures;
    private Background.@Nullable Ticket revival;
    private boolean stopped;
    private @Nullable JobSummary onlyRunning;
    private Runnable onBack = () -> {};

    /**
     * {@code revive} starts the app's own server again if it has ended, and tells whether it is elsewhere now; null where it
     * is somebody else's. {@code onMoved} is called when it is.
     */
    StatusViewModel(DesktopContext context, @Nullable Callable<Boolean> revive, Runnable onMoved) {
        this.context = context;
        this.revive = revive;
        this.onMoved = onMoved;
    }

    /** Whether the app looks after the server's process itself. */
    boolean isOwn() {
        return revive != null;
    }

    /** Goes to the one job that runs, or to the history where there are more. */
    void openRunning() {
        if (onlyRunning != null) {
            context.navigation().openProgress(onlyRunning.jobId());
        } else {
            context.navigation().openHistory();
        }
    }

    ReadOnlyObjectProperty<Server> server() {
        return server.getReadOnlyProperty();
    }

    ReadOnlyStringProperty jobs() {
        return jobs.getReadOnlyProperty();
    }

    ReadOnlyStringProperty age() {
        return age.getReadOnlyProperty();
    }

    /** Called when the server answers again after it was away. */
    void onBack(Runnable listener) {
        onBack = listener;
    }

    void start() {
        ask();
        tick();
    }

    void stop() {
        stopped = true;
        for (Background.Ticket ticket : new Background.Ticket[] {call, nextCall, nextTick, revival}) {
            if (ticket != null) {
                ticket.cancel();
            }
        }
    }

    /** Asks now instead of after the interval. */
    void ask() {
        if (stopped) {
            return;
        }
        if (nextCall != null) {
            nextCall.cancel();
        }
        if (call != null) {
            call.cancel();
        }
        call = context.background()
                .call(() -> context.client().jobs(RUNNING))
                .onSuccess(this::heard)
                .onError(e -> away())
                .andFinally(() -> nextCall = context.delay().after(waiting(), this::ask))
                .start();
    }

    private void heard(JobPage page) {
        long running = page.total();
        onlyRunning = running == 1 && !page.jobs().isEmpty() ? page.jobs().get(0) : null;
        boolean back = server.get() == Server.AWAY;
        heard = context.clock().instant();
        failures = 0;
        server.set(Server.UP);
        jobs.set(
                running == 0
                        ? Texts.get("shell.jobs.none")
                        : Texts.get(
                                running == 1 ? "shell.jobs.one" : "shell.jobs.many",
                                context.formats().count(running)));
        tellAge();
        if (back) {
            onBack.run();
        }
    }

    private void away() {
        failures++;
        server.set(Server.AWAY);
        tellAge();
        // Once may be a hiccup.
        if (revive != null && failures > 1 && revival == null && !stopped) {
            revival = context.background()
                    .call(revive)
                    .onSuccess(this::revived)
                    .onError(e -> LOG.warn("The app's own server could not be started again", e))
                    .andFinally(() -> revival = null)
                    .start();
        }
    }

    private void revived(boolean moved) {
        if (moved) {
            onMoved.run();
        } else {
            ask();
        }
    }

    private Duration waiting() {
        Duration interval = context.settings().pollInterval().get();
        if (failures == 0) {
            return interval;
        }
        Duration backoff = Duration.ofSeconds(1L << Math.min(failures, 5));
        return backoff.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : backoff;
    }

    private void tick() {
        tellAge();
        nextTick = context.delay().after(TICK, this::tick);
    }

    private void tellAge() {
        Instant last = heard;
        if (last == null) {
            age.set(Texts.get("shell.age.never"));
            return;
        }
        Duration old = Duration.between(last, context.clock().instant());
        if (old.toSeconds() < 1) {
            age.set(Texts.get(server.get() == Server.UP ? "shell.age.now" : "shell.age.just"));
            return;
        }
        age.set(Texts.get("shell.age", context.formats().duration(Duration.ofSeconds(old.toSeconds()))));
    }
}
