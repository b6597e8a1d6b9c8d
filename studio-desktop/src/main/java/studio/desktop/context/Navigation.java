package studio.desktop.context;

import java.util.List;
import studio.model.job.StartRequest;

/** Where a screen can send the analyst. Implemented by the app shell; for the FX thread. */
public interface Navigation {

    /** Opens the progress modal of a job over the page that is shown. */
    void openProgress(String jobId);

    /** Opens the results of a job. */
    void openResults(String jobId);

    /** Opens two to five jobs side by side. */
    void openComparison(List<String> jobIds);

    void openHistory();

    /** Opens the Strategies page with that strategy. */
    void openStrategy(String name);

    /** Opens the Studio page with its form filled in. */
    void editAndRerun(StartRequest request);

    /** Tells in a short note that goes away by itself. */
    void tell(String message);
}
