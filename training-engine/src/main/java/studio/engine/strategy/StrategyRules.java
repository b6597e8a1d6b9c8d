package studio.engine.strategy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import studio.engine.search.ParameterSpace;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** What a strategy must declare so that forms, searches and stored jobs can rely on it. */
public final class StrategyRules {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
    private static final Pattern PARAMETER = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private StrategyRules() {}

    /** Everything that is wrong with what a strategy says of itself, a sentence each; empty when it can be used. */
    public static List<String> check(Strategy strategy) {
        List<String> wrong = new ArrayList<>();
        if (!matches(NAME, strategy.name())) {
            wrong.add("name '" + strategy.name()
                    + "' is not upper case letters, digits and underscores, 2 to 64 of them");
        }
        if (blank(strategy.title()) || blank(strategy.description())) {
            wrong.add("title and description must say something");
        }
        if (strategy.minCandles() < 1) {
            wrong.add("minCandles = " + strategy.minCandles() + ", at least 1 is allowed");
        }
        Set<String> seen = new HashSet<>();
        for (ParameterInfo parameter : strategy.parameters()) {
            if (!matches(PARAMETER, parameter.name())) {
                wrong.add("parameter '" + parameter.name() + "' is not lower case letters, digits and underscores");
            } else if (!seen.add(parameter.name())) {
                wrong.add("parameter " + parameter.name() + " is declared twice");
            }
            if (!defaultIsAllowed(parameter)) {
                wrong.add("parameter " + parameter.name() + ": the default " + parameter.defaultValue()
                        + " is none of its values");
            }
            if (blank(parameter.help())) {
                wrong.add("parameter " + parameter.name() + " has no line of help");
            }
        }
        if (wrong.isEmpty()) {
            try {
                ParameterSpace.of(strategy.parameters(), java.util.Map.of());
            } catch (IllegalArgumentException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        return wrong;
    }

    private static boolean defaultIsAllowed(ParameterInfo p) {
        if (p.values() != null) {
            return p.values().contains(p.defaultValue());
        }
        Double min = p.min();
        Double max = p.max();
        if (p.type() == ParameterType.CATEGORY || min == null || max == null) {
            return false;
        }
        return p.defaultValue() instanceof Number number
                && number.doubleValue() >= min
                && number.doubleValue() <= max
                && (p.type() == ParameterType.REAL || number instanceof Integer);
    }

    // A plug-in may be written without any check for null.
    @SuppressWarnings("ConstantValue")
    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    @SuppressWarnings("ConstantValue")
    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
