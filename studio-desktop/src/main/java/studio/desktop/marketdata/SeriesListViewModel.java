package studio.desktop.marketdata;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Texts;
import studio.model.market.DataTask;
import studio.model.market.ResampleReport;
import studio.model.market.ResampleRequest;
import studio.model.market.SeriesInfo;
import studio.model.market.Timeframe;

/** Series held and the tasks that fill them, asked anew while the page is open. For the FX thread. */
final class SeriesListViewModel {
    private static final int TASKS = 100;
    private static final Duration WHILE_BUSY = Duration.ofMillis(800);
    private static final Duration WHILE_QUIET = Duration.ofSeconds(5);

    private final DesktopContext context;
    private final ObservableList<SeriesInfo> series = FXCollections.observableArrayList();
    private final ObservableList<DataTask> tasks = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable SeriesInfo> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable DataTask> selectedTask = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper cancellable = new ReadOnlyBooleanWrapper();
    private boolean replacing;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable SeriesInfo> removing = new ReadOnlyObjectWrapper<>();
    private @Nullable Ticket call;
    private @Nullable Ticket next;
    private boolean open;

    SeriesListViewModel(DesktopContext context) {
        this.context = context;
    }

    ObservableList<SeriesInfo> series() {
        return series;
    }

    /** Newest first. */
    ObservableList<DataTask> tasks() {
        return tasks;
    }

    ObjectProperty<@Nullable SeriesInfo> selected() {
        return selected;
    }

    /** What went wrong; empty while nothing did. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void open() {
        open = true;
        reload();
    }

    void close() {
        open = false;
        cancel(call);
        cancel(next);
    }

    void reload() {
        cancel(call);
        cancel(next);
        call = context.background()
                .call(() -> new News(
                        context.client().series().series(),
                        context.client().marketData().tasks(TASKS).tasks()))
                .onSuccess(this::show)
                .onError(e -> problem.set(Failures.sentence(e)))
                .andFinally(this::schedule)
                .start();
    }

    private record News(List<SeriesInfo> series, List<DataTask> tasks) {}

    private void show(News news) {
        problem.set("");
        SeriesInfo before = selected.get();
        if (!series.equals(news.series())) {
            series.setAll(news.series());
            selected.set(series.stream()
                    .filter(s -> before != null && isSame(s, before))
                    .findFirst()
                    .orElse(null));
        }
        if (!tasks.equals(news.tasks())) {
            replaceTasks(news.tasks());
        }
    }

    /** The chosen task stays chosen while its figures change. */
    private void replaceTasks(List<DataTask> now) {
        DataTask before = selectedTask.get();
        replacing = true;
        tasks.setAll(now);
        replacing = false;
        select(now.stream()
                .filter(t -> before != null && t.taskId().equals(before.taskId()))
                .findFirst()
                .orElse(null));
    }

    /** Chooses a task of the list. */
    void select(@Nullable DataTask task) {
        if (!replacing) {
            selectedTask.set(task);
            cancellable.set(task != null && !task.status().isEnded());
        }
    }

    ReadOnlyObjectProperty<@Nullable DataTask> selectedTask() {
        return selectedTask.getReadOnlyProperty();
    }

    /** Whether the chosen task can be asked to stop. */
    ReadOnlyBooleanProperty cancellable() {
        return cancellable.getReadOnlyProperty();
    }

    private static boolean isSame(SeriesInfo one, SeriesInfo other) {
        return one.exchange().equals(other.exchange())
                && one.symbol().equals(other.symbol())
                && one.timeframe() == other.timeframe();
    }

    private void schedule() {
        if (open) {
            boolean busy = tasks.stream().anyMatch(t -> !t.status().isEnded());
            next = context.delay().after(busy ? WHILE_BUSY : WHILE_QUIET, this::reload);
        }
    }

    /** Asks the chosen task to stop. */
    void cancelSelected() {
        DataTask task = selectedTask.get();
        if (task == null || task.status().isEnded()) {
            return;
        }
        context.background()
                .call(() -> context.client().marketData().cancelTask(task.taskId()))
                .onError(e -> problem.set(Failures.sentence(e)))
                .andFinally(this::reload)
                .start();
    }

    /** Sums the selected series up to longer candles. */
    void resample(Timeframe to) {
        SeriesInfo from = selected.get();
        if (from == null) {
            return;
        }
        ResampleRequest request = new ResampleRequest(from.exchange(), from.symbol(), from.timeframe(), to);
        context.background()
                .call(() -> context.client().marketData().resample(request))
                .onSuccess(this::tell)
                .onError(e -> problem.set(Failures.sentence(e)))
                .andFinally(this::reload)
                .start();
    }

    /** Asks whether the selected series is to be removed; {@link #remove} is the answer yes. */
    void askToRemove() {
        removing.set(selected.get());
    }

    /** The series that is asked about; null while none is. */
    ReadOnlyObjectProperty<@Nullable SeriesInfo> removing() {
        return removing.getReadOnlyProperty();
    }

    /** The answer no. */
    void keep() {
        removing.set(null);
    }

    /** Removes the series that was asked about. */
    void remove() {
        SeriesInfo asked = removing.get();
        keep();
        if (asked == null) {
            return;
        }
        context.background()
                .call(() -> {
                    context.client().marketData().removeSeries(asked.exchange(), asked.symbol(), asked.timeframe());
                    return asked;
                })
                .onSuccess(gone -> context.navigation()
                        .tell(Texts.get(
                                "marketdata.removed",
                                gone.symbol(),
                                gone.timeframe().wireName())))
                .onError(e -> problem.set(Failures.sentence(e)))
                .andFinally(this::reload)
                .start();
    }

    private void tell(ResampleReport report) {
        context.navigation()
                .tell(Texts.get(
                        "marketdata.resampled",
                        report.symbol(),
                        report.to().wireName(),
                        context.formats().count(report.inserted() + report.updated() + report.unchanged())));
    }

    private static void cancel(@Nullable Ticket ticket) {
        if (ticket != null) {
            ticket.cancel();
        }
    }
}
