package studio.desktop.results;

import java.util.ArrayList;
import java.util.List;
import studio.desktop.client.TrainingClient;
import studio.model.job.TrialPage;
import studio.model.job.TrialView;

/**
 * Every stored trial of a job, read page after page.
 *
 * @param thinned the server kept some of them only
 * @param ran how many the job ran, by its own figures
 */
record AllTrials(List<TrialView> trials, boolean thinned, long ran) {
    private static final int PAGE = 5_000;

    /** Blocks; not for the FX thread. */
    static AllTrials read(TrainingClient client, String jobId) {
        List<TrialView> all = new ArrayList<>();
        TrialPage page = client.trials(jobId, 0, PAGE);
        while (!page.trials().isEmpty()) {
            all.addAll(page.trials());
            page = client.trials(jobId, page.nextAfter(), PAGE);
        }
        return new AllTrials(all, page.thinned(), page.thinned() ? ran(client, jobId, all.size()) : all.size());
    }

    private static long ran(TrainingClient client, String jobId, int kept) {
        Integer ended = client.progress(jobId).currentIteration();
        return ended == null ? kept : Math.max(ended, kept);
    }
}
