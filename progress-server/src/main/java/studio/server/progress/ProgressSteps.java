package studio.server.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;

/** The breadcrumb of a job and the weighted percentage. */
public final class ProgressSteps {
    private ProgressSteps() {}

    /** All steps waiting; validation is skipped from the start when it was not asked for. */
    public static List<StepProgress> waiting(boolean validation) {
        return Arrays.stream(StepKey.values())
                .map(key -> step(key, key == StepKey.VALIDATION && !validation ? StepState.SKIPPED : StepState.WAITING))
                .toList();
    }

    private static StepProgress step(StepKey key, StepState state) {
        return new StepProgress(key, key.title(), state, null, null);
    }

    /** The step that is active, failed or cancelled; null before the first and after the last. */
    static @Nullable StepKey current(List<StepProgress> steps) {
        return steps.stream()
                .filter(step -> step.state() == StepState.ACTIVE)
                .map(StepProgress::key)
                .findFirst()
                .orElse(null);
    }

    /** Those before {@code key} are done (or stay skipped), {@code key} is active. */
    static List<StepProgress> activate(List<StepProgress> steps, StepKey key, Instant now) {
        List<StepProgress> next = new ArrayList<>();
        for (StepProgress step : steps) {
            if (step.key().number() < key.number()) {
                next.add(close(step, StepState.DONE, now));
            } else if (step.key() == key) {
                Instant since = step.startedAt() == null ? now : step.startedAt();
                next.add(new StepProgress(key, step.name(), StepState.ACTIVE, since, null));
            } else {
                next.add(step);
            }
        }
        return List.copyOf(next);
    }

    /** The active step gets that state; after {@code DONE} all before it are done too. */
    public static List<StepProgress> end(List<StepProgress> steps, StepState state, Instant now) {
        return steps.stream()
                .map(step -> step.state() == StepState.ACTIVE ? close(step, state, now) : step)
                .toList();
    }

    private static StepProgress close(StepProgress step, StepState state, Instant now) {
        if (step.state() != StepState.ACTIVE && step.state() != StepState.WAITING) {
            return step;
        }
        Instant since = step.startedAt() == null ? now : step.startedAt();
        return new StepProgress(step.key(), step.name(), state, since, now);
    }

    /** Weights of the steps before {@code key} and the share of its own. */
    static double percentage(StepKey key, double stepPercentage) {
        int before = Arrays.stream(StepKey.values())
                .filter(other -> other.number() < key.number())
                .mapToInt(StepKey::weight)
                .sum();
        return before + key.weight() * stepPercentage / 100;
    }
}
