package studio.desktop.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.TrainingClient;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Texts;
import studio.model.job.JobPatch;
import studio.model.job.JobSummary;

/** What is done with all chosen rows together: asked once, done one by one, and the outcome told. For one thread. */
final class BulkViewModel {
    private final DesktopContext context;
    private final HistoryViewModel history;
    private final Map<BulkAction, ReadOnlyStringWrapper> blocked = new EnumMap<>(BulkAction.class);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final StringProperty tag = new SimpleStringProperty("");
    private List<HistoryRow> chosen = List.of();
    private @Nullable BulkAction asked;

    BulkViewModel(DesktopContext context, HistoryViewModel history) {
        this.context = context;
        this.history = history;
        for (BulkAction action : BulkAction.values()) {
            blocked.put(action, new ReadOnlyStringWrapper(action.blockedBecause(List.of())));
        }
    }

    void choose(List<HistoryRow> rows) {
        chosen = List.copyOf(rows);
        count.set(chosen.size());
        dismiss();
        blocked.forEach((action, why) -> why.set(action.blockedBecause(jobs())));
    }

    /** The chosen ones as they stand now. */
    List<JobSummary> jobs() {
        return chosen.stream().map(HistoryRow::job).toList();
    }

    /** Runs an action, or asks first where something is lost; one that is blocked does nothing. EXPORT is a file's. */
    void run(BulkAction action) {
        List<JobSummary> jobs = jobs();
        if (!action.blockedBecause(jobs).isEmpty()) {
            return;
        }
        switch (action) {
            case COMPARE ->
                context.navigation()
                        .openComparison(jobs.stream().map(JobSummary::jobId).toList());
            case PIN -> {
                boolean pin = jobs.stream().anyMatch(j -> !j.pinned());
                each(action, jobs, (client, job) -> client.patch(job.jobId(), new JobPatch(null, null, null, pin)));
            }
            case TAG -> tagAll(jobs);
            case CANCEL, DELETE -> ask(action, jobs);
            case EXPORT -> {}
        }
    }

    private void tagAll(List<JobSummary> jobs) {
        String word = tag.get().strip();
        if (word.isEmpty() || word.contains(",")) {
            history.tellProblem(Texts.get("history.bulk.tag.empty"));
            return;
        }
        each(BulkAction.TAG, jobs, (client, job) -> {
            Set<String> tags = new LinkedHashSet<>(job.tags());
            tags.add(word);
            client.patch(job.jobId(), new JobPatch(null, null, List.copyOf(tags), null));
        });
        tag.set("");
    }

    private void ask(BulkAction action, List<JobSummary> jobs) {
        int meant = action.meant(jobs).size();
        int spared = jobs.size() - meant;
        String words = Texts.get(
                action == BulkAction.CANCEL ? "history.bulk.cancel.question" : "history.bulk.delete.question",
                context.formats().count(meant));
        String rest = spared == 0
                ? ""
                : " "
                        + Texts.get(
                                action == BulkAction.CANCEL
                                        ? "history.bulk.cancel.spared"
                                        : "history.bulk.delete.spared",
                                context.formats().count(spared));
        asked = action;
        question.set(words + rest);
    }

    /** Yes to the question. */
    void confirm() {
        BulkAction action = asked;
        dismiss();
        if (action == BulkAction.CANCEL) {
            each(action, action.meant(jobs()), (client, job) -> client.cancel(job.jobId()));
        } else if (action == BulkAction.DELETE) {
            each(action, action.meant(jobs()), (client, job) -> client.delete(job.jobId()));
        }
    }

    /** No to the question. */
    void dismiss() {
        asked = null;
        question.set("");
    }

    /** What is done with one job. */
    private interface Step {
        void run(TrainingClient client, JobSummary job);
    }

    private record Outcome(int done, List<String> failures) {}

    private void each(BulkAction action, List<JobSummary> jobs, Step step) {
        context.background()
                .call(() -> {
                    List<String> failures = new ArrayList<>();
                    for (JobSummary job : jobs) {
                        try {
                            step.run(context.client(), job);
                        } catch (RuntimeException e) {
                            // One that another analyst has just ended or deleted must not keep the others.
                            failures.add(Failures.sentence(e));
                        }
                    }
                    return new Outcome(jobs.size() - failures.size(), failures);
                })
                .onSuccess(outcome -> tell(action, outcome))
                .onError(e -> history.tellProblem(Failures.sentence(e)))
                .start();
    }

    private void tell(BulkAction action, Outcome outcome) {
        history.reload();
        String done = Texts.get(
                "history.bulk.done." + action.name().toLowerCase(java.util.Locale.ROOT),
                context.formats().count(outcome.done()));
        Consumer<String> say = outcome.failures().isEmpty() ? context.navigation()::tell : history::tellProblem;
        say.accept(
                outcome.failures().isEmpty()
                        ? done
                        : done + " "
                                + Texts.get(
                                        "history.bulk.failed",
                                        context.formats()
                                                .count(outcome.failures().size()),
                                        outcome.failures().get(0)));
    }

    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What is asked before something is lost; empty when nothing is. */
    ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Why the action cannot run; empty when it can. */
    ReadOnlyStringProperty blockedProperty(BulkAction action) {
        return java.util.Objects.requireNonNull(blocked.get(action)).getReadOnlyProperty();
    }

    /** The tag to give, as typed. */
    StringProperty tagProperty() {
        return tag;
    }
}
