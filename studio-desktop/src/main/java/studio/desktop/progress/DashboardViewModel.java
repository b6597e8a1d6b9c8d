package studio.desktop.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.desktop.chart.LuckLine;
import studio.desktop.chart.ScoreSeries;
import studio.desktop.fx.Texts;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.ParameterRow;
import studio.model.job.TrialPage;
import studio.model.job.TrialView;
import studio.model.progress.ProgressSnapshot;
import studio.model.strategy.StrategyInfo;

/** What the optimizer does in step 2: counts, pace, scores, best parameters, and every trial for the chart. */
final class DashboardViewModel {
    private final FigureFormat format;
    private final ReadOnlyStringWrapper iteration = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper pace = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper bestScore = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper currentScore = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper infeasible = new ReadOnlyStringWrapper("0");
    private final ReadOnlyStringWrapper failed = new ReadOnlyStringWrapper("0");
    private final ReadOnlyIntegerWrapper expectedTrials = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper drawnTrials = new ReadOnlyIntegerWrapper();
    private final ObservableList<ParameterRow> bestParams = FXCollections.observableArrayList();
    private final ScoreSeries scores = new ScoreSeries();

    private @Nullable StrategyInfo strategy;
    private Map<String, Object> params = Map.of();

    DashboardViewModel(FigureFormat format) {
        this.format = format;
    }

    void onStrategy(StrategyInfo info) {
        strategy = info;
        showParams();
    }

    void onSnapshot(ProgressSnapshot s) {
        Integer done = s.currentIteration();
        Integer total = s.totalIterations();
        iteration.set(
                done == null && total == null
                        ? "–"
                        : total == null
                                ? format.count(orZero(done))
                                : Texts.get("progress.iteration", format.count(orZero(done)), format.count(total)));
        Double perSecond = s.iterationsPerSecond();
        pace.set(
                perSecond == null
                        ? "–"
                        : format.formats().number(perSecond, 0, perSecond < 1 ? 2 : perSecond < 100 ? 1 : 0));
        bestScore.set(format.score(s.bestScore()));
        currentScore.set(format.score(s.currentScore()));
        infeasible.set(format.count(s.infeasibleIterations()));
        failed.set(format.count(s.failedIterations()));
        expectedTrials.set(total == null ? 0 : total);
        // Only the optimization's snapshots tell it; the chart keeps it in the steps after.
        if (s.stepDetails().containsKey("luck_scores")) {
            scores.setLuck(LuckLine.of(s.stepDetails().get("luck_scores")));
        }
        params = s.bestParams() == null ? Map.of() : s.bestParams();
        showParams();
    }

    void onTrials(TrialPage page) {
        for (TrialView trial : page.trials()) {
            scores.add(trial);
        }
        drawnTrials.set(scores.size());
    }

    private void showParams() {
        List<ParameterRow> rows = new ArrayList<>(ParameterRow.of(params, strategy, Map.of(), format));
        if (!rows.equals(bestParams)) {
            bestParams.setAll(rows);
        }
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    ReadOnlyStringProperty iterationProperty() {
        return iteration.getReadOnlyProperty();
    }

    ReadOnlyStringProperty paceProperty() {
        return pace.getReadOnlyProperty();
    }

    ReadOnlyStringProperty bestScoreProperty() {
        return bestScore.getReadOnlyProperty();
    }

    ReadOnlyStringProperty currentScoreProperty() {
        return currentScore.getReadOnlyProperty();
    }

    ReadOnlyStringProperty infeasibleProperty() {
        return infeasible.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** How many trials there will be; 0 while unknown. */
    ReadOnlyIntegerProperty expectedTrialsProperty() {
        return expectedTrials.getReadOnlyProperty();
    }

    /** Changes whenever {@link #scores()} has grown. */
    ReadOnlyIntegerProperty drawnTrialsProperty() {
        return drawnTrials.getReadOnlyProperty();
    }

    ObservableList<ParameterRow> bestParams() {
        return bestParams;
    }

    ScoreSeries scores() {
        return scores;
    }
}
