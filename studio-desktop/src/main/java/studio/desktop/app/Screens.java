package studio.desktop.app;

import java.util.List;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.Screen;
import studio.desktop.poll.JobPoller;

/** Makes the screens that know of jobs. */
public interface Screens {

    /** The strategies page. */
    Screen strategies(DesktopContext context);

    /** The history page. */
    Screen history(DesktopContext context, JobPoller poller);

    /** The configurations page. */
    Screen configurations(DesktopContext context);

    /** The progress modal of a job; {@code close} takes it away. */
    Screen progress(String jobId, DesktopContext context, JobPoller poller, Runnable close);

    /** The results of a job; {@code close} goes back to where the analyst was. */
    Screen results(String jobId, DesktopContext context, Runnable close);

    /** Two to five jobs side by side; {@code close} goes back to where the analyst was. */
    Screen comparison(List<String> jobIds, DesktopContext context, Runnable close);
}
