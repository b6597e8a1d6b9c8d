package studio.desktop.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.JobQuery;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.CatalogueWords;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Texts;
import studio.desktop.progress.ProgressFeed;
import studio.model.job.JobPage;
import studio.model.progress.ProgressSnapshot;
import studio.model.strategy.StrategyInfo;

/**
 * The table's rows, page after page as they are scrolled to, with search, filters, order, and the running ones live. For
 * the FX thread.
 */
final class HistoryViewModel implements ProgressFeed.Listener {
    static final int FIRST_PAGE = 100;
    static final int PAGE = 200;
    static final String NEWEST = "-created_at";
    private static final String SORT = "history.sort";
    private static final int AHEAD = 60;
    private static final Duration QUIET = Duration.ofMillis(250);
    /** What comes sooner needs no sign that it is waited for: one that flickers only disturbs, and it costs frames. */
    private static final Duration SLOW = Duration.ofMillis(250);

    private final DesktopContext context;
    private final ProgressFeed feed;
    private final Debounce searching;
    private final Debounce watching;
    private final Debounce waiting;
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> strategies = FXCollections.observableArrayList();
    private final HistoryFilters filters;
    private final ReadOnlyIntegerWrapper narrowed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final Set<HistoryRow> shown = new LinkedHashSet<>();

    private String sort;
    private @Nullable String nextCursor;
    private @Nullable Ticket loadingCall;
    private ProgressFeed.@Nullable Watch watch;
    private Set<String> watched = Set.of();
    private Map<String, String> titles = Map.of();
    private Runnable beforeReload = () -> {};
    private Runnable afterReload = () -> {};
    private boolean open;
    private boolean loading;

    HistoryViewModel(DesktopContext context, ProgressFeed feed) {
        this.context = context;
        this.feed = feed;
        this.searching = new Debounce(context.delay(), QUIET);
        this.watching = new Debounce(context.delay(), QUIET);
        this.waiting = new Debounce(context.delay(), SLOW);
        this.filters = new HistoryFilters(context.settings(), context.formats().zone());
        this.sort = context.settings().choice(SORT).orElse(NEWEST);
        narrowed.set(filters.count());
        filters.onChange(this::onFilter);
    }

    private void onFilter() {
        narrowed.set(filters.count());
        searching.ask(this::reload);
    }

    void open() {
        open = true;
        if (strategies.isEmpty()) {
            context.background()
                    .call(() -> context.client().strategies())
                    .onSuccess(list -> {
                        titles = CatalogueWords.titles(list.strategies());
                        strategies.setAll(list.strategies().stream()
                                .map(StrategyInfo::name)
                                .toList());
                    })
                    .onError(e -> {})
                    .start();
        }
        reload();
        watchShown();
    }

    /**
     * The first rows before anybody looks, so that they stand there at once; opening reads them anew, and tells what goes
     * wrong then. {@code done} is called whether they have come or not.
     */
    Ticket prefetch(Runnable done) {
        JobQuery query = query();
        return context.background()
                .call(() -> context.client().jobs(query))
                .onSuccess(page -> {
                    if (!open && rows.isEmpty() && query.equals(query())) {
                        onPage(page, query, true);
                    }
                })
                .onError(e -> {})
                .andFinally(done)
                .start();
    }

    void close() {
        open = false;
        searching.cancel();
        watching.cancel();
        if (loadingCall != null) {
            loadingCall.cancel();
            loadingCall = null;
        }
        onLoaded();
        stopWatching();
    }

    /** Reads the first page anew; what is shown stays until it has come. */
    void reload() {
        if (open) {
            searching.cancel();
            load(query(), true);
        }
    }

    /** {@code key} as the server names it, with a minus for descending. */
    void sortBy(String key) {
        if (!key.equals(sort)) {
            sort = key;
            context.settings().remember(SORT, key.equals(NEWEST) ? "" : key);
            reload();
        }
    }

    private JobQuery query() {
        return query(FIRST_PAGE);
    }

    private JobQuery query(int limit) {
        return new JobQuery(filters.wire(), sort, limit, null);
    }

    private void load(JobQuery query, boolean anew) {
        if (loadingCall != null) {
            loadingCall.cancel();
        }
        loading = true;
        waiting.ask(() -> slow.set(true));
        if (rows.isEmpty()) {
            placeholder.set(Texts.get("history.loading"));
        }
        loadingCall = context.background()
                .call(() -> context.client().jobs(query))
                .onSuccess(page -> onPage(page, query, anew))
                .onError(this::onLoadFailed)
                .andFinally(this::onLoaded)
                .start();
    }

    private void onLoaded() {
        loading = false;
        waiting.cancel();
        slow.set(false);
    }

    private void onPage(JobPage page, JobQuery query, boolean anew) {
        problem.set("");
        nextCursor = page.nextCursor();
        List<HistoryRow> come = page.jobs().stream().map(HistoryRow::new).toList();
        if (anew) {
            shown.clear();
            beforeReload.run();
            rows.setAll(come);
            afterReload.run();
        } else {
            Set<String> known = rows.stream().map(HistoryRow::jobId).collect(Collectors.toSet());
            rows.addAll(come.stream().filter(r -> !known.contains(r.jobId())).toList());
        }
        placeholder.set(Texts.get(query.filters().isEmpty() ? "history.empty" : "history.no_match"));
        count.set(
                nextCursor == null
                        ? Texts.get(
                                rows.size() == 1 ? "history.count.one" : "history.count",
                                context.formats().count(rows.size()))
                        : Texts.get(
                                "history.count.of",
                                context.formats().count(rows.size()),
                                context.formats().count(page.total())));
        watching.ask(this::watchShown);
    }

    private void onLoadFailed(Exception e) {
        problem.set(Failures.sentence(e));
        placeholder.set(Texts.get("history.failed"));
    }

    /** A row came into view: further pages are fetched before the last one is reached. */
    void onShown(HistoryRow row, int index) {
        shown.add(row);
        if (row.isActive()) {
            watching.ask(this::watchShown);
        }
        if (index >= rows.size() - AHEAD && nextCursor != null && !loading) {
            load(query(PAGE).after(nextCursor), false);
        }
    }

    void onHidden(HistoryRow row) {
        shown.remove(row);
        if (row.isActive()) {
            watching.ask(this::watchShown);
        }
    }

    /** One request for all running jobs in view. */
    private void watchShown() {
        if (!open) {
            return;
        }
        Set<String> active = shown.stream()
                .filter(HistoryRow::isActive)
                .map(HistoryRow::jobId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (active.equals(watched)) {
            return;
        }
        stopWatching();
        watched = active;
        if (!active.isEmpty()) {
            watch = feed.watch(active, this);
        }
    }

    private void stopWatching() {
        if (watch != null) {
            watch.stop();
            watch = null;
        }
        watched = Set.of();
    }

    @Override
    public void onSnapshot(ProgressSnapshot snapshot) {
        problem.set("");
        for (HistoryRow row : new ArrayList<>(rows)) {
            if (row.jobId().equals(snapshot.jobId())) {
                row.onSnapshot(snapshot);
                if (snapshot.isComplete()) {
                    refreshRow(row);
                }
                return;
            }
        }
    }

    @Override
    public void onAway() {
        problem.set(Texts.get("failure.unreachable"));
    }

    @Override
    public void onHeard() {
        problem.set("");
    }

    @Override
    public void onUnknown(Set<String> jobIds) {
        rows.removeIf(row -> jobIds.contains(row.jobId()));
        shown.removeIf(row -> jobIds.contains(row.jobId()));
    }

    /** Reads one job anew, for what a snapshot does not tell. */
    void refreshRow(HistoryRow row) {
        context.background()
                .call(() -> context.client().job(row.jobId()))
                .onSuccess(job -> {
                    row.onJob(job.summary());
                    watchShown();
                })
                .onError(e -> problem.set(Failures.sentence(e)))
                .start();
    }

    void tellProblem(String sentence) {
        problem.set(sentence);
    }

    void forget(HistoryRow row) {
        rows.remove(row);
        shown.remove(row);
    }

    /** Called before and after all rows are others, so that what was chosen can be chosen again. */
    void onReload(Runnable before, Runnable after) {
        beforeReload = before;
        afterReload = after;
    }

    /** A strategy as people call it; its name until the server has told the titles. */
    String title(String strategy) {
        return titles.getOrDefault(strategy, strategy);
    }

    ObservableList<HistoryRow> rows() {
        return rows;
    }

    /** Names of all strategies, for the filter. */
    ObservableList<String> strategies() {
        return strategies;
    }

    /** What the history is narrowed to. */
    HistoryFilters filters() {
        return filters;
    }

    StringProperty searchProperty() {
        return filters.property(HistoryFilters.Field.Q);
    }

    /** How many criteria narrow the history beside the search. */
    ReadOnlyIntegerProperty narrowedProperty() {
        return narrowed.getReadOnlyProperty();
    }

    /** As the server names it, with a minus for descending. */
    String sort() {
        return sort;
    }

    /** Whether rows have been waited for so long that it should be told. */
    ReadOnlyBooleanProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }

    /** What went wrong last; empty when nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What stands where rows would be. */
    ReadOnlyStringProperty placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }
}
