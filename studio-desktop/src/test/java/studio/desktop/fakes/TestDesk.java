package studio.desktop.fakes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Navigation;
import studio.desktop.fx.Background;
import studio.desktop.fx.Formats;
import studio.desktop.settings.Settings;
import studio.desktop.settings.SettingsStore;
import studio.model.job.JobStatus;
import studio.model.job.StartRequest;

/** A desktop of fakes on one thread: calls end at once, time passes by hand, and where screens went is remembered. */
public final class TestDesk implements Navigation {
    public final FakeTrainingClient client = new FakeTrainingClient();
    public final HandFeed feed = new HandFeed();
    public final HandDelay delay = new HandDelay();
    public final List<String> went = new ArrayList<>();
    public Instant now = SampleJobs.START.plusSeconds(625);

    private final Settings settings = new Settings(new SettingsStore() {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void save(Map<String, String> values) {}
    });

    public DesktopContext context() {
        return context(new Background(Runnable::run, Runnable::run));
    }

    /** With calls that end when that background lets them. */
    public DesktopContext context(Background background) {
        return new DesktopContext(
                client, background, delay, settings, new Formats(Locale.ENGLISH, ZoneOffset.UTC), () -> now, this);
    }

    /** Puts that many jobs on the server, {@code running-0}, {@code running-1} and so on for running ones. */
    public void jobs(int count, JobStatus status) {
        for (int i = 0; i < count; i++) {
            String id = status.name().toLowerCase(Locale.ROOT) + "-" + i;
            client.jobs.put(id, SampleJobs.summary(id, status));
        }
    }

    @Override
    public void openProgress(String jobId) {
        went.add("progress " + jobId);
    }

    @Override
    public void openResults(String jobId) {
        went.add("results " + jobId);
    }

    @Override
    public void openComparison(List<String> jobIds) {
        went.add("compare " + String.join(",", jobIds));
    }

    @Override
    public void openHistory() {
        went.add("history");
    }

    @Override
    public void openStrategy(String name) {
        went.add("strategy " + name);
    }

    @Override
    public void editAndRerun(StartRequest request) {
        went.add("edit " + request.strategy());
    }

    @Override
    public void tell(String message) {
        went.add("tell " + message);
    }
}
