package studio.desktop.chart;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.model.job.TrialState;

/**
 * The words of the score chart.
 *
 * @param luck names the line of what luck alone would have reached
 * @param summary a pattern of trials, best score, its trial, infeasible and failed counts
 * @param empty said while there are no trials
 */
public record ScoreTexts(
        String trial,
        String score,
        String best,
        String luck,
        String infeasible,
        String failed,
        String summary,
        String empty) {

    static ScoreTexts english() {
        return new ScoreTexts(
                "Trial",
                "Score",
                "Best so far",
                "Best by luck",
                "Infeasible",
                "Failed",
                "Chart of {0} trials. Best score {1} in trial {2}. {3} infeasible, {4} failed.",
                "Chart of scores: no trials yet.");
    }

    String describe(ScoreSeries series) {
        if (series.size() == 0) {
            return empty;
        }
        return MessageFormat.format(
                summary,
                series.size(),
                series.best().isPresent() ? number(series.best().getAsDouble()) : "–",
                series.bestNumber().isPresent() ? series.bestNumber().getAsInt() : "–",
                series.infeasible(),
                series.failed());
    }

    String[] note(ScoreSeries series, int index) {
        TrialState state = series.state(index);
        String told = state == TrialState.INFEASIBLE
                ? infeasible
                : state == TrialState.FAILED ? failed : score + " " + number(series.score(index));
        List<String> lines = new ArrayList<>(
                List.of(trial + " " + series.number(index), told, best + " " + number(series.best(index))));
        if (!series.luck().isEmpty()) {
            lines.add(luck + " " + number(series.luck().at(series.number(index))));
        }
        return lines.toArray(String[]::new);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(Math.abs(value) < 0.1 ? 4 : 2);
        return format.format(value);
    }
}
