package studio.desktop.history;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.model.job.JobDetail;
import studio.model.job.JobPatch;
import studio.model.job.JobSummary;

/**
 * What can be done with the selected row: which actions, why not others, the question before a loss, the name and note. What
 * was typed and not saved is kept for its job, whatever happens to the selection, until it is saved or discarded.
 */
final class RowActionsViewModel {
    private final DesktopContext context;
    private final HistoryViewModel history;
    private final Map<RowAction, ReadOnlyStringWrapper> blocked = new EnumMap<>(RowAction.class);
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper pinLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final ChangeListener<JobSummary> jobChanged = (o, was, is) -> refresh();
    private final NoteDrafts drafts;
    private boolean filling;
    private @Nullable HistoryRow selected;
    private @Nullable HistoryRow asked;
    private Runnable onYes = () -> {};

    RowActionsViewModel(DesktopContext context, HistoryViewModel history) {
        this.context = context;
        this.history = history;
        this.drafts = new NoteDrafts(context.settings());
        for (StringProperty field : List.of(name, note, tags)) {
            field.addListener((o, was, is) -> keepDraft());
        }
        for (RowAction action : RowAction.values()) {
            blocked.put(action, new ReadOnlyStringWrapper(""));
        }
        refresh();
    }

    void select(@Nullable HistoryRow row) {
        HistoryRow before = selected;
        if (before != null) {
            before.jobProperty().removeListener(jobChanged);
        }
        selected = row;
        // The same job in a row that was read anew: questions and the editor stay as they are.
        if (before == null || row == null || !before.jobId().equals(row.jobId())) {
            dismiss();
            editing.set(false);
            if (row != null && drafts.of(row.jobId()).isPresent()) {
                startEditing(row.job());
            }
        }
        if (row != null) {
            row.jobProperty().addListener(jobChanged);
        }
        refresh();
    }

    /** With every letter, so that not even the end of the app costs one. */
    private void keepDraft() {
        if (selected == null || !editing.get() || filling) {
            return;
        }
        NoteDraft typed = typed();
        if (typed.equals(NoteDraft.of(selected.job()))) {
            drafts.forget(selected.jobId());
        } else {
            drafts.keep(selected.jobId(), typed);
        }
    }

    private NoteDraft typed() {
        return new NoteDraft(name.get(), note.get(), tags.get());
    }

    private void refresh() {
        JobSummary job = selected == null ? null : selected.job();
        blocked.forEach((action, why) -> why.set(action.blockedBecause(job)));
        pinLabel.set(Texts.get(job != null && job.pinned() ? "history.unpin" : "history.pin"));
    }

    /** Runs an action on the selected row; one that is blocked does nothing. COPY_ID is the clipboard's and EXPORT a file's. */
    void run(RowAction action) {
        HistoryRow row = selected;
        if (row == null || !action.blockedBecause(row.job()).isEmpty()) {
            return;
        }
        switch (action) {
            case OPEN -> {
                if (row.isActive()) {
                    context.navigation().openProgress(row.jobId());
                } else {
                    context.navigation().openResults(row.jobId());
                }
            }
            case RERUN ->
                call(() -> context.client().rerun(row.jobId()), job -> {
                    history.reload();
                    context.navigation().openProgress(job.summary().jobId());
                });
            case EDIT ->
                call(
                        () -> context.client().job(row.jobId()),
                        job -> context.navigation().editAndRerun(job.repeated()));
            case CANCEL ->
                ask(
                        row,
                        Texts.get("history.cancel.question", named(row.job())),
                        () -> call(() -> context.client().cancel(row.jobId()), job -> row.onJob(job.summary())));
            case RENAME -> startEditing(row.job());
            case PIN -> patch(row, new JobPatch(null, null, null, !row.job().pinned()));
            case DELETE -> ask(row, Texts.get("history.delete.question", named(row.job())), () -> delete(row));
            case EXPORT -> {}
            case COPY_ID -> context.navigation().tell(Texts.get("progress.id.copied"));
        }
    }

    private static String named(JobSummary job) {
        return job.name().isBlank()
                ? VersionedTitle.of(job.strategy(), job.strategyVersion()) + " · " + job.symbol() + " · "
                        + job.timeframe().wireName()
                : job.name();
    }

    private void delete(HistoryRow row) {
        context.background()
                .run(() -> context.client().delete(row.jobId()))
                .onSuccess(gone -> {
                    drafts.forget(row.jobId());
                    history.forget(row);
                })
                .onError(this::onFailed)
                .start();
    }

    private void startEditing(JobSummary job) {
        NoteDraft draft = drafts.of(job.jobId()).orElseGet(() -> NoteDraft.of(job));
        filling = true;
        name.set(draft.name());
        note.set(draft.note());
        tags.set(draft.tags());
        filling = false;
        editing.set(true);
    }

    void save() {
        HistoryRow row = selected;
        if (row == null || !editing.get()) {
            return;
        }
        List<String> wanted = Arrays.stream(tags.get().split(","))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
        NoteDraft sent = typed();
        JobPatch patch = new JobPatch(name.get().strip(), note.get().strip(), wanted, null);
        // The editor stays until the server has taken it, and longer where more was typed meanwhile.
        call(() -> context.client().patch(row.jobId(), patch), job -> {
            row.onJob(job.summary());
            HistoryRow now = selected;
            boolean stillHere = now != null && now.jobId().equals(row.jobId());
            if (now != null && stillHere) {
                now.onJob(job.summary());
            }
            if (stillHere && editing.get() && !typed().equals(sent)) {
                keepDraft();
                return;
            }
            drafts.forget(row.jobId());
            if (stillHere) {
                editing.set(false);
            }
        });
    }

    void discard() {
        if (selected != null) {
            drafts.forget(selected.jobId());
        }
        editing.set(false);
    }

    private void patch(HistoryRow row, JobPatch patch) {
        call(() -> context.client().patch(row.jobId(), patch), job -> row.onJob(job.summary()));
    }

    private void call(Callable<JobDetail> work, java.util.function.Consumer<JobDetail> then) {
        context.background().call(work).onSuccess(then).onError(this::onFailed).start();
    }

    private void onFailed(Exception e) {
        history.tellProblem(Failures.sentence(e));
    }

    private void ask(HistoryRow row, String words, Runnable yes) {
        asked = row;
        onYes = yes;
        question.set(words);
    }

    /** Yes to the question. */
    void confirm() {
        Runnable yes = onYes;
        boolean still = asked != null;
        dismiss();
        if (still) {
            yes.run();
        }
    }

    /** No to the question. */
    void dismiss() {
        asked = null;
        onYes = () -> {};
        question.set("");
    }

    @Nullable
    HistoryRow selected() {
        return selected;
    }

    /** Why the action cannot run; empty when it can. */
    ReadOnlyStringProperty blockedProperty(RowAction action) {
        return java.util.Objects.requireNonNull(blocked.get(action)).getReadOnlyProperty();
    }

    /** What is asked before something is lost; empty when nothing is. */
    ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    ReadOnlyStringProperty pinLabelProperty() {
        return pinLabel.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty noteProperty() {
        return note;
    }

    StringProperty tagsProperty() {
        return tags;
    }
}
