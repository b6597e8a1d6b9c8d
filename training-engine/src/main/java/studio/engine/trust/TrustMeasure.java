package studio.engine.trust;

import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import studio.model.result.TrustRule;

/** The figures of a trust report: where each comes from, what it means, and what the verdict wants of it. */
enum TrustMeasure {
    TRIALS_EVER(
            "trials_ever",
            "Trials ever",
            "trials",
            "Bailey and López de Prado 2014",
            "Different trials ever run with this strategy on this series, in this job and all earlier ones: how often luck has"
                    + " had its chance."),
    SHARPE(
            "sharpe_ratio",
            "Sharpe ratio of the best trial",
            "a year",
            "Sharpe 1994",
            "What the search found: mean over standard deviation of daily returns, annualized."),
    LUCK_SHARPE(
            "luck_sharpe",
            "Best Sharpe ratio by luck",
            "a year",
            "False Strategy theorem: Bailey and López de Prado 2014",
            "What the best of that many trials is expected to show when none has any skill."),
    DEFLATED_SHARPE(
            "deflated_sharpe",
            "Deflated Sharpe ratio",
            "probability",
            "Bailey and López de Prado 2014",
            "Probability that the true Sharpe ratio is above what luck explains, given length, skewness and fat tails of the"
                    + " track record.",
            Role.EVIDENCE,
            TrustRule.AT_LEAST,
            0.95,
            value -> value < 0.5),
    PROBABILISTIC_SHARPE(
            "probabilistic_sharpe",
            "Probabilistic Sharpe ratio",
            "probability",
            "Bailey and López de Prado 2012",
            "Probability that the true Sharpe ratio is above 0, had this been the only trial."),
    TRACK_RECORD(
            "track_record",
            "Track record",
            "periods",
            "definition",
            "Returns that the Sharpe ratio is measured on, one a day (one a candle where a candle is a day or longer)."),
    MINIMUM_TRACK_RECORD(
            "minimum_track_record",
            "Minimum track record",
            "periods",
            "Bailey and López de Prado 2012",
            "Returns that it takes to be 95 % sure that the true Sharpe ratio is above 0, had this been the only trial."),
    OVERFITTING_PROBABILITY(
            "overfitting_probability",
            "Probability of backtest overfitting",
            "probability",
            "CSCV: Bailey, Borwein, López de Prado and Zhu 2017",
            "How often the best of random parameters on one half of the time ends in the lower half of them on the other.",
            Role.EVIDENCE,
            TrustRule.AT_MOST,
            0.5,
            value -> value > 0.5),
    LOSS_PROBABILITY(
            "loss_probability",
            "Probability of loss",
            "probability",
            "CSCV: Bailey, Borwein, López de Prado and Zhu 2017",
            "How often the best of random parameters on one half of the time loses on the other."),
    PERMUTATION_P(
            "permutation_p_value",
            "p-value from permuted bars",
            "probability",
            "Masters 2020; Davison and Hinkley 1997",
            "How often the strategy does as well on the same bars in random order, where there is nothing to find.",
            Role.EVIDENCE,
            TrustRule.AT_MOST,
            0.05,
            value -> value > 0.1),
    PLATEAU(
            "plateau",
            "Plateau",
            "share",
            "definition",
            "Median score of the parameters one step away, as a share of the best score: 100 % is a plateau, 0 % a needle.",
            Role.EVIDENCE,
            TrustRule.AT_LEAST,
            0.5,
            value -> false),
    UNSEEN_PROFIT(
            "unseen_profit",
            "Profit on unseen data",
            "%",
            "walk-forward: Pardo 2008",
            "What the parameters chosen on each train part gained on the test parts after it, one after the other.",
            Role.EVIDENCE,
            TrustRule.ABOVE,
            0,
            value -> value <= 0),
    EFFICIENCY(
            "walk_forward_efficiency",
            "Walk-forward efficiency",
            "share",
            "Pardo 2008",
            "Annualized return on the test parts over that on the train parts.",
            Role.MARK,
            TrustRule.AT_LEAST,
            0.5,
            value -> false),
    PROFITABLE_WINDOWS(
            "profitable_windows",
            "Profitable windows",
            "share",
            "TradeStation's walk-forward marks",
            "Share of the test parts that gained.",
            Role.MARK,
            TrustRule.AT_LEAST,
            0.5,
            value -> false),
    CONCENTRATION(
            "profit_concentration",
            "Profit from one window",
            "share",
            "TradeStation's walk-forward marks",
            "Share of the test parts' summed profit that the best of them made.",
            Role.MARK,
            TrustRule.BELOW,
            0.5,
            value -> false),
    UNSEEN_DRAWDOWN(
            "unseen_drawdown",
            "Drawdown on unseen data",
            "%",
            "TradeStation's walk-forward marks",
            "Deepest fall of the joined test parts from a former peak.",
            Role.MARK,
            TrustRule.AT_MOST,
            40,
            value -> false),
    PARAMETER_SPREAD(
            "parameter_spread",
            "Spread of the chosen parameters",
            "share",
            "definition",
            "Mean standard deviation of the windows' choices as a share of each range: 0 where all windows chose alike, about"
                    + " 0.29 where they chose at random.");

    /** What the verdict does with a figure. */
    enum Role {
        /** Told only. */
        TOLD,
        /** Each must hold for ROBUST. */
        EVIDENCE,
        /** One of them may be missed. */
        MARK
    }

    final String key;
    final String title;
    final String unit;
    final String source;
    final String meaning;
    final Role role;

    /** Null when the figure is only told. */
    final @Nullable TrustRule rule;

    private final DoublePredicate signOfOverfitting;

    TrustMeasure(String key, String title, String unit, String source, String meaning) {
        this(key, title, unit, source, meaning, Role.TOLD, null, value -> false);
    }

    TrustMeasure(
            String key,
            String title,
            String unit,
            String source,
            String meaning,
            Role role,
            String comparison,
            double threshold,
            DoublePredicate signOfOverfitting) {
        this(key, title, unit, source, meaning, role, new TrustRule(comparison, threshold), signOfOverfitting);
    }

    TrustMeasure(
            String key,
            String title,
            String unit,
            String source,
            String meaning,
            Role role,
            @Nullable TrustRule rule,
            DoublePredicate signOfOverfitting) {
        this.key = key;
        this.title = title;
        this.unit = unit;
        this.source = source;
        this.meaning = meaning;
        this.role = role;
        this.rule = rule;
        this.signOfOverfitting = signOfOverfitting;
    }

    /** A figure that is only told passes always. */
    boolean passes(double value) {
        return rule == null || rule.holds(value).orElseThrow();
    }

    /** Worse than merely not passing: the figure speaks for luck. */
    boolean isSignOfOverfitting(double value) {
        return signOfOverfitting.test(value);
    }
}
