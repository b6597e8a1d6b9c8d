package studio.desktop.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.desktop.results.Figure.Tone;
import studio.model.job.Objective;
import studio.model.result.JobResults;
import studio.model.result.Metrics;
import studio.model.result.TrustReport;
import studio.model.result.WalkForwardReport;

/** Which figures are shown, in which order. */
public final class FigureList {
    private static final double GOOD_EFFICIENCY = 0.5;

    private final FigureFormat format;

    public FigureList(FigureFormat format) {
        this.format = format;
    }

    /** The few that a summary has room for. */
    public List<Figure> key(JobResults results) {
        List<Figure> figures = new ArrayList<>();
        figures.add(score(results.objective(), results.bestScore()));
        Metrics m = results.metrics();
        if (m != null) {
            figures.add(Figure.of(
                    "net_profit_pct", format.signedPercent(m.netProfitPct(), 2), Figure.tone(m.netProfitPct())));
            figures.add(Figure.of("max_drawdown_pct", format.percent(m.maxDrawdownPct(), 2), Tone.NEUTRAL));
            figures.add(Figure.of("trades", format.count(m.trades()), Tone.NEUTRAL));
            figures.add(Figure.of("win_rate", format.share(m.winRate(), 1), Tone.NEUTRAL));
        }
        WalkForwardReport walk = results.walkForward();
        if (walk != null) {
            figures.add(Figure.of("efficiency", format.share(walk.efficiency(), 0), efficiencyTone(walk.efficiency())));
        }
        if (results.stability() != null) {
            figures.add(1, Figure.of("stability", format.share(results.stability(), 0), Tone.NEUTRAL));
        }
        TrustReport trust = results.trust();
        if (trust != null) {
            // The weightiest stands where one looks first.
            figures.add(0, verdict(trust));
        }
        return figures;
    }

    /** The verdict in words, with its weightiest reason. */
    private Figure verdict(TrustReport trust) {
        String words = Texts.get("trust.verdict." + trust.verdict().name().toLowerCase(Locale.ROOT));
        Tone tone = switch (trust.verdict()) {
            case ROBUST -> Tone.GAIN;
            case OVERFIT -> Tone.LOSS;
            case FRAGILE, TOO_LITTLE_DATA -> Tone.NEUTRAL;
        };
        return new Figure("verdict", Texts.get("figure.verdict"), words, new TrustWords(format).reason(trust, 0), tone);
    }

    /** The best score, named after its objective. */
    private Figure score(Objective objective, @org.jspecify.annotations.Nullable Double score) {
        Figure plain = Figure.of("best_score", format.score(score), Tone.NEUTRAL);
        return new Figure(
                plain.id(),
                Texts.get("figure.best_score.of", Texts.get("figure." + objective.wireName())),
                plain.value(),
                plain.meaning(),
                plain.tone());
    }

    /** Every metric of one backtest. */
    public List<Figure> all(Metrics m) {
        return List.of(
                Figure.of("net_profit_pct", format.signedPercent(m.netProfitPct(), 2), Figure.tone(m.netProfitPct())),
                Figure.of("cagr_pct", format.signedPercent(m.cagrPct(), 2), Figure.tone(m.cagrPct())),
                Figure.of("sharpe_ratio", format.score(m.sharpeRatio()), Figure.tone(m.sharpeRatio())),
                Figure.of("sortino_ratio", format.score(m.sortinoRatio()), Figure.tone(m.sortinoRatio())),
                Figure.of("calmar_ratio", format.score(m.calmarRatio()), Figure.tone(m.calmarRatio())),
                Figure.of("volatility_pct", format.percent(m.volatilityPct(), 2), Tone.NEUTRAL),
                Figure.of("max_drawdown_pct", format.percent(m.maxDrawdownPct(), 2), Tone.NEUTRAL),
                Figure.of("avg_drawdown_pct", format.percent(m.avgDrawdownPct(), 2), Tone.NEUTRAL),
                Figure.of("max_drawdown_days", unit(format.number(m.maxDrawdownDays(), 1), "d"), Tone.NEUTRAL),
                Figure.of("trades", format.count(m.trades()), Tone.NEUTRAL),
                Figure.of("win_rate", format.share(m.winRate(), 1), Tone.NEUTRAL),
                Figure.of("profit_factor", format.score(m.profitFactor()), Tone.NEUTRAL),
                Figure.of("expectancy", format.signed(m.expectancy(), 2), Figure.tone(m.expectancy())),
                Figure.of("avg_win", format.signed(m.avgWin(), 2), Figure.tone(m.avgWin())),
                Figure.of("avg_loss", format.signed(negative(m.avgLoss()), 2), Figure.tone(negative(m.avgLoss()))),
                Figure.of("largest_win", format.signed(m.largestWin(), 2), Figure.tone(m.largestWin())),
                Figure.of(
                        "largest_loss",
                        format.signed(negative(m.largestLoss()), 2),
                        Figure.tone(negative(m.largestLoss()))),
                Figure.of("avg_holding_bars", format.number(m.avgHoldingBars(), 1), Tone.NEUTRAL),
                Figure.of("exposure", format.share(m.exposure(), 1), Tone.NEUTRAL),
                Figure.of("turnover", unit(format.number(m.turnover(), 1), "×"), Tone.NEUTRAL),
                Figure.of("fees_paid", format.number(m.feesPaid(), 2), Tone.NEUTRAL));
    }

    /** What walk-forward says as a whole. */
    public List<Figure> walkForward(WalkForwardReport report) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("efficiency", format.share(report.efficiency(), 0), efficiencyTone(report.efficiency())));
        figures.add(Figure.of("profitable_windows", format.share(report.profitableWindows(), 0), Tone.NEUTRAL));
        Metrics m = report.outOfSample();
        figures.add(Figure.of(
                "oos_sharpe",
                format.score(m == null ? null : m.sharpeRatio()),
                Figure.tone(m == null ? null : m.sharpeRatio())));
        figures.add(Figure.of(
                "oos_net_profit",
                format.signedPercent(m == null ? null : m.netProfitPct(), 2),
                Figure.tone(m == null ? null : m.netProfitPct())));
        return figures;
    }

    private static String unit(String value, String unit) {
        return value.equals(FigureFormat.UNDEFINED) ? value : value + " " + unit;
    }

    /** Losses come as positive amounts; a person reads them with their sign. */
    private static @Nullable Double negative(@Nullable Double amount) {
        return amount == null ? null : -amount;
    }

    /** Half of the in-sample return kept on unseen data is the usual pass mark; less is no gain to be praised. */
    private static Figure.Tone efficiencyTone(@Nullable Double efficiency) {
        if (efficiency == null) {
            return Figure.Tone.NEUTRAL;
        }
        if (efficiency < 0) {
            return Figure.Tone.LOSS;
        }
        return efficiency >= GOOD_EFFICIENCY ? Figure.Tone.GAIN : Figure.Tone.NEUTRAL;
    }
}
