package studio.server.progress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;

/** What a progress row becomes when a step begins, tells something, or the job ends. Pure. */
final class ProgressChanges {
    private ProgressChanges() {}

    /** What is shown of a step until it says something itself. */
    static String message(StepKey step) {
        return switch (step) {
            case DATA_COLLECTION -> "Collecting data...";
            case OPTIMIZATION -> "Optimizing...";
            case VALIDATION -> "Validating configuration...";
            case SAVE_CONFIG -> "Saving configuration...";
        };
    }

    /** That step is active; one that was active before goes on from where it was. */
    static ProgressState begun(ProgressState reached, StepKey step, Map<String, Object> details, Instant now) {
        double stepPercentage = step == ProgressSteps.current(reached.steps()) ? reached.stepPercentage() : 0;
        return new ProgressState(
                reached.jobId(),
                reached.attempt(),
                Math.max(reached.percentage(), ProgressSteps.percentage(step, stepPercentage)),
                step.title(),
                step.number(),
                stepPercentage,
                details,
                reached.startedAt(),
                reached.eta(),
                reached.figures().at(0, 0, message(step)),
                false,
                null,
                message(step),
                ProgressSteps.activate(reached.steps(), step, now));
    }

    /** The active step at that percentage, which never falls, with what was told last. */
    static ProgressState moved(ProgressState from, StepKey step, double shown, ProgressUpdate update) {
        ProgressState there = at(from, step, shown, update.message() == null ? from.message() : update.message());
        return with(there, Figures.newer(from.figures(), update));
    }

    /** An earlier step is repeated; the one that was reached stays, and so do its figures. */
    static ProgressState repeated(
            ProgressState from, StepKey step, double shown, StepKey repeated, ProgressUpdate update) {
        String doing = update.message() == null ? message(repeated) : update.message();
        return at(from, step, shown, "Taken over, going through " + repeated.title() + " again: " + doing);
    }

    private static ProgressState at(ProgressState from, StepKey step, double shown, String message) {
        double stepPercentage = Math.max(from.stepPercentage(), Math.min(100, shown));
        return new ProgressState(
                from.jobId(),
                from.attempt(),
                Math.max(from.percentage(), ProgressSteps.percentage(step, stepPercentage)),
                from.currentStep(),
                from.stepNumber(),
                stepPercentage,
                from.stepDetails(),
                from.startedAt(),
                from.eta(),
                from.figures(),
                false,
                null,
                message,
                from.steps());
    }

    private static ProgressState with(ProgressState from, ProgressUpdate figures) {
        return new ProgressState(
                from.jobId(),
                from.attempt(),
                from.percentage(),
                from.currentStep(),
                from.stepNumber(),
                from.stepPercentage(),
                from.stepDetails(),
                from.startedAt(),
                from.eta(),
                figures,
                false,
                null,
                from.message(),
                from.steps());
    }

    /** All is done and committed with this row. */
    static ProgressState finished(ProgressState last, Instant now) {
        return new ProgressState(
                last.jobId(),
                last.attempt(),
                100,
                "Complete",
                4,
                100,
                last.stepDetails(),
                last.startedAt(),
                null,
                last.figures().at(Long.MAX_VALUE, 100, "Complete"),
                true,
                null,
                "Training complete.",
                ProgressSteps.end(last.steps(), StepState.DONE, now));
    }

    /** The job has ended before its time, in the step that is active. */
    static ProgressState stopped(
            ProgressState last, StepState state, @Nullable String error, String message, Instant now) {
        List<StepProgress> steps = ProgressSteps.end(last.steps(), state, now);
        return new ProgressState(
                last.jobId(),
                last.attempt(),
                last.percentage(),
                last.currentStep(),
                last.stepNumber(),
                last.stepPercentage(),
                last.stepDetails(),
                last.startedAt(),
                null,
                last.figures(),
                true,
                error,
                message,
                steps);
    }
}
