package studio.desktop.progress;

import java.util.List;
import java.util.Map;
import studio.desktop.fx.Texts;
import studio.model.progress.ProgressSnapshot;
import studio.model.progress.StepKey;
import studio.model.progress.StepProgress;
import studio.model.progress.StepState;

/**
 * One step of the breadcrumb in words: {@code [Optimizing… 60%]}, {@code Validation (skipped)}. The state is told by
 * text here and by an icon beside it, never by colour alone.
 */
record StepView(StepKey key, StepState state, String text) {
    private static final Map<StepKey, String> ACTIVE = Map.of(
            StepKey.DATA_COLLECTION, "progress.step.data_collection.active",
            StepKey.OPTIMIZATION, "progress.step.optimization.active",
            StepKey.VALIDATION, "progress.step.validation.active",
            StepKey.SAVE_CONFIG, "progress.step.save_config.active");
    private static final Map<StepKey, String> REST = Map.of(
            StepKey.DATA_COLLECTION, "progress.step.data_collection",
            StepKey.OPTIMIZATION, "progress.step.optimization",
            StepKey.VALIDATION, "progress.step.validation",
            StepKey.SAVE_CONFIG, "progress.step.save_config");

    static List<StepView> of(ProgressSnapshot snapshot) {
        return snapshot.steps().stream()
                .map(step -> new StepView(step.key(), step.state(), words(step, snapshot)))
                .toList();
    }

    /** The step's name in the app's language. */
    static String name(StepProgress step) {
        return Texts.get(REST.getOrDefault(step.key(), step.name()));
    }

    private static String words(StepProgress step, ProgressSnapshot snapshot) {
        String name = name(step);
        return switch (step.state()) {
            case WAITING, DONE -> name;
            case ACTIVE ->
                Texts.get(
                        "progress.step.active",
                        Texts.get(ACTIVE.getOrDefault(step.key(), step.name())),
                        Math.round(Math.floor(snapshot.stepPercentage())));
            case SKIPPED -> Texts.get("progress.step.skipped", name);
            case FAILED -> Texts.get("progress.step.failed", name);
            case CANCELLED -> Texts.get("progress.step.cancelled", name);
        };
    }
}
