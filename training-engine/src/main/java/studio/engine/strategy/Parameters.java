package studio.engine.strategy;

import java.util.Arrays;
import java.util.List;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;

/** Declares parameters in one line each, and holds those that several strategies share. */
public final class Parameters {
    public static final ParameterInfo STOP =
            real("atr_multiplier_sl", 1.0, 3.0, 1.5, "× ATR14", "Distance of the stop from the entry.");
    public static final ParameterInfo RISK_REWARD =
            real("risk_reward_ratio", 1.5, 4.0, 2.0, "× stop", "Distance of the target, as a multiple of the stop's.");
    public static final ParameterInfo MAX_HOLDING = listed(
            "max_holding_periods", 50, "candles", "A position that met neither is closed then.", 30, 50, 75, 100, 150);

    private Parameters() {}

    /** Any number in {@code min..max}, both inclusive. */
    public static ParameterInfo real(
            String name, double min, double max, double defaultValue, String unit, String help) {
        return new ParameterInfo(name, ParameterType.REAL, min, max, null, null, defaultValue, unit, help);
    }

    /** Any whole number in {@code min..max}, both inclusive. */
    public static ParameterInfo integer(String name, int min, int max, int defaultValue, String unit, String help) {
        return new ParameterInfo(
                name, ParameterType.INTEGER, (double) min, (double) max, 1.0, null, defaultValue, unit, help);
    }

    /** One of the listed whole numbers, ascending. */
    public static ParameterInfo listed(String name, int defaultValue, String unit, String help, int... values) {
        List<Object> choices = Arrays.stream(values).mapToObj(v -> (Object) v).toList();
        return new ParameterInfo(
                name,
                ParameterType.INTEGER,
                (double) values[0],
                (double) values[values.length - 1],
                null,
                choices,
                defaultValue,
                unit,
                help);
    }

    /** One of the listed names. */
    public static ParameterInfo category(String name, String defaultValue, String help, String... values) {
        return new ParameterInfo(
                name, ParameterType.CATEGORY, null, null, null, List.of((Object[]) values), defaultValue, "", help);
    }
}
