package studio.desktop.strategies;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Texts;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyVersion;

/**
 * Saves the text in the editor as a new strategy or as the next version, never over a version that somebody else saved
 * meanwhile. Until the server has stored it the text stays a draft. For one thread.
 */
final class SavingViewModel {
    private static final int CONFLICT = 409;

    private final DesktopContext context;
    private final EditorViewModel editor;
    private final StrategyDrafts drafts;
    private final Consumer<StrategyVersion> onSaved;
    private final StringProperty note = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper conflict = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");

    SavingViewModel(
            DesktopContext context, EditorViewModel editor, StrategyDrafts drafts, Consumer<StrategyVersion> onSaved) {
        this.context = context;
        this.editor = editor;
        this.drafts = drafts;
        this.onSaved = onSaved;
        editor.openedProperty().addListener((o, was, is) -> {
            if (was == null || is == null || !was.key().equals(is.key()) || was.readOnly() != is.readOnly()) {
                begin();
            }
        });
        editor.textProperty().addListener((o, was, is) -> sayWhetherItCanBeSaved());
        editor.changedProperty().addListener((o, was, is) -> sayWhetherItCanBeSaved());
        editor.checkProperty().addListener((o, was, is) -> sayWhetherItCanBeSaved());
        saving.addListener((o, was, is) -> sayWhetherItCanBeSaved());
        sayWhetherItCanBeSaved();
    }

    private void begin() {
        problem.set("");
        conflict.set(false);
        note.set("");
        sayWhetherItCanBeSaved();
    }

    private void sayWhetherItCanBeSaved() {
        blocked.set(whyNot());
    }

    private String whyNot() {
        Opened now = editor.openedProperty().get();
        StrategyCheck found = editor.checkProperty().get();
        if (now == null || now.readOnly()) {
            return Texts.get("strategies.save.read_only");
        }
        if (saving.get()) {
            return Texts.get("strategies.save.under_way");
        }
        if (editor.textProperty().get().isBlank()) {
            return Texts.get("strategies.save.empty");
        }
        if (!editor.changedProperty().get()) {
            return Texts.get("strategies.save.unchanged");
        }
        int count = found == null ? 0 : found.problems().size();
        return count == 0 ? "" : Texts.get(count == 1 ? "strategies.save.problem" : "strategies.save.problems", count);
    }

    /** Saves the text as a new strategy or as the next version. */
    void save() {
        Opened now = editor.openedProperty().get();
        if (now == null || !blocked.get().isEmpty()) {
            return;
        }
        String name = now.name();
        SaveStrategyRequest request = request(now, now.version());
        ask(() -> name == null
                ? context.client().written().create(request)
                : context.client().written().save(name, request));
    }

    /** Saves the text on top of the version that somebody else has saved meanwhile. */
    void saveOnTop() {
        Opened now = editor.openedProperty().get();
        if (now != null && now.name() != null) {
            String name = now.name();
            ask(() -> {
                int newest = context.client()
                        .written()
                        .versions(name)
                        .versions()
                        .get(0)
                        .version();
                return context.client().written().save(name, request(now, newest));
            });
        }
    }

    private SaveStrategyRequest request(Opened now, @Nullable Integer basedOn) {
        return new SaveStrategyRequest(
                editor.textProperty().get(),
                note.get().strip(),
                now.name() == null ? null : basedOn,
                now.copiedFrom(),
                null);
    }

    private void ask(Callable<StrategyVersion> call) {
        saving.set(true);
        problem.set("");
        conflict.set(false);
        Opened asker = editor.openedProperty().get();
        context.background()
                .call(call)
                .onSuccess(saved -> onStored(Objects.requireNonNull(asker), saved))
                .onError(this::onRefused)
                .andFinally(() -> saving.set(false))
                .start();
    }

    private void onStored(Opened asker, StrategyVersion saved) {
        StrategyDraft left = drafts.of(asker.key()).orElse(null);
        drafts.forget(asker.key());
        if (left != null && !left.text().equals(saved.text())) {
            // Typed on while it was being saved: that text is the draft of the next version.
            drafts.keep(saved.name(), new StrategyDraft(saved.name(), saved.version(), left.text(), null));
        }
        Opened shown = editor.openedProperty().get();
        if (shown != null && shown.key().equals(asker.key()) && !shown.readOnly()) {
            editor.onStored(new Opened(
                    saved.name(),
                    saved.name(),
                    saved.title(),
                    saved.version(),
                    saved.version(),
                    saved.text(),
                    editor.textProperty().get(),
                    false,
                    false,
                    StrategyKind.WRITTEN,
                    saved.description(),
                    null));
            note.set("");
        }
        onSaved.accept(saved);
    }

    private void onRefused(Exception why) {
        conflict.set(why instanceof ServerRefusedException refused
                && refused.problem().status() == CONFLICT);
        problem.set(Failures.sentence(why));
    }

    /** What is said of the next version. */
    StringProperty noteProperty() {
        return note;
    }

    /** Somebody else saved a version meanwhile. */
    ReadOnlyBooleanProperty conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** Why it was not saved; empty where it was. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why it cannot be saved; empty when it can. */
    ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }
}
