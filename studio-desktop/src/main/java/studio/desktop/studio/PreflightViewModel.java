package studio.desktop.studio;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.job.StartRequest;
import studio.model.system.PreflightReport;

/** What the training would be, asked of the server once the form has been quiet for a moment. */
final class PreflightViewModel {
    private static final Duration QUIET = Duration.ofMillis(350);

    private final TrainingClient client;
    private final Background background;
    private final Debounce debounce;
    private final ReadOnlyObjectWrapper<@Nullable PreflightReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private Background.@Nullable Ticket asked;

    PreflightViewModel(TrainingClient client, Background background, Debounce.Delay delay) {
        this.client = client;
        this.background = background;
        this.debounce = new Debounce(delay, QUIET);
    }

    /** The newest answer; null while there is none that fits the form. */
    ReadOnlyObjectProperty<@Nullable PreflightReport> report() {
        return report.getReadOnlyProperty();
    }

    /** What is going on or went wrong; empty when {@link #report} tells all. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** Asks after the quiet time; {@code refused} gets what the server found wrong. */
    void ask(StartRequest request, Consumer<Exception> refused) {
        letGo();
        if (report.get() == null) {
            state.set(Texts.get("studio.preflight.asking"));
        }
        debounce.ask(() -> askNow(request, refused));
    }

    private void askNow(StartRequest request, Consumer<Exception> refused) {
        asked = background
                .call(() -> client.preflight(request))
                .onSuccess(answer -> {
                    report.set(answer);
                    state.set("");
                })
                .onError(e -> {
                    report.set(null);
                    state.set(Failures.sentence(e));
                    refused.accept(e);
                })
                .start();
    }

    /** The form cannot be sent as it stands. */
    void blocked(String reason) {
        letGo();
        report.set(null);
        state.set(reason);
    }

    /** Forgets what is under way. */
    void letGo() {
        debounce.cancel();
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    /** "3 min 20 s (2 min – 5 min)"; a sentence while there is nothing to estimate from. */
    static String durationText(PreflightReport report, Formats formats) {
        if (report.estimatedSeconds() == null) {
            return Texts.get("studio.preflight.no_estimate");
        }
        String likely = formats.duration(seconds(report.estimatedSeconds()));
        if (report.estimatedSecondsLow() == null || report.estimatedSecondsHigh() == null) {
            return likely;
        }
        return Texts.get(
                "studio.preflight.interval",
                likely,
                formats.duration(seconds(report.estimatedSecondsLow())),
                formats.duration(seconds(report.estimatedSecondsHigh())));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
