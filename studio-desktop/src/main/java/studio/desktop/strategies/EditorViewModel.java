package studio.desktop.strategies;

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
import studio.desktop.client.ServerUnreachableException;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Texts;
import studio.model.market.SeriesInfo;
import studio.model.strategy.StrategyCheck;
import studio.model.strategy.StrategyCheckRequest;
import studio.model.strategy.StrategyPreview;

/** The text in the editor: what is wrong with it, how it would have traded, and its draft. For one thread. */
final class EditorViewModel implements TextCheck.Listener {
    private final StrategyDrafts drafts;
    private final TextCheck checking;
    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable SeriesInfo> series = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable StrategyCheck> check = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable StrategyPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper previewStale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper checkingNow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private Consumer<String> onOpen = text -> {};
    private @Nullable String checkedText;
    private boolean opening;

    EditorViewModel(DesktopContext context, StrategyDrafts drafts) {
        this.drafts = drafts;
        this.checking = new TextCheck(context, this, checkingNow::set);
        text.addListener((o, was, is) -> onTyped());
        series.addListener((o, was, is) -> {
            preview.set(null);
            previewStale.set(false);
            checkNow();
        });
    }

    /** Called with each text that is opened, so that its editor begins without the steps of the one before. */
    void onOpen(Consumer<String> listener) {
        onOpen = listener;
    }

    /** Shows another text; what is not saved of the one before stays as its draft. */
    void open(Opened next) {
        opening = true;
        opened.set(next);
        text.set(next.text());
        opening = false;
        onOpen.accept(next.text());
        forgetCheck();
        preview.set(null);
        previewStale.set(false);
        changed.set(isChanged());
        checkNow();
    }

    /** The text that is shown was stored, or what is stored of it is known by now; what is typed stays. */
    void onStored(Opened now) {
        opened.set(now);
        changed.set(isChanged());
    }

    private void forgetCheck() {
        checking.letGo();
        checkedText = null;
        check.set(null);
        state.set("");
    }

    private void onTyped() {
        Opened now = opened.get();
        if (now == null || opening) {
            return;
        }
        boolean isChanged = isChanged();
        if (!now.readOnly()) {
            // Before anyone hears of the change, and lists what is a draft.
            if (isChanged) {
                drafts.keep(now.key(), new StrategyDraft(now.name(), now.version(), text.get(), now.copiedFrom()));
            } else {
                drafts.forget(now.key());
            }
        }
        changed.set(isChanged);
        previewStale.set(preview.get() != null);
        if (text.get().isBlank()) {
            forgetCheck();
        } else {
            checking.soon(request(now));
        }
    }

    private boolean isChanged() {
        Opened now = opened.get();
        return now != null && !now.readOnly() && !text.get().equals(now.savedText());
    }

    /** Checks the text as it stands, on the chosen series. */
    void checkNow() {
        Opened now = opened.get();
        if (now != null && !text.get().isBlank()) {
            checking.now(request(now));
        }
    }

    /** Checks the text unless that was done: a check that was let go of is made up for. */
    void checkIfMissing() {
        if (!isChecked()) {
            checkNow();
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
        checkedText = request.text();
        check.set(found);
        state.set("");
        if (found.preview() != null) {
            preview.set(found.preview());
        }
        previewStale.set(found.preview() == null && preview.get() != null);
    }

    @Override
    public void onFailed(Exception why) {
        state.set(
                why instanceof ServerUnreachableException
                        ? Texts.get("strategies.check.away")
                        : Failures.sentence(why));
        previewStale.set(preview.get() != null);
    }

    /** Whether there is a saved text to go back to, and it is known. */
    boolean canRevert() {
        Opened now = opened.get();
        return now != null && !now.readOnly() && now.newest() != null && changed.get();
    }

    /** Goes back to what is saved and forgets the draft. */
    void revert() {
        Opened now = opened.get();
        if (now != null && canRevert()) {
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

    /** Whether the text is another one than what is saved. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Why nothing is checked just now; empty while checks come back. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }
}
