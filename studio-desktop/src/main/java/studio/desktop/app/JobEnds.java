package studio.desktop.app;

import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.CatalogueWords;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.model.job.JobSummary;

/**
 * Tells that a training has ended, in the window where it is not in sight and on the desktop, and the desktop's taskbar how
 * far those are that run. For the FX thread.
 */
final class JobEnds {
    private final DesktopContext context;
    private final DesktopStart start;
    private final Predicate<String> inSight;
    private final BiConsumer<String, String> note;
    private OptionalInt progressTold = OptionalInt.empty();
    private boolean closing;

    /**
     * @param inSight whether the job of that id is what the analyst looks at
     * @param note shows a job's id and sentence in the window
     */
    JobEnds(DesktopContext context, DesktopStart start, Predicate<String> inSight, BiConsumer<String, String> note) {
        this.context = context;
        this.start = start;
        this.inSight = inSight;
        this.note = note;
    }

    /** Of several trainings the one that has ended is named; where the server does not tell its name, the sentence must do. */
    void onEnded(String jobId, String sentence) {
        context.background()
                .call(() -> named(context.client().job(jobId).summary(), sentence))
                .onSuccess(words -> tell(jobId, words))
                .onError(e -> tell(jobId, sentence))
                .start();
    }

    private String named(JobSummary job, String sentence) {
        String title = VersionedTitle.of(
                CatalogueWords.titles(context.client().strategies().strategies())
                        .getOrDefault(job.strategy(), job.strategy()),
                job.strategyVersion());
        return Texts.get(
                "notice.of",
                job.name().isEmpty() ? title : job.name(),
                job.symbol(),
                job.timeframe().wireName(),
                sentence);
    }

    private void tell(String jobId, String sentence) {
        if (closing) {
            return;
        }
        if (!inSight.test(jobId)) {
            note.accept(jobId, sentence);
        }
        signal(() -> start.signals().notify(Texts.get("app.title"), sentence));
    }

    void onProgress(OptionalInt percent) {
        if (!percent.equals(progressTold)) {
            progressTold = percent;
            signal(() -> start.signals().progress(percent));
        }
    }

    /** The desktop's own programs are asked elsewhere: some take their time. */
    private void signal(Runnable action) {
        try {
            start.workers().execute(action);
        } catch (RejectedExecutionException e) {
            // The app is closing and takes its place in the taskbar with it.
            return;
        }
    }

    /** Nothing is told from now on but that no training is followed any more. */
    void letGo() {
        closing = true;
    }
}
