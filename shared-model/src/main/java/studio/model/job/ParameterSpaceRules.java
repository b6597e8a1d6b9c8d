package studio.model.job;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.model.job.StartRequestRules.Findings;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;
import studio.model.strategy.StrategyInfo;

/** What an analyst's own ranges may say of a strategy's parameters. */
final class ParameterSpaceRules {
    static final int MAX_VALUES = 10_000;

    /** How far outside of the strategy's own range an analyst may go, as a multiple of its larger end. */
    private static final double REACH = 100;

    private ParameterSpaceRules() {}

    static void check(Map<String, ParameterRange> space, StrategyInfo strategy, Findings found) {
        space.forEach((name, range) -> {
            String field = "parameter_space." + name;
            ParameterInfo parameter = strategy.parameters().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (parameter == null) {
                List<String> known =
                        strategy.parameters().stream().map(ParameterInfo::name).toList();
                found.add(field, "is no parameter of " + strategy.name() + "; it has " + String.join(", ", known));
            } else if (range == null) {
                found.add(field, "is empty: give min and max, or values");
            } else if (range.values() != null) {
                values(field, range, range.values(), parameter, found);
            } else if (parameter.type() == ParameterType.CATEGORY) {
                found.add(field, "takes values, not a range: some of " + parameter.values());
            } else {
                interval(field, range, parameter, found);
            }
        });
    }

    private static void values(
            String field, ParameterRange range, List<Object> values, ParameterInfo parameter, Findings found) {
        if (range.min() != null || range.max() != null || range.step() != null) {
            found.add(field, "has both values and a range; give one of them");
            return;
        }
        if (values.isEmpty() || values.size() > MAX_VALUES) {
            found.add(field + ".values", "are " + values.size() + "; 1.." + MAX_VALUES + " are allowed");
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            String at = field + ".values[" + i + "]";
            if (parameter.type() == ParameterType.CATEGORY) {
                if (parameter.values() == null || !parameter.values().contains(value)) {
                    found.add(at, "= '" + value + "' is not one of " + parameter.values());
                }
            } else if (value instanceof Number number) {
                number(at, number.doubleValue(), parameter, found);
            } else {
                found.add(at, "= '" + value + "' is not a number");
            }
            Object key = value instanceof Number number ? (Object) number.doubleValue() : value;
            if (!seen.add(key)) {
                found.add(at, "= " + value + " stands there twice");
            }
        }
    }

    private static void interval(String field, ParameterRange range, ParameterInfo parameter, Findings found) {
        Double min = range.min();
        Double max = range.max();
        if (min == null || max == null) {
            found.add(field, "needs min and max, or values");
            return;
        }
        number(field + ".min", min, parameter, found);
        number(field + ".max", max, parameter, found);
        if (min > max) {
            found.add(field, "min " + Findings.plain(min) + " is above max " + Findings.plain(max));
        }
        Double step = range.step();
        if (step == null) {
            return;
        }
        if (!(step > 0) || Double.isInfinite(step)) {
            found.add(field + ".step", "= " + step + " is not above 0");
        } else if (parameter.type() == ParameterType.INTEGER && step != Math.rint(step)) {
            found.add(field + ".step", "= " + step + " is not a whole number, as the parameter is");
        } else if ((max - min) / step > StartRequestRules.MAX_ITERATIONS) {
            found.add(
                    field + ".step",
                    "= " + step + " cuts the range into more than " + StartRequestRules.MAX_ITERATIONS + " points");
        }
    }

    private static void number(String field, double value, ParameterInfo parameter, Findings found) {
        if (!Double.isFinite(value)) {
            found.add(field, "= " + value + " is not a finite number");
            return;
        }
        if (parameter.type() == ParameterType.INTEGER && value != Math.rint(value)) {
            found.add(field, "= " + value + " is not a whole number, as the parameter is");
        }
        double low = lowest(parameter);
        double high = REACH * or(parameter.max(), 1);
        if (value < low || value > high) {
            found.add(
                    field,
                    "= " + Findings.plain(value) + " is not in " + Findings.plain(low) + ".." + Findings.plain(high)
                            + " (" + parameter.unit() + ")");
        }
    }

    /** Where the strategy's own range is positive, zero and less make no sense: 1 for counts, a hundredth for the rest. */
    private static double lowest(ParameterInfo parameter) {
        double min = or(parameter.min(), 0);
        if (min <= 0) {
            return min;
        }
        return parameter.type() == ParameterType.INTEGER ? 1 : min / REACH;
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
