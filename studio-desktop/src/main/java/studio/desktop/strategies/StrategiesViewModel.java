package studio.desktop.strategies;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.StrategyClient;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Texts;
import studio.desktop.strategies.code.Vocabulary;
import studio.model.market.SeriesInfo;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyOrigin;
import studio.model.strategy.StrategyVersion;

/** The strategies of the server and the texts that were never saved; opens one of them in the editor. For one thread. */
final class StrategiesViewModel {
    private static final String LAST = "strategies.opened";

    private final DesktopContext context;
    private final StrategyDrafts drafts;
    private final StrategyItems items;
    private final EditorViewModel editor;
    private final SavingViewModel saving;
    private final ObservableList<StrategyVersion> versions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Vocabulary> vocabulary = new ReadOnlyObjectWrapper<>(Vocabulary.keywordsOnly());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean vocabularyKnown;
    private boolean damageReported;
    private @Nullable Ticket asked;
    private @Nullable String wanted;

    StrategiesViewModel(DesktopContext context) {
        this.context = context;
        this.drafts = new StrategyDrafts(context.settings());
        this.items = new StrategyItems(drafts);
        this.editor = new EditorViewModel(context, drafts);
        this.saving = new SavingViewModel(context, editor, drafts, this::onSaved);
        editor.changedProperty().addListener((o, was, is) -> items.list());
        editor.textProperty().addListener((o, was, is) -> {
            if (!Opened.title(was).equals(Opened.title(is))) {
                items.list();
            }
        });
    }

    private StrategyClient client() {
        return context.client().written();
    }

    /** Reads the list again; the text in the editor stays as it is. */
    void load() {
        letGo();
        reportDamage();
        loading.set(true);
        asked = context.background()
                .call(() -> client().list().strategies())
                .onSuccess(this::onLoaded)
                .onError(e -> {
                    problem.set(Failures.sentence(e));
                    items.list();
                    openLast();
                })
                .andFinally(() -> loading.set(false))
                .start();
        if (!vocabularyKnown) {
            context.background()
                    .call(() -> client().functions())
                    .onSuccess(known -> {
                        vocabularyKnown = true;
                        vocabulary.set(Vocabulary.of(known));
                    })
                    .onError(e -> vocabularyKnown = false)
                    .start();
        }
    }

    private void reportDamage() {
        if (!damageReported && !drafts.damaged().isEmpty()) {
            context.navigation().tell(Texts.get("strategies.drafts.damaged", String.join(", ", drafts.damaged())));
        }
        damageReported = true;
    }

    private void onLoaded(List<StrategyInfo> all) {
        problem.set("");
        items.set(all);
        if (wanted != null) {
            openByName(wanted);
            wanted = null;
        }
        openLast();
        Opened now = editor.openedProperty().get();
        if (now == null || now.name() == null) {
            return;
        }
        if (now.newest() == null) {
            // Opened from its draft alone, while the server was away.
            items.of(now.name())
                    .ifPresent(info -> editor.onStored(
                            Opened.of(info, drafts.of(info.name()).orElse(null))));
        }
        if (versions.isEmpty()) {
            readVersions(now);
        }
    }

    /** At the first time: what was open when the app was left, else the first strategy that can be read as text. */
    private void openLast() {
        if (editor.openedProperty().get() != null) {
            return;
        }
        String last = context.settings().choice(LAST).orElse("");
        items.shown().stream()
                .filter(item -> item.key().equals(last))
                .findFirst()
                .or(() -> items.shown().stream()
                        .filter(item -> item.info() == null || item.info().text() != null)
                        .findFirst())
                .ifPresent(this::open);
    }

    void open(StrategyItem item) {
        StrategyInfo info = item.info();
        Optional<StrategyDraft> draft = drafts.of(item.key());
        Opened next = info != null
                ? Opened.of(info, draft.orElse(null))
                : draft.map(d -> Opened.ofDraft(item.key(), d)).orElse(null);
        if (next != null) {
            show(next);
        }
    }

    /** As soon as the list is known; one that the search hides too. */
    void openByName(String name) {
        if (items.of(name).isPresent()) {
            wanted = null;
            openNewest(name);
        } else {
            wanted = name;
        }
    }

    private void show(Opened next) {
        editor.open(next);
        context.settings().remember(LAST, next.key());
        versions.clear();
        readVersions(next);
    }

    private void readVersions(Opened of) {
        String name = of.name();
        if (name == null || of.kind() != StrategyKind.WRITTEN) {
            return;
        }
        context.background()
                .call(() -> client().versions(name).versions())
                .onSuccess(all -> {
                    Opened now = editor.openedProperty().get();
                    if (now != null && name.equals(now.name()) && !versions.equals(all)) {
                        versions.setAll(all);
                    }
                })
                .onError(e -> problem.set(Failures.sentence(e)))
                .start();
    }

    /** A new strategy that begins with that text. */
    void createFrom(String text) {
        create(new StrategyDraft(null, null, text, null));
    }

    private void create(StrategyDraft draft) {
        String key = drafts.newKey();
        drafts.keep(key, draft);
        items.list();
        show(Opened.ofDraft(key, draft));
    }

    /** A new strategy with the text that is shown, under a title of its own. */
    void copy() {
        Opened now = editor.openedProperty().get();
        if (now == null || editor.textProperty().get().isEmpty()) {
            return;
        }
        String name = now.name();
        Integer version = now.version();
        StrategyOrigin origin =
                name == null ? now.copiedFrom() : new StrategyOrigin(name, version == null ? 1 : version);
        String text = editor.textProperty().get();
        create(new StrategyDraft(null, null, Opened.retitled(text, freeTitle(Opened.title(text))), origin));
    }

    private String freeTitle(String title) {
        String base = title.isEmpty() ? Texts.get("strategies.untitled") : title;
        String wanted = Texts.get("strategies.copy.title", base);
        for (int number = 2; items.isTaken(wanted); number++) {
            wanted = Texts.get("strategies.copy.title", base) + " " + number;
        }
        return wanted;
    }

    /** Shows a version; the newest one with its draft, older ones to be read only. */
    void openVersion(StrategyVersion version) {
        int newest = versions.isEmpty() ? version.version() : versions.get(0).version();
        Opened now = editor.openedProperty().get();
        if (now == null
                || now.isOldVersion() == (version.version() != newest)
                        && version.version() == (now.version() == null ? 0 : now.version())) {
            return;
        }
        if (version.version() == newest) {
            openNewest(version.name());
        } else {
            editor.open(Opened.ofOld(version, newest));
        }
    }

    /** Whatever the search leaves in the list. */
    private void openNewest(String name) {
        items.of(name).ifPresent(info -> show(Opened.of(info, drafts.of(name).orElse(null))));
    }

    /** Whether there is text of the strategy that is shown which was not saved. */
    boolean hasDraft() {
        Opened now = editor.openedProperty().get();
        return now != null && drafts.of(now.key()).isPresent();
    }

    /** The text of the older version that is shown becomes the draft of the next one. */
    void restoreVersion() {
        Opened now = editor.openedProperty().get();
        if (now == null || !now.isOldVersion()) {
            return;
        }
        String old = now.savedText();
        openNewest(now.key());
        editor.textProperty().set(old);
    }

    /** Throws away a new strategy that was never saved, or goes back to what is saved. */
    void discard() {
        Opened now = editor.openedProperty().get();
        if (now == null) {
            return;
        }
        if (now.name() != null) {
            editor.revert();
            return;
        }
        drafts.forget(now.key());
        openFirst();
    }

    private void openFirst() {
        items.list();
        items.shown().stream().findFirst().ifPresent(this::open);
    }

    void archive(boolean archived) {
        change(name -> () -> client().archive(name, archived), info -> {
            context.navigation()
                    .tell(Texts.get(archived ? "strategies.archived" : "strategies.unarchived", info.title()));
            replace(info);
        });
    }

    private void replace(StrategyInfo info) {
        items.replace(info);
        editor.open(Opened.of(info, drafts.of(info.name()).orElse(null)));
    }

    void delete() {
        change(
                name -> () -> {
                    client().delete(name);
                    return name;
                },
                name -> {
                    drafts.forget(name);
                    items.remove(name);
                    context.navigation().tell(Texts.get("strategies.deleted", name));
                    openFirst();
                });
    }

    private <T> void change(Function<String, Callable<T>> call, Consumer<T> then) {
        Opened now = editor.openedProperty().get();
        if (now != null && now.name() != null) {
            context.background()
                    .call(call.apply(now.name()))
                    .onSuccess(done -> {
                        problem.set("");
                        then.accept(done);
                    })
                    .onError(e -> problem.set(Failures.sentence(e)))
                    .start();
        }
    }

    private void onSaved(StrategyVersion saved) {
        context.navigation().tell(Texts.get("strategies.saved", saved.title(), saved.version()));
        context.settings().remember(LAST, saved.name());
        versions.clear();
        load();
    }

    /** Leads to the form with this strategy and version, on the series of the preview. */
    void train() {
        Opened now = editor.openedProperty().get();
        if (now == null || now.name() == null) {
            return;
        }
        SeriesInfo on = editor.seriesProperty().get();
        context.navigation()
                .editAndRerun(
                        TrainingRequests.of(now.name(), now.kind() == StrategyKind.WRITTEN ? now.version() : null, on));
    }

    void letGo() {
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    EditorViewModel editor() {
        return editor;
    }

    SavingViewModel saving() {
        return saving;
    }

    StrategyItems items() {
        return items;
    }

    /** Of the strategy that is shown, newest first; empty for those that have none. */
    ObservableList<StrategyVersion> versions() {
        return versions;
    }

    ReadOnlyObjectProperty<Vocabulary> vocabularyProperty() {
        return vocabulary.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
