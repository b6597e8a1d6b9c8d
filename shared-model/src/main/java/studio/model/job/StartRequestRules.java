package studio.model.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.model.problem.FieldError;
import studio.model.strategy.StrategyInfo;

/**
 * What a start request may say. Server and form ask the same rules, so that a field is refused while it is typed in the
 * words in which the server would refuse it.
 */
public final class StartRequestRules {
    public static final int MAX_LOOKBACK_DAYS = 36_500;
    public static final int MAX_LOOKBACK_CANDLES = 10_000_000;
    public static final int MAX_ITERATIONS = 1_000_000;
    public static final int MAX_MIN_TRADES = 1_000_000;
    public static final double MAX_RATE = 0.1;
    public static final double MAX_CAPITAL = 1e12;
    public static final double MAX_WINDOW_DAYS = 36_500;
    public static final int MAX_NAME = 200;
    public static final int MAX_NOTE = 10_000;
    public static final int MAX_TAGS = 20;
    public static final int MAX_TAG = 50;

    /** What names of symbols and exchanges are made of; the market-data import holds to it too. */
    public static final Pattern MARKET_NAME = Pattern.compile("[A-Za-z0-9^.$][A-Za-z0-9._/:^=&+-]{0,63}");

    private StartRequestRules() {}

    /**
     * Every wrong field at once; empty when the request may be started as far as it can be told without the data.
     *
     * @param strategy the strategy that the request names; null when there is none of that name
     * @param knownStrategies the names that would be accepted
     */
    public static List<FieldError> check(
            StartRequest request, @Nullable StrategyInfo strategy, Collection<String> knownStrategies) {
        Findings found = new Findings();
        if (request.strategy() == null) {
            found.add("strategy", "is required: one of " + String.join(", ", knownStrategies));
        } else if (strategy == null) {
            found.add(
                    "strategy",
                    "'" + request.strategy() + "' is not known; allowed: " + String.join(", ", knownStrategies));
        }
        found.marketName("symbol", request.symbol(), "BTC/USDT");
        found.marketName("exchange", request.exchange(), "binanceus");
        if (request.timeframe() == null) {
            found.add(
                    "timeframe", "is required: one of " + String.join(", ", studio.model.market.Timeframe.wireNames()));
        }
        found.whole("lookback_days", request.lookbackDays(), 1, MAX_LOOKBACK_DAYS);
        found.whole("lookback_candles", request.lookbackCandles(), 1, MAX_LOOKBACK_CANDLES);
        if (request.lookbackDays() != null && request.lookbackCandles() != null) {
            found.add("lookback_candles", "cannot be given together with lookback_days; leave one out");
        }
        found.whole("n_iterations", request.iterations(), 1, MAX_ITERATIONS);
        found.whole("min_trades", request.minTrades(), 0, MAX_MIN_TRADES);
        if (strategy != null && request.parameterSpace() != null) {
            ParameterSpaceRules.check(request.parameterSpace(), strategy, found);
        }
        windows(request, found);
        costs(request.costs(), found);
        if (request.dataQuality() != null) {
            found.whole("data_quality.max_gap_candles", request.dataQuality().maxGapCandles(), 0, Integer.MAX_VALUE);
        }
        marks(request, found);
        return found.list();
    }

    /** What may be wrong with costs alone, field by field under {@code costs.}; empty for null. */
    public static List<FieldError> check(@Nullable CostRequest costs) {
        Findings found = new Findings();
        costs(costs, found);
        return found.list();
    }

    /** The analyst's own words on a job, also when they are changed later. */
    public static List<FieldError> check(JobPatch patch) {
        Findings found = new Findings();
        found.text("name", patch.name(), MAX_NAME);
        found.text("note", patch.note(), MAX_NOTE);
        found.tags(patch.tags());
        return found.list();
    }

    private static void windows(StartRequest request, Findings found) {
        ValidationRequest windows = request.validation();
        if (windows == null) {
            return;
        }
        if (Boolean.FALSE.equals(request.runValidation())) {
            found.add("validation", "is given, but run_validation is false; leave one out");
        }
        found.above("validation.train_window_days", windows.trainWindowDays(), 0, MAX_WINDOW_DAYS);
        found.above("validation.test_window_days", windows.testWindowDays(), 0, MAX_WINDOW_DAYS);
        found.within("validation.gap_days", windows.gapDays(), 0, MAX_WINDOW_DAYS);
        found.above("validation.step_days", windows.stepDays(), 0, MAX_WINDOW_DAYS);
    }

    private static void costs(@Nullable CostRequest costs, Findings found) {
        if (costs == null) {
            return;
        }
        found.above("costs.initial_capital", costs.initialCapital(), 0, MAX_CAPITAL);
        found.within("costs.fee_rate", costs.feeRate(), 0, MAX_RATE);
        found.within("costs.slippage_rate", costs.slippageRate(), 0, MAX_RATE);
        found.above("costs.risk_per_trade", costs.riskPerTrade(), 0, 1);
    }

    private static void marks(StartRequest request, Findings found) {
        found.text("name", request.name(), MAX_NAME);
        found.text("note", request.note(), MAX_NOTE);
        found.tags(request.tags());
        found.text("created_by", request.createdBy(), MAX_NAME);
    }

    /** Collects what is wrong, each sentence with the value and what is allowed. */
    static final class Findings {
        private final List<FieldError> errors = new ArrayList<>();

        void add(String field, String message) {
            errors.add(new FieldError(field, field + " " + message));
        }

        void marketName(String field, @Nullable String value, String example) {
            if (value == null || value.isBlank()) {
                add(field, "is required, e.g. " + example);
            } else if (!MARKET_NAME.matcher(value).matches()) {
                add(
                        field,
                        "'" + shortened(value)
                                + "' is not allowed: up to 64 letters, digits and . _ / : + - ^ = & , e.g. " + example);
            }
        }

        void whole(String field, @Nullable Integer value, int min, int max) {
            if (value != null && (value < min || value > max)) {
                add(field, "= " + value + " is not in " + min + ".." + max);
            }
        }

        void within(String field, @Nullable Double value, double min, double max) {
            if (value != null && !(value >= min && value <= max)) {
                add(field, "= " + plain(value) + " is not in " + plain(min) + ".." + plain(max));
            }
        }

        void above(String field, @Nullable Double value, double min, double max) {
            if (value != null && !(value > min && value <= max)) {
                add(field, "= " + plain(value) + " is not above " + plain(min) + " and at most " + plain(max));
            }
        }

        void text(String field, @Nullable String value, int max) {
            if (value == null) {
                return;
            }
            if (value.length() > max) {
                add(field, "has " + value.length() + " characters; at most " + max + " are allowed");
            } else if (value.indexOf('\0') >= 0) {
                add(field, "holds a NUL character, which cannot be stored");
            }
        }

        void tags(@Nullable List<String> tags) {
            if (tags == null) {
                return;
            }
            if (tags.size() > MAX_TAGS) {
                add("tags", "are " + tags.size() + "; at most " + MAX_TAGS + " are allowed");
            }
            for (int i = 0; i < tags.size(); i++) {
                String tag = tags.get(i);
                if (tag == null || tag.isBlank()) {
                    add("tags[" + i + "]", "is empty; a tag is a word or two");
                } else {
                    text("tags[" + i + "]", tag, MAX_TAG);
                }
            }
        }

        List<FieldError> list() {
            return List.copyOf(errors);
        }

        static String plain(double value) {
            double size = Math.abs(value);
            if (value == Math.rint(value) && size < 1e15) {
                return Long.toString((long) value);
            }
            // 0.00001 is read more easily than 1.0E-5.
            return size > 1e-9 && size < 1e15
                    ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                    : Double.toString(value);
        }

        static String shortened(String value) {
            return value.length() <= 40 ? value : value.substring(0, 40) + "…";
        }
    }
}
