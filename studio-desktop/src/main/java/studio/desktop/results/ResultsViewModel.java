package studio.desktop.results;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.EquitySeries;
import studio.desktop.chart.TradeMark;
import studio.desktop.chart.WindowBars;
import studio.desktop.fx.Texts;
import studio.desktop.fx.VersionedTitle;
import studio.model.job.JobDetail;
import studio.model.job.JobStatus;
import studio.model.json.StudioJson;
import studio.model.result.DataReport;
import studio.model.result.JobResults;
import studio.model.result.Side;
import studio.model.result.TradeView;
import studio.model.strategy.StrategyInfo;

/** All that the results screen shows of one job. For one thread. */
final class ResultsViewModel {
    private final FigureFormat format;
    private final FigureList list;

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper startedUtc = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper partial = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper strategyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper configuration = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper configurationId = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper walkForwardNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<TrustView> trust = new ReadOnlyObjectWrapper<>(TrustView.none(""));
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<EquitySeries> equity = new ReadOnlyObjectWrapper<>(EquitySeries.of(List.of()));
    private final ReadOnlyStringWrapper jobId = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<EquitySeries> stitched =
            new ReadOnlyObjectWrapper<>(EquitySeries.of(List.of()));
    private final ObservableList<WindowBars> windowBars = FXCollections.observableArrayList();
    private final ObservableList<Figure> keyFigures = FXCollections.observableArrayList();
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<Figure> walkForwardFigures = FXCollections.observableArrayList();
    private final ObservableList<ParameterRow> parameters = FXCollections.observableArrayList();
    private final ObservableList<WindowRow> windows = FXCollections.observableArrayList();
    private final ObservableList<TradeView> trades = FXCollections.observableArrayList();
    private final ObservableList<RequestRow> request = FXCollections.observableArrayList();
    private final ObservableList<RequestRow> data = FXCollections.observableArrayList();
    private @Nullable JobResults results;
    private @Nullable JobDetail detail;

    ResultsViewModel(FigureFormat format) {
        this.format = format;
        this.list = new FigureList(format);
        title.set(Texts.get("results.title"));
    }

    void onLoading() {
        loading.set(true);
        problem.set("");
    }

    void onFailed(String sentence) {
        loading.set(false);
        problem.set(sentence);
    }

    void onLoaded(JobDetail job, JobResults found, @Nullable StrategyInfo strategy) {
        results = found;
        detail = job;
        jobId.set(job.summary().jobId());
        loading.set(false);
        problem.set("");
        title.set(Texts.get(
                "results.title.of",
                VersionedTitle.of(
                        strategy == null ? job.summary().strategy() : strategy.title(),
                        job.summary().strategyVersion()),
                job.summary().symbol(),
                job.summary().timeframe().wireName()));
        subtitle.set(Texts.get(
                "results.subtitle",
                job.summary().exchange(),
                format.formats().dateTime(job.summary().createdAt())));
        startedUtc.set(format.formats().utc(job.summary().createdAt()));
        partial.set(partialWords(found, job.summary().errorMessage()));
        command.set(TrainCommand.of(job.spec()));
        String text = strategy == null || job.spec().strategyVersion() == null ? null : strategy.text();
        strategyText.set(text == null ? "" : text);
        showConfiguration(found);
        keyFigures.setAll(list.key(found));
        figures.setAll(found.metrics() == null ? List.of() : list.all(found.metrics()));
        equity.set(EquitySeries.of(found.equity()));
        Map<String, Object> best = found.bestParams();
        parameters.setAll(
                best == null
                        ? List.of()
                        : ParameterRow.of(best, strategy, job.spec().parameterSpace(), format));
        showWalkForward(job, found);
        trust.set(TrustView.of(found.trust(), found.partial(), format));
        trades.setAll(found.trades());
        request.setAll(RequestRow.of(job.spec(), format));
        data.setAll(found.data() == null ? List.of() : RequestRow.of(found.data(), format));
        loaded.set(true);
    }

    private void showWalkForward(JobDetail job, JobResults found) {
        var report = found.walkForward();
        if (report == null) {
            walkForwardFigures.clear();
            windows.clear();
            windowBars.clear();
            stitched.set(EquitySeries.of(List.of()));
            walkForwardNote.set(Texts.get(
                    job.spec().runValidation() ? "results.walkforward.not_reached" : "results.walkforward.off"));
            return;
        }
        walkForwardFigures.setAll(list.walkForward(report));
        windows.setAll(WindowRow.of(report, format));
        stitched.set(EquitySeries.of(report.equity()));
        windowBars.setAll(report.windows().stream()
                .map(w -> new WindowBars(
                        String.valueOf(w.plan().number()),
                        format.formats().date(w.plan().testStart()) + " – "
                                + format.formats().date(w.plan().testEnd()),
                        w.trainScore(),
                        w.testScore()))
                .toList());
        walkForwardNote.set(Texts.get(
                report.scaled() ? "results.walkforward.scaled" : "results.walkforward.note",
                format.count(report.windows().size()),
                format.count(report.trialsPerWindow())));
    }

    private void showConfiguration(JobResults found) {
        configurationId.set(found.configId() == null ? "" : found.configId());
        configuration.set(
                found.configId() == null
                        ? Texts.get("results.configuration.none")
                        : Texts.get(
                                "results.configuration",
                                found.stage() == null
                                        ? FigureFormat.UNDEFINED
                                        : Texts.find("stage."
                                                        + found.stage().name().toLowerCase(Locale.ROOT))
                                                .orElse(found.stage().name()),
                                format.share(found.confidence(), 0)));
    }

    private static String partialWords(JobResults found, @Nullable String error) {
        if (!found.partial()) {
            return "";
        }
        if (found.status() == JobStatus.FAILED) {
            return Texts.get("results.partial.failed", error == null ? "" : error)
                    .strip();
        }
        return Texts.get(
                found.status() == JobStatus.CANCELLED ? "results.partial.cancelled" : "results.partial.running");
    }

    /** The results as the server told them; only once loaded. */
    JobResults found() {
        if (results == null) {
            throw new IllegalStateException("nothing is loaded yet");
        }
        return results;
    }

    /** The job; null before it is loaded. */
    @Nullable
    JobDetail job() {
        return detail;
    }

    /** The candles that were used; null where the job did not come that far. */
    @Nullable
    DataReport dataReport() {
        return results == null ? null : results.data();
    }

    /** Every trade as a mark on the candles, in the order of the table. */
    List<TradeMark> tradeMarks() {
        return trades.stream()
                .map(t -> new TradeMark(
                        t.entryTime().toEpochMilli(),
                        t.entryPrice(),
                        t.exitTime().toEpochMilli(),
                        t.exitPrice(),
                        t.side() == Side.LONG,
                        t.profit() > 0))
                .toList();
    }

    /** The results as the server told them, as UTF-8 JSON; only once loaded. */
    byte[] exported() {
        try {
            return StudioJson.lenient()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(found())
                    .getBytes(StandardCharsets.UTF_8);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("results do not map to JSON", e);
        }
    }

    /** The file name that the export proposes. */
    String exportName() {
        return results == null ? "results.json" : "results-" + results.jobId() + ".json";
    }

    /** A table's height that shows every row up to {@code most}, beyond which it scrolls; in pixels. */
    static DoubleBinding heightOf(ObservableList<?> rows, int most) {
        return Bindings.createDoubleBinding(() -> 46.0 + 32.0 * Math.max(1, Math.min(most, rows.size())), rows);
    }

    FigureFormat format() {
        return format;
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The time of the subtitle in UTC. */
    ReadOnlyStringProperty startedUtcProperty() {
        return startedUtc.getReadOnlyProperty();
    }

    ReadOnlyStringProperty subtitleProperty() {
        return subtitle.getReadOnlyProperty();
    }

    /** That these are not the results of a whole training, and why; empty when they are. */
    ReadOnlyStringProperty partialProperty() {
        return partial.getReadOnlyProperty();
    }

    /** What went wrong last; empty when nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The text that ran; empty for a strategy that is none. */
    ReadOnlyStringProperty strategyTextProperty() {
        return strategyText.getReadOnlyProperty();
    }

    ReadOnlyStringProperty commandProperty() {
        return command.getReadOnlyProperty();
    }

    ReadOnlyStringProperty configurationProperty() {
        return configuration.getReadOnlyProperty();
    }

    ReadOnlyStringProperty configurationIdProperty() {
        return configurationId.getReadOnlyProperty();
    }

    ReadOnlyStringProperty walkForwardNoteProperty() {
        return walkForwardNote.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TrustView> trustProperty() {
        return trust.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EquitySeries> equityProperty() {
        return equity.getReadOnlyProperty();
    }

    ReadOnlyStringProperty jobIdProperty() {
        return jobId.getReadOnlyProperty();
    }

    /** Out-of-sample equity of the joined test parts. */
    ReadOnlyObjectProperty<EquitySeries> stitchedProperty() {
        return stitched.getReadOnlyProperty();
    }

    /** Scores of every walk-forward window. */
    ObservableList<WindowBars> windowBars() {
        return windowBars;
    }

    ObservableList<Figure> keyFigures() {
        return keyFigures;
    }

    ObservableList<Figure> figures() {
        return figures;
    }

    ObservableList<Figure> walkForwardFigures() {
        return walkForwardFigures;
    }

    ObservableList<ParameterRow> parameters() {
        return parameters;
    }

    ObservableList<WindowRow> windows() {
        return windows;
    }

    ObservableList<TradeView> trades() {
        return trades;
    }

    ObservableList<RequestRow> request() {
        return request;
    }

    ObservableList<RequestRow> data() {
        return data;
    }
}
