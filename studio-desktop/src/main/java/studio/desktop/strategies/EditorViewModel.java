package studio.desktop.strategies;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.ServerRefusedException;
import studio.desktop.client.ServerUnreachableException;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Texts;
import studio.model.market.SeriesInfo;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyPreview;
import studio.model.strategy.StrategyVersion;

/**
 * The text in the editor: what is wrong with it, how it would have traded, its draft, and saving it as a version. For one
 * thread.
 */
final class EditorViewModel implements TextCheck.Listener {
    private static final int CONFLICT = 409;

    private final DesktopContext context;
    private final StrategyDrafts drafts;
    private final Consumer<StrategyVersion> onSaved;
    private final TextCheck checking;
    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable SeriesInfo> series = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable StrategyCheck> check = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable StrategyPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper previewStale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper checkingNow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper conflict = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saveBlocked = new ReadOnlyStringWrapper("");
    private boolean opening;
    private String checkedText = "";

    EditorViewModel(DesktopContext context, StrategyDrafts drafts, Consumer<StrategyVersion> onSaved) {
        this.context = context;
        this.drafts = drafts;
        this.onSaved = onSaved;
        this.checking = new TextCheck(context, this, checkingNow::set);
        text.addListener((o, was, is) -> onTyped());
        series.addListener((o, was, is) -> {
            preview.set(null);
            checkNow();
        });
        saving.addListener((o, was, is) -> sayWhetherItCanBeSaved());
    }

    /** Shows another text; what is not saved of the one before stays as its draft. */
    void open(Opened next) {
        opening = true;
        checking.letGo();
        opened.set(next);
        preview.set(null);
        check.set(null);
        problem.set("");
        conflict.set(false);
        note.set("");
        text.set(next.text());
        opening = false;
        changed.set(isChanged());
        checkNow();
        sayWhetherItCanBeSaved();
    }

    private void onTyped() {
        Opened now = opened.get();
        if (now == null || opening) {
            return;
        }
        changed.set(isChanged());
        if (!now.readOnly()) {
            if (changed.get()) {
                drafts.keep(now.key(), new StrategyDraft(now.name(), now.version(), text.get(), now.copiedFrom()));
            } else {
                drafts.forget(now.key());
            }
        }
        previewStale.set(preview.get() != null);
        checking.soon(request(now));
        sayWhetherItCanBeSaved();
    }

    private boolean isChanged() {
        Opened now = opened.get();
        return now != null && !now.readOnly() && !text.get().equals(now.savedText());
    }

    /** Checks the text as it stands, on the chosen series. */
    void checkNow() {
        Opened now = opened.get();
        if (now != null && !text.get().isEmpty()) {
            checking.now(request(now));
        }
    }

    private StrategyCheckRequest request(Opened now) {
        SeriesInfo on = series.get();
        return new StrategyCheckRequest(
                text.get(),
                now.name(),
                on == null ? null : on.exchange(),
                on == null ? null : on.symbol(),
                on == null ? null : on.timeframe(),
                null,
                null,
                null);
    }

    @Override
    public void onChecked(StrategyCheckRequest request, StrategyCheck found) {
        checkedText = String.valueOf(request.text());
        check.set(found);
        state.set("");
        if (found.preview() != null) {
            preview.set(found.preview());
        }
        previewStale.set(found.preview() == null && preview.get() != null);
        sayWhetherItCanBeSaved();
    }

    @Override
    public void onFailed(Exception why) {
        state.set(
                why instanceof ServerUnreachableException
                        ? Texts.get("strategies.check.away")
                        : Failures.sentence(why));
        previewStale.set(preview.get() != null);
        sayWhetherItCanBeSaved();
    }

    private void sayWhetherItCanBeSaved() {
        Opened now = opened.get();
        StrategyCheck found = check.get();
        String why = "";
        if (now == null || now.readOnly()) {
            why = Texts.get("strategies.save.read_only");
        } else if (saving.get()) {
            why = Texts.get("strategies.save.under_way");
        } else if (!changed.get()) {
            why = Texts.get("strategies.save.unchanged");
        } else if (found != null && !found.problems().isEmpty()) {
            int count = found.problems().size();
            why = Texts.get(count == 1 ? "strategies.save.problem" : "strategies.save.problems", count);
        }
        saveBlocked.set(why);
    }

    /** Saves the text as a new strategy or as the next version. */
    void save() {
        Opened now = opened.get();
        if (now == null || !saveBlocked.get().isEmpty()) {
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
        Opened now = opened.get();
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
                text.get(), note.get().strip(), now.name() == null ? null : basedOn, now.copiedFrom(), null);
    }

    private void ask(Callable<StrategyVersion> call) {
        saving.set(true);
        problem.set("");
        conflict.set(false);
        Opened asker = opened.get();
        context.background()
                .call(call)
                .onSuccess(saved -> onSaved(Objects.requireNonNull(asker), saved))
                .onError(this::onNotSaved)
                .andFinally(() -> saving.set(false))
                .start();
    }

    private void onSaved(Opened asker, StrategyVersion saved) {
        Optional<StrategyDraft> left = drafts.of(asker.key());
        drafts.forget(asker.key());
        // Typed on while it was being saved: that text is the draft of the next version.
        left.filter(draft -> !draft.text().equals(saved.text()))
                .ifPresent(draft -> drafts.keep(
                        saved.name(), new StrategyDraft(saved.name(), saved.version(), draft.text(), null)));
        Opened shown = opened.get();
        if (shown != null && shown.key().equals(asker.key()) && !shown.readOnly()) {
            Opened now = new Opened(
                    saved.name(),
                    saved.name(),
                    saved.title(),
                    saved.version(),
                    saved.version(),
                    saved.text(),
                    text.get(),
                    false,
                    false,
                    StrategyKind.WRITTEN,
                    saved.description(),
                    null);
            opened.set(now);
            note.set("");
            changed.set(isChanged());
        }
        onSaved.accept(saved);
    }

    private void onNotSaved(Exception why) {
        conflict.set(why instanceof ServerRefusedException refused
                && refused.problem().status() == CONFLICT);
        problem.set(Failures.sentence(why));
    }

    /** Goes back to what is saved and forgets the draft. */
    void revert() {
        Opened now = opened.get();
        if (now != null && !now.readOnly() && now.name() != null) {
            text.set(now.savedText());
        }
    }

    /** Whether the problems that are listed are those of the text as it stands, so that their places are right. */
    boolean isChecked() {
        return text.get().equals(checkedText);
    }

    void letGo() {
        checking.letGo();
    }

    ReadOnlyObjectProperty<@Nullable Opened> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is said of the next version. */
    StringProperty noteProperty() {
        return note;
    }

    /** The series that the text is tried on; null for none. */
    ObjectProperty<@Nullable SeriesInfo> seriesProperty() {
        return series;
    }

    /** What came of the newest check; null before the first. */
    ReadOnlyObjectProperty<@Nullable StrategyCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** The last preview of a text without problems. */
    ReadOnlyObjectProperty<@Nullable StrategyPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** True while the preview is not of the text as it stands. */
    ReadOnlyBooleanProperty previewStaleProperty() {
        return previewStale.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty checkingProperty() {
        return checkingNow.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Somebody else saved a version meanwhile. */
    ReadOnlyBooleanProperty conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** Why nothing is checked just now; empty while checks come back. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it was not saved; empty where it was. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why it cannot be saved; empty when it can. */
    ReadOnlyStringProperty saveBlockedProperty() {
        return saveBlocked.getReadOnlyProperty();
    }
}
