package studio.model.job;

import org.jspecify.annotations.Nullable;

/** Walk-forward windows as an analyst gives them; a null field takes its default. */
public record ValidationRequest(
        @Nullable ValidationMode mode,
        @Nullable Double trainWindowDays,
        @Nullable Double testWindowDays,
        @Nullable Double gapDays,
        @Nullable Double stepDays) {

    /** The windows with defaults filled in; {@code stepDays} defaults to the test window. */
    public ValidationSettings withDefaults() {
        ValidationSettings standard = ValidationSettings.standard();
        double test = testWindowDays == null ? standard.testWindowDays() : testWindowDays;
        return new ValidationSettings(
                mode == null ? standard.mode() : mode,
                trainWindowDays == null ? standard.trainWindowDays() : trainWindowDays,
                test,
                gapDays == null ? standard.gapDays() : gapDays,
                stepDays == null ? test : stepDays);
    }
}
