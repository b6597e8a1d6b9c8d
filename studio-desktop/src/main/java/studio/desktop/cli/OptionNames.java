package studio.desktop.cli;

import java.util.Map;

/** How fields of a start request are called on the command line. */
final class OptionNames {
    private static final Map<String, String> SPECIAL = Map.of(
            "n_iterations", "--iterations",
            "run_validation", "--no-validation",
            "tags", "--tag",
            "seed", "--seed");

    private OptionNames() {}

    /** {@code costs.fee_rate} is {@code --fee-rate}; {@code parameter_space.pierce_depth.min} is {@code --param pierce_depth}. */
    static String of(String field) {
        String special = SPECIAL.get(field);
        if (special != null) {
            return special;
        }
        if (field.startsWith("parameter_space.")) {
            return "--param " + field.split("\\.")[1];
        }
        String last = field.substring(field.lastIndexOf('.') + 1);
        return "--" + last.replaceAll("\\[.*", "").replace('_', '-');
    }
}
