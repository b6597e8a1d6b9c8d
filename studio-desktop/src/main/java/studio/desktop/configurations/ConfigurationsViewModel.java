package studio.desktop.configurations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Texts;
import studio.desktop.results.Figure;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.FigureList;
import studio.desktop.results.TrainCommand;
import studio.model.json.StudioJson;
import studio.model.result.Configuration;
import studio.model.result.TrustReport;

/** Saved configurations, narrowed by the server and by what is typed, and the chosen one in full. For one thread. */
final class ConfigurationsViewModel {
    /** The newest of these are shown; a filter brings older ones. */
    static final int MOST = 200;

    private static final Duration QUIET = Duration.ofMillis(250);

    private final DesktopContext context;
    private final FigureFormat format;
    private final Debounce typing;
    private final ObservableList<Configuration> all = FXCollections.observableArrayList();
    private final FilteredList<Configuration> rows = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty stage = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Configuration> chosen = new SimpleObjectProperty<>();
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper parameters = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private @Nullable Ticket asked;

    ConfigurationsViewModel(DesktopContext context) {
        this.context = context;
        this.format = new FigureFormat(context.formats());
        this.typing = new Debounce(context.delay(), QUIET);
        search.addListener((o, was, is) -> narrow());
        stage.addListener((o, was, is) -> typing.ask(this::load));
        chosen.addListener((o, was, is) -> show(is));
    }

    void load() {
        letGo();
        loading.set(true);
        Map<String, String> filters = new TreeMap<>();
        if (stage.get() != null && !stage.get().isEmpty()) {
            filters.put("stage", stage.get());
        }
        placeholder.set(Texts.get("configurations.loading"));
        asked = context.background()
                .call(() -> context.client().configurations(filters, MOST))
                .onSuccess(list -> onLoaded(list.configurations(), filters.isEmpty()))
                .onError(e -> {
                    problem.set(Failures.sentence(e));
                    placeholder.set(Texts.get("configurations.failed"));
                })
                .andFinally(() -> loading.set(false))
                .start();
    }

    private void onLoaded(List<Configuration> found, boolean unfiltered) {
        problem.set("");
        Configuration before = chosen.get();
        all.setAll(found);
        placeholder.set(Texts.get(found.isEmpty() && unfiltered ? "configurations.empty" : "configurations.no_match"));
        chosen.set(
                before == null
                        ? null
                        : found.stream()
                                .filter(c -> c.configId().equals(before.configId()))
                                .findFirst()
                                .orElse(null));
        narrow();
    }

    private void narrow() {
        String word = search.get() == null ? "" : search.get().strip().toLowerCase(Locale.ROOT);
        rows.setPredicate(c -> word.isEmpty() || text(c).contains(word));
        note.set(Texts.get(
                all.size() < MOST
                        ? rows.size() == 1 ? "configurations.count.one" : "configurations.count"
                        : "configurations.count.newest",
                context.formats().count(rows.size()),
                context.formats().count(all.size())));
    }

    /** In the history's words; undefined in one that was saved before there were trust reports. */
    static String verdict(Configuration c) {
        TrustReport trust = c.trust();
        return trust == null
                ? FigureFormat.UNDEFINED
                : Texts.get("trust.verdict." + trust.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static String text(Configuration c) {
        return (c.configId() + " " + c.strategy() + " " + c.symbol() + " " + c.exchange() + " "
                        + c.timeframe().wireName() + " " + c.stage() + " " + verdict(c))
                .toLowerCase(Locale.ROOT);
    }

    private void show(@Nullable Configuration c) {
        if (c == null) {
            figures.clear();
            parameters.set("");
            command.set("");
            return;
        }
        figures.setAll(new FigureList(format).all(c.metrics()));
        StringBuilder words = new StringBuilder();
        new TreeMap<>(c.params())
                .forEach((name, value) -> words.append(name)
                        .append(" = ")
                        .append(format.parameter(value))
                        .append('\n'));
        parameters.set(words.toString().strip());
        command.set(TrainCommand.of(c.spec()));
    }

    /** A configuration as the server told it, as UTF-8 JSON. */
    static byte[] json(Configuration c) throws com.fasterxml.jackson.core.JsonProcessingException {
        return StudioJson.lenient()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(c)
                .getBytes(StandardCharsets.UTF_8);
    }

    void letGo() {
        typing.cancel();
        if (asked != null) {
            asked.cancel();
            asked = null;
        }
    }

    FigureFormat format() {
        return format;
    }

    ObservableList<Configuration> rows() {
        return rows;
    }

    StringProperty searchProperty() {
        return search;
    }

    /** A stage's name; empty for all. */
    StringProperty stageProperty() {
        return stage;
    }

    ObjectProperty<@Nullable Configuration> chosenProperty() {
        return chosen;
    }

    ObservableList<Figure> figures() {
        return figures;
    }

    /** Name and value of every parameter of the chosen one, a line each. */
    ReadOnlyStringProperty parametersProperty() {
        return parameters.getReadOnlyProperty();
    }

    ReadOnlyStringProperty commandProperty() {
        return command.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }
}
