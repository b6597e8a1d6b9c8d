package studio.desktop.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.CatalogueWords;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.desktop.results.FigureFormat;
import studio.model.job.EventPage;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;
import studio.model.job.TrialPage;
import studio.model.progress.ProgressSnapshot;
import studio.model.result.JobResults;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyList;

/**
 * All that the progress modal says about one job, in words ready to show. Fed with what the server tells; asks nobody.
 * One thread at a time, the FX thread in the app.
 */
final class ProgressViewModel {
    static final int LOG_LINES = 200;

    private final String jobId;
    private final EtaWords etaWords;
    private final FigureFormat format;
    private final DashboardViewModel dashboard;
    private final SummaryViewModel summary;

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.UNKNOWN);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper percent = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper eta = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper etaUtc = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper away = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cancelBlocked = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper confirmingCancel = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper cancelRequested = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dashboardShown = new ReadOnlyBooleanWrapper();
    private final ObservableList<StepView> steps = FXCollections.observableArrayList();
    private final ObservableList<LogLine> log = FXCollections.observableArrayList();

    private @Nullable JobSummary job;
    private List<StrategyInfo> strategies = List.of();
    private @Nullable ProgressSnapshot last;
    private @Nullable Instant lastHeard;
    private boolean serverAway;
    private Instant now;

    ProgressViewModel(String jobId, FigureFormat format, Instant now) {
        this.jobId = jobId;
        this.format = format;
        this.dashboard = new DashboardViewModel(format);
        this.summary = new SummaryViewModel(format);
        this.now = now;
        this.etaWords = new EtaWords(format.formats());
        title.set(Texts.get("progress.title.unknown"));
        eta.set(Texts.get("progress.eta.unknown"));
        message.set(Texts.get("progress.message.connecting"));
        refresh();
    }

    void onJob(JobSummary told) {
        job = told;
        summary.onJob(told);
        showTitle();
    }

    /** Names the strategy as people do, and its parameters' units. */
    void onStrategies(StrategyList told) {
        strategies = told.strategies();
        showTitle();
    }

    private void showTitle() {
        JobSummary shown = job;
        if (shown == null) {
            return;
        }
        Optional<StrategyInfo> strategy = CatalogueWords.of(strategies).stream()
                .filter(s -> s.name().equals(shown.strategy()))
                .findFirst();
        strategy.ifPresent(dashboard::onStrategy);
        String name =
                VersionedTitle.of(strategy.map(StrategyInfo::title).orElse(shown.strategy()), shown.strategyVersion());
        title.set(Texts.get(
                "progress.title", name, shown.symbol(), shown.timeframe().wireName()));
    }

    /** Takes a snapshot; one that is older than what is shown changes nothing. */
    void onSnapshot(ProgressSnapshot snapshot, Instant at) {
        now = at;
        lastHeard = at;
        serverAway = false;
        if (last == null || snapshot.version() >= last.version()) {
            last = snapshot;
            phase.set(Phase.of(snapshot));
            fraction.set(Math.max(fraction.get(), Math.min(1, snapshot.percentage() / 100)));
            message.set(snapshot.message());
            List<StepView> seen = StepView.of(snapshot);
            if (!seen.equals(steps)) {
                steps.setAll(seen);
            }
            dashboard.onSnapshot(snapshot);
            dashboardShown.set(snapshot.currentIteration() != null);
            summary.onSnapshot(snapshot);
        }
        refresh();
    }

    void onTrials(TrialPage page) {
        dashboard.onTrials(page);
    }

    void onEvents(EventPage page) {
        log.addAll(
                page.events().stream().map(e -> LogLine.of(e, format.formats())).toList());
        if (log.size() > LOG_LINES) {
            log.remove(0, log.size() - LOG_LINES);
        }
    }

    void onResults(JobResults results) {
        summary.onResults(results);
    }

    /** The server answers again, even if there is nothing new about this job. */
    void onHeard(Instant at) {
        now = at;
        serverAway = false;
        refresh();
    }

    /** The server has no such job: it was deleted. */
    void onUnknown() {
        message.set(Texts.get("progress.message.deleted"));
    }

    /** The server does not answer: what is shown is the last that was heard. */
    void onAway(Instant at) {
        now = at;
        serverAway = true;
        refresh();
    }

    /** Lets time pass between snapshots. */
    void tick(Instant at) {
        now = at;
        refresh();
    }

    void askCancel() {
        if (cancelBlocked.get().isEmpty()) {
            confirmingCancel.set(true);
        }
    }

    void keepTraining() {
        confirmingCancel.set(false);
    }

    /** Call when the cancel request goes out. */
    void onCancelRequested() {
        confirmingCancel.set(false);
        cancelRequested.set(true);
        refresh();
    }

    /** An action did not work; the sentence says why. */
    void onActionFailed(String sentence) {
        cancelRequested.set(false);
        notice.set(sentence);
        refresh();
    }

    private void refresh() {
        ProgressSnapshot shown = last;
        percent.set(shown == null ? "" : format.formats().number(Math.floor(fraction.get() * 1000) / 10, 0, 1) + " %");
        elapsed.set(shown == null ? "" : elapsedWords(shown));
        if (shown != null) {
            eta.set(shown.isComplete() ? "" : etaWords.of(shown, now));
            etaUtc.set(shown.isComplete() ? "" : etaWords.utc(shown));
        }
        Instant heard = lastHeard;
        if (!serverAway) {
            away.set("");
        } else if (heard == null) {
            away.set(Texts.get("progress.away.never"));
        } else {
            away.set(Texts.get("progress.away", format.formats().duration(Duration.between(heard, now))));
        }
        cancelBlocked.set(cancelBlockedBecause(shown));
        if (!cancelBlocked.get().isEmpty()) {
            confirmingCancel.set(false);
        }
    }

    private String elapsedWords(ProgressSnapshot shown) {
        if (shown.status() != JobStatus.PENDING) {
            Duration elapsed = elapsedOf(shown);
            // Parts of a second count only where there is nothing else.
            return format.formats().duration(shown.isComplete() ? elapsed : elapsed.truncatedTo(ChronoUnit.SECONDS));
        }
        Integer place = shown.queuePosition();
        return place == null
                ? Texts.get("progress.elapsed.waiting")
                : Texts.get("progress.elapsed.queue", format.count(place));
    }

    private Duration elapsedOf(ProgressSnapshot shown) {
        Duration told = Duration.ofMillis((long) (shown.elapsedSeconds() * 1000));
        Instant heard = lastHeard;
        boolean runs = shown.status() == JobStatus.RUNNING || shown.status() == JobStatus.CANCELLING;
        // While the server is away nobody knows whether the job still runs, so its clock stands still too.
        return runs && !serverAway && heard != null && now.isAfter(heard)
                ? told.plus(Duration.between(heard, now))
                : told;
    }

    private String cancelBlockedBecause(@Nullable ProgressSnapshot shown) {
        if (shown != null && shown.status().isEnded()) {
            return Texts.get("progress.cancel.blocked.ended");
        }
        if (serverAway) {
            return Texts.get("progress.cancel.blocked.away");
        }
        if (cancelRequested.get() || shown != null && shown.status() == JobStatus.CANCELLING) {
            return Texts.get("progress.cancel.blocked.cancelling");
        }
        return shown == null ? Texts.get("progress.cancel.blocked.unknown") : "";
    }

    /** What the question before a cancel says: finished trials are kept, of very many the best. */
    String cancelQuestion() {
        Integer finished = last == null ? null : last.currentIteration();
        if (finished == null || finished == 0) {
            return Texts.get("progress.cancel.question.none");
        }
        return Texts.get(
                finished > TrialPage.LARGEST_LOG ? "progress.cancel.question.best" : "progress.cancel.question",
                format.count(finished));
    }

    String jobId() {
        return jobId;
    }

    boolean isEnded() {
        return phase.get().isEnded();
    }

    DashboardViewModel dashboard() {
        return dashboard;
    }

    SummaryViewModel summary() {
        return summary;
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** 0..1; never falls. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    ReadOnlyStringProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    ReadOnlyStringProperty elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    ReadOnlyStringProperty etaProperty() {
        return eta.getReadOnlyProperty();
    }

    /** The expected end in UTC; empty while none is. */
    ReadOnlyStringProperty etaUtcProperty() {
        return etaUtc.getReadOnlyProperty();
    }

    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Empty while the server answers; else that it does not, and how old the figures are. */
    ReadOnlyStringProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    /** Why the last action did not work; empty when nothing went wrong. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Why the job cannot be cancelled now; empty when it can. */
    ReadOnlyStringProperty cancelBlockedProperty() {
        return cancelBlocked.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty confirmingCancelProperty() {
        return confirmingCancel.getReadOnlyProperty();
    }

    /** From the first trial on. */
    ReadOnlyBooleanProperty dashboardShownProperty() {
        return dashboardShown.getReadOnlyProperty();
    }

    ObservableList<StepView> steps() {
        return steps;
    }

    ObservableList<LogLine> log() {
        return log;
    }
}
