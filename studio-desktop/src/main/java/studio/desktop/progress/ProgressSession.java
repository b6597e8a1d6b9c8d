package studio.desktop.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.model.job.EventPage;
import studio.model.job.TrialPage;
import studio.model.progress.ProgressSnapshot;

/**
 * Keeps one modal's view-model fed from {@link #open} to {@link #close}: snapshots from the poller, and after each what
 * came since of trials and events. For the FX thread; blocking calls run in the background.
 */
final class ProgressSession implements ProgressFeed.Listener {
    static final int TRIALS_AT_ONCE = 1_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ProgressViewModel viewModel;
    private final DesktopContext context;
    private final ProgressFeed feed;
    private final List<Ticket> calls = new ArrayList<>();

    private ProgressFeed.@Nullable Watch watch;
    private @Nullable Ticket clockTick;
    private boolean open;
    private boolean askingTrials;
    private boolean askingEvents;
    private boolean jobKnown;
    private boolean strategyKnown;
    private boolean resultsAsked;
    private int trialsAfter;
    private long eventsAfter;

    ProgressSession(ProgressViewModel viewModel, DesktopContext context, ProgressFeed feed) {
        this.viewModel = viewModel;
        this.context = context;
        this.feed = feed;
    }

    void open() {
        open = true;
        askAbout();
        watch = feed.watch(Set.of(viewModel.jobId()), this);
        tick();
    }

    void close() {
        open = false;
        stopWatching();
        if (clockTick != null) {
            clockTick.cancel();
            clockTick = null;
        }
        calls.forEach(Ticket::cancel);
        calls.clear();
    }

    @Override
    public void onSnapshot(ProgressSnapshot snapshot) {
        if (!open) {
            return;
        }
        viewModel.onSnapshot(snapshot, context.clock().instant());
        askAbout();
        askEvents();
        if (snapshot.currentIteration() != null && snapshot.currentIteration() > 0) {
            askTrials();
        }
        if (snapshot.isComplete()) {
            stopWatching();
            askResults();
        }
    }

    @Override
    public void onAway() {
        if (open) {
            viewModel.onAway(context.clock().instant());
        }
    }

    @Override
    public void onHeard() {
        if (open) {
            viewModel.onHeard(context.clock().instant());
        }
    }

    @Override
    public void onUnknown(Set<String> jobIds) {
        if (open && jobIds.contains(viewModel.jobId())) {
            viewModel.onUnknown();
        }
    }

    void cancelTraining() {
        viewModel.onCancelRequested();
        ask(
                () -> client().cancel(viewModel.jobId()),
                job -> viewModel.onJob(job.summary()),
                e -> viewModel.onActionFailed(Failures.sentence(e)),
                () -> {});
    }

    /** The same training again, in a modal of its own. */
    void trainAgain(Runnable started) {
        ask(
                () -> client().rerun(viewModel.jobId()),
                job -> {
                    started.run();
                    context.navigation().openProgress(job.summary().jobId());
                },
                e -> viewModel.onActionFailed(Failures.sentence(e)),
                () -> {});
    }

    /** Brings the request back to the form, to be changed first. */
    void editAndTrain(Runnable found) {
        ask(
                () -> client().job(viewModel.jobId()),
                job -> {
                    found.run();
                    context.navigation().editAndRerun(job.repeated());
                },
                e -> viewModel.onActionFailed(Failures.sentence(e)),
                () -> {});
    }

    private void askAbout() {
        if (!jobKnown) {
            jobKnown = true;
            ask(
                    () -> client().job(viewModel.jobId()),
                    job -> viewModel.onJob(job.summary()),
                    e -> jobKnown = false,
                    () -> {});
        }
        if (!strategyKnown) {
            strategyKnown = true;
            ask(() -> client().strategies(), viewModel::onStrategies, e -> strategyKnown = false, () -> {});
        }
    }

    private void askTrials() {
        if (askingTrials) {
            return;
        }
        askingTrials = true;
        ask(
                () -> client().trials(viewModel.jobId(), trialsAfter, TRIALS_AT_ONCE),
                this::onTrials,
                e -> askingTrials = false,
                () -> {});
    }

    private void onTrials(TrialPage page) {
        askingTrials = false;
        viewModel.onTrials(page);
        boolean moved = page.nextAfter() > trialsAfter;
        trialsAfter = Math.max(trialsAfter, page.nextAfter());
        if (moved && page.trials().size() >= TRIALS_AT_ONCE) {
            askTrials();
        }
    }

    private void askEvents() {
        if (askingEvents) {
            return;
        }
        askingEvents = true;
        ask(() -> client().events(viewModel.jobId(), eventsAfter), this::onEvents, e -> {}, () -> askingEvents = false);
    }

    private void onEvents(EventPage page) {
        viewModel.onEvents(page);
        eventsAfter = Math.max(eventsAfter, page.nextAfter());
    }

    private void askResults() {
        if (!resultsAsked) {
            resultsAsked = true;
            ask(() -> client().results(viewModel.jobId()), viewModel::onResults, e -> {}, () -> {});
        }
    }

    private TrainingClient client() {
        return context.client();
    }

    private <T> void ask(Callable<T> call, Consumer<T> success, Consumer<Exception> error, Runnable last) {
        calls.add(context.background()
                .call(call)
                .onSuccess(success)
                .onError(error)
                .andFinally(last)
                .start());
        // Tickets of calls that have ended are of no use; the newest few are all that can be under way.
        if (calls.size() > 16) {
            calls.remove(0);
        }
    }

    private void stopWatching() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
    }

    private void tick() {
        viewModel.tick(context.clock().instant());
        clockTick = context.delay().after(SECOND, () -> {
            if (open) {
                tick();
            }
        });
    }
}
