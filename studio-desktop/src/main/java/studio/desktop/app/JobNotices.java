package studio.desktop.app;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.desktop.progress.ProgressFeed;
import studio.desktop.settings.Settings;
import studio.model.job.JobStatus;
import studio.model.progress.ProgressSnapshot;

/**
 * Follows the trainings that the analyst started or looked at here, also while no screen shows them and after the app was
 * quit and started again, and tells when one ends. For the FX thread.
 */
final class JobNotices implements ProgressFeed.Listener {
    private static final String KEY = "jobs.followed";

    private final Settings settings;
    private final ProgressFeed feed;
    private final BiConsumer<String, String> onEnded;
    private final Consumer<OptionalInt> onProgress;
    private final Set<String> followed = new LinkedHashSet<>();
    private final Map<String, Double> percentages = new TreeMap<>();
    private ProgressFeed.@Nullable Watch watch;

    /**
     * @param onEnded hears a job's id and the sentence that says how it ended
     * @param onProgress hears the mean percentage of the jobs that run; empty when none does
     */
    JobNotices(
            Settings settings,
            ProgressFeed feed,
            BiConsumer<String, String> onEnded,
            Consumer<OptionalInt> onProgress) {
        this.settings = settings;
        this.feed = feed;
        this.onEnded = onEnded;
        this.onProgress = onProgress;
    }

    /** Goes on with those of the last time. */
    void start() {
        for (String jobId : settings.choice(KEY).orElse("").split(",")) {
            if (!jobId.isEmpty()) {
                followed.add(jobId);
            }
        }
        watchAll();
    }

    void follow(String jobId) {
        if (followed.add(jobId)) {
            changed();
        }
    }

    private void forget(String jobId) {
        percentages.remove(jobId);
        if (followed.remove(jobId)) {
            changed();
        }
        tellProgress();
    }

    private void changed() {
        settings.remember(KEY, String.join(",", followed));
        watchAll();
    }

    private void watchAll() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
        if (!followed.isEmpty()) {
            watch = feed.watch(Set.copyOf(followed), this);
        }
    }

    void stop() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
        onProgress.accept(OptionalInt.empty());
    }

    @Override
    public void onSnapshot(ProgressSnapshot s) {
        if (!followed.contains(s.jobId())) {
            return;
        }
        if (!s.isComplete()) {
            percentages.put(s.jobId(), s.percentage());
            tellProgress();
            return;
        }
        forget(s.jobId());
        onEnded.accept(s.jobId(), words(s));
    }

    private static String words(ProgressSnapshot s) {
        if (s.status() == JobStatus.FAILED) {
            return Texts.get("notice.failed", s.errorMessage() == null ? "" : s.errorMessage())
                    .strip();
        }
        return Texts.get(s.status() == JobStatus.CANCELLED ? "notice.cancelled" : "notice.completed");
    }

    private void tellProgress() {
        onProgress.accept(
                percentages.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) percentages.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0)));
    }

    @Override
    public void onAway() {
        // The banner tells.
    }

    @Override
    public void onUnknown(Set<String> jobIds) {
        Set.copyOf(jobIds).forEach(this::forget);
    }
}
