package studio.desktop.app;

import java.util.List;
import java.util.Set;
import studio.desktop.compare.ComparisonController;
import studio.desktop.configurations.ConfigurationsController;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.FxThread;
import studio.desktop.fx.Screen;
import studio.desktop.history.HistoryController;
import studio.desktop.poll.JobPoller;
import studio.desktop.poll.PollListener;
import studio.desktop.progress.ProgressController;
import studio.desktop.progress.ProgressFeed;
import studio.desktop.results.FileChoice;
import studio.desktop.results.ResultsController;
import studio.desktop.strategies.StrategiesController;
import studio.desktop.strategies.TextFiles;
import studio.model.progress.ProgressSnapshot;

/** The app's own history, progress and results, fed by the poller with one hop to the FX thread. */
public final class JobScreens implements Screens {
    @Override
    public Screen strategies(DesktopContext context) {
        return new StrategiesController(context, FileChoice.systemDialog(), TextFiles.systemDialog());
    }

    @Override
    public Screen history(DesktopContext context, JobPoller poller) {
        return new HistoryController(context, feed(poller), FileChoice.systemDialog());
    }

    @Override
    public Screen configurations(DesktopContext context) {
        return new ConfigurationsController(context, FileChoice.systemDialog());
    }

    @Override
    public Screen progress(String jobId, DesktopContext context, JobPoller poller, Runnable close) {
        return new ProgressController(jobId, context, feed(poller), close);
    }

    @Override
    public Screen results(String jobId, DesktopContext context, Runnable close) {
        return new ResultsController(jobId, context, FileChoice.systemDialog(), close);
    }

    @Override
    public Screen comparison(List<String> jobIds, DesktopContext context, Runnable close) {
        return new ComparisonController(jobIds, context, FileChoice.systemDialog(), close);
    }

    /** The poller with one hop to the FX thread. */
    static ProgressFeed feed(JobPoller poller) {
        return (jobIds, listener) -> {
            Hop hop = new Hop(listener);
            JobPoller.Subscription subscription = poller.watch(Set.copyOf(jobIds), hop);
            return () -> {
                hop.stopped = true;
                subscription.close();
            };
        };
    }

    /** Brings news to the FX thread; what is on its way when the watch stops is dropped there. */
    private static final class Hop implements PollListener {
        private final ProgressFeed.Listener listener;
        private boolean stopped;

        Hop(ProgressFeed.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onSnapshot(ProgressSnapshot snapshot) {
            hop(() -> listener.onSnapshot(snapshot));
        }

        @Override
        public void onHeard() {
            hop(listener::onHeard);
        }

        @Override
        public void onAway(Exception cause) {
            hop(listener::onAway);
        }

        @Override
        public void onUnknown(List<String> jobIds) {
            hop(() -> listener.onUnknown(Set.copyOf(jobIds)));
        }

        private void hop(Runnable news) {
            FxThread.run(() -> {
                if (!stopped) {
                    news.run();
                }
            });
        }
    }
}
