package studio.desktop.history;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.model.job.JobSummary;
import studio.model.progress.ProgressSnapshot;

/** One job in the table; what it says changes while the job runs, the row stays the same. */
final class HistoryRow {
    private final ReadOnlyObjectWrapper<JobSummary> job = new ReadOnlyObjectWrapper<>();
    private long progressVersion = -1;

    HistoryRow(JobSummary job) {
        this.job.set(job);
    }

    JobSummary job() {
        return job.get();
    }

    String jobId() {
        return job.get().jobId();
    }

    boolean isActive() {
        return !job.get().status().isEnded();
    }

    ReadOnlyObjectProperty<JobSummary> jobProperty() {
        return job.getReadOnlyProperty();
    }

    void onJob(JobSummary told) {
        job.set(told);
    }

    /** Takes the live figures of a snapshot; an older one changes nothing, and the bar never goes back. */
    void onSnapshot(ProgressSnapshot s) {
        if (s.version() < progressVersion) {
            return;
        }
        progressVersion = s.version();
        JobSummary j = job.get();
        Instant started = s.startedAt() == null ? j.startedAt() : s.startedAt();
        Double seconds = started == null
                ? j.durationSeconds()
                : Double.valueOf(Duration.between(started, s.updatedAt()).toMillis() / 1000.0);
        job.set(new JobSummary(
                j.jobId(),
                s.status(),
                j.strategy(),
                j.strategyVersion(),
                j.symbol(),
                j.exchange(),
                j.timeframe(),
                j.optimizer(),
                j.objective(),
                Math.max(j.percentage(), s.percentage()),
                s.bestScore() == null ? j.bestScore() : s.bestScore(),
                j.netProfitPct(),
                j.trades(),
                j.stage(),
                j.verdict(),
                j.configId(),
                j.createdAt(),
                started,
                j.endedAt(),
                seconds,
                s.errorMessage() == null ? j.errorMessage() : s.errorMessage(),
                j.name(),
                j.note(),
                j.tags(),
                j.pinned(),
                j.createdBy(),
                j.rerunOf(),
                j.version()));
    }
}
