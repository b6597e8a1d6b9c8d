package studio.desktop.studio;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.CatalogueWords;
import studio.desktop.fx.Texts;
import studio.model.job.StartRequest;
import studio.model.problem.FieldError;
import studio.model.strategy.StrategyInfo;

/** The state of the Studio page. For the FX thread, or for one thread of a test. */
final class StudioViewModel {
    private final DesktopContext context;
    private final FieldWords words;
    private final RequestCheck rules;
    private final StudioForm form = new StudioForm();
    private final FormRequest requests;
    private final SeriesChoice choice = new SeriesChoice(form);
    private final PreflightViewModel preflight;
    private final CandleFeed feed;
    private final Draft draft;
    private final ObservableList<StrategyInfo> strategies = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper(Texts.get("studio.blocked.loading"));
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper description = new ReadOnlyStringWrapper("");

    private boolean filling;
    private boolean seriesLoaded;
    private @Nullable StartRequest toFill;
    /** The older version of a strategy that the form was filled with; null for the newest. */
    private @Nullable StrategyInfo pinned;

    StudioViewModel(DesktopContext context, RequestCheck rules) {
        this.context = context;
        this.rules = rules;
        this.requests = new FormRequest(form, new TypedNumbers(context.formats().locale()));
        this.words = new FieldWords(context.formats());
        this.preflight = new PreflightViewModel(context.client(), context.background(), context.delay());
        this.feed = new CandleFeed(context.client(), context.background(), context.delay());
        this.draft = new Draft(context.settings());
        form.restore(draft.load());
        form.onChange(this::changed);
        form.strategy.text().addListener((o, old, now) -> showStrategy());
        choice.chosen().addListener((o, old, now) -> feed.show(now));
    }

    StudioForm form() {
        return form;
    }

    SeriesChoice choice() {
        return choice;
    }

    PreflightViewModel preflight() {
        return preflight;
    }

    CandleFeed feed() {
        return feed;
    }

    ObservableList<StrategyInfo> strategies() {
        return strategies;
    }

    /** What the chosen strategy does, in words. */
    ReadOnlyStringProperty description() {
        return description.getReadOnlyProperty();
    }

    /** Why Train Strategy cannot be pressed; empty when it can. */
    ReadOnlyStringProperty blocked() {
        return blocked.getReadOnlyProperty();
    }

    /** What the server said that belongs to no field; empty when nothing. */
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty starting() {
        return starting.getReadOnlyProperty();
    }

    /** Loads what the form offers. Also after the server has been away. */
    void load() {
        context.background()
                .call(() -> context.client().strategies())
                .onSuccess(list -> {
                    filling = true;
                    // Exchanging what a box offers for the same again leaves its cell blank.
                    List<StrategyInfo> told = CatalogueWords.of(list.strategies());
                    if (!strategies.equals(told)) {
                        strategies.setAll(told);
                    }
                    showStrategy();
                    filling = false;
                    fillIfReady();
                    changed();
                })
                .onError(this::failed)
                .start();
        context.background()
                .call(() -> context.client().series())
                .onSuccess(list -> {
                    filling = true;
                    seriesLoaded = true;
                    choice.setHeld(list.series());
                    filling = false;
                    fillIfReady();
                    changed();
                })
                .onError(this::failed)
                .start();
    }

    private void failed(Exception e) {
        notice.set(Failures.sentence(e));
        feed.missing(Failures.sentence(e));
        block();
    }

    /** The chosen strategy, in the older version that the form was filled with if it was. */
    private Optional<StrategyInfo> strategy() {
        StrategyInfo older = pinned;
        if (older != null && older.name().equals(form.strategy.value())) {
            return Optional.of(older);
        }
        return strategies.stream()
                .filter(s -> s.name().equals(form.strategy.value()))
                .findFirst();
    }

    private void showStrategy() {
        form.show(strategy().orElse(null));
        description.set(strategy().map(this::described).orElse(""));
    }

    private String described(StrategyInfo shown) {
        Integer newest = strategies.stream()
                .filter(s -> s.name().equals(shown.name()))
                .findFirst()
                .map(StrategyInfo::version)
                .orElse(null);
        Integer version = shown.version();
        if (version == null || newest == null) {
            return shown.description();
        }
        String which = version.equals(newest)
                ? Texts.get("studio.strategy.version", version)
                : Texts.get("studio.strategy.older", version, newest);
        return (which + " " + shown.description()).strip();
    }

    /** Puts a request into the form, at once or as soon as strategies, series and its strategy's version are known. */
    void edit(StartRequest request) {
        toFill = null;
        pinned = null;
        String name = request.strategy();
        Integer version = request.strategyVersion();
        if (name == null || version == null) {
            toFill = request;
            fillIfReady();
            return;
        }
        context.background()
                .call(() -> context.client().written().version(name, version))
                .onSuccess(found -> {
                    pinned = found.info(false, null);
                    toFill = request;
                    fillIfReady();
                })
                .onError(this::failed)
                .start();
    }

    private void fillIfReady() {
        StartRequest request = toFill;
        if (request == null || strategies.isEmpty() || !seriesLoaded) {
            return;
        }
        toFill = null;
        filling = true;
        form.strategy.set(Objects.requireNonNullElse(request.strategy(), form.strategy.standard()));
        showStrategy();
        requests.fill(request);
        filling = false;
        changed();
    }

    void reset() {
        filling = true;
        requests.forgetOrigin();
        pinned = null;
        form.reset();
        filling = false;
        changed();
    }

    private void changed() {
        if (filling) {
            return;
        }
        draft.save(form.draft());
        notice.set("");
        StartRequest request = check();
        block();
        if (strategies.isEmpty() || !seriesLoaded) {
            return;
        }
        if (form.errors() > 0) {
            preflight.blocked(Texts.get("studio.preflight.blocked"));
        } else {
            preflight.ask(request, this::refused);
        }
    }

    /** Marks every wrong field and gives what could be read. */
    private StartRequest check() {
        form.clearErrors();
        StartRequest request = requests.read();
        if (!strategies.isEmpty()) {
            choice.check();
            List<String> known = strategies.stream().map(StrategyInfo::name).toList();
            mark(rules.check(request, strategy().orElse(null), known));
        }
        return request;
    }

    private void mark(List<FieldError> errors) {
        for (FieldError error : errors) {
            form.at(error.field())
                    .ifPresentOrElse(
                            field -> field.fail(words.of(error)),
                            () -> notice.set(error.field() + ": " + error.message()));
        }
    }

    private void refused(Exception e) {
        List<FieldError> fields = Failures.fields(e);
        mark(fields);
        if (fields.isEmpty()) {
            notice.set(Failures.sentence(e));
        }
        block();
    }

    private void block() {
        long errors = form.errors();
        if (starting.get()) {
            blocked.set(Texts.get("studio.blocked.starting"));
        } else if (strategies.isEmpty() || !seriesLoaded) {
            blocked.set(
                    notice.get().isEmpty() ? Texts.get("studio.blocked.loading") : Texts.get("studio.blocked.away"));
        } else if (errors > 0) {
            blocked.set(Texts.get(errors == 1 ? "studio.blocked.field" : "studio.blocked.fields", errors));
        } else {
            blocked.set("");
        }
    }

    /** Starts the training and opens its progress; does nothing while {@link #blocked}. */
    void train() {
        if (!blocked.get().isEmpty()) {
            return;
        }
        StartRequest request = requests.read();
        notice.set("");
        starting.set(true);
        block();
        context.background()
                .call(() -> context.client().start(request))
                .onSuccess(job -> {
                    requests.forgetOrigin();
                    context.navigation().openProgress(job.summary().jobId());
                })
                .onError(this::refused)
                .andFinally(() -> {
                    starting.set(false);
                    block();
                })
                .start();
    }

    /** Loads series, candles and preflight anew. */
    void refresh() {
        load();
        feed.refresh();
    }

    /** Forgets what is asked of the server and not answered yet. */
    void letGo() {
        preflight.letGo();
        feed.letGo();
    }
}
