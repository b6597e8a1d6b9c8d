package studio.engine.search;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.ParameterCondition;
import studio.model.strategy.ParameterInfo;

/** Which coordinates of a point matter: a parameter may matter only while an earlier one has certain values. Immutable. */
final class Activity {
    private static final int ALWAYS = -1;

    private final int[] parent;
    private final List<ParameterInfo> declared;

    private Activity(List<ParameterInfo> declared, int[] parent) {
        this.declared = declared;
        this.parent = parent;
    }

    /**
     * Reads the conditions of declared parameters.
     *
     * @throws IllegalArgumentException naming the parameter, when its condition is on none before it, on one of any
     *     real value, or on a value that the other cannot have
     */
    static Activity of(List<ParameterInfo> declared) {
        int[] parent = new int[declared.size()];
        Arrays.setAll(parent, d -> parent(declared, d));
        return new Activity(List.copyOf(declared), parent);
    }

    private static int parent(List<ParameterInfo> declared, int d) {
        ParameterInfo info = declared.get(d);
        ParameterCondition condition = info.activeWhen();
        if (condition == null) {
            return ALWAYS;
        }
        for (int p = 0; p < d; p++) {
            ParameterInfo other = declared.get(p);
            if (other.name().equals(condition.parameter())) {
                check(info, condition, other);
                return p;
            }
        }
        throw new IllegalArgumentException(
                info.name() + " matters by " + condition.parameter() + ", which is no parameter declared before it");
    }

    private static void check(ParameterInfo info, ParameterCondition condition, ParameterInfo other) {
        List<Object> values = other.values();
        if (values == null && other.step() == null) {
            throw new IllegalArgumentException(
                    info.name() + " matters by " + other.name() + ", which takes any real value");
        }
        if (values == null) {
            return;
        }
        for (Object wanted : condition.values()) {
            if (values.stream().noneMatch(new ParameterCondition(other.name(), List.of(wanted))::holds)) {
                throw new IllegalArgumentException(info.name() + " matters when " + other.name() + " is " + wanted
                        + ", which is not one of " + values);
            }
        }
    }

    boolean hasConditions() {
        return Arrays.stream(parent).anyMatch(p -> p != ALWAYS);
    }

    /** True when that coordinate matters only sometimes. */
    boolean isConditional(int d) {
        return parent[d] != ALWAYS;
    }

    /** True when that coordinate decides on others. */
    boolean decides(int d) {
        return Arrays.stream(parent).anyMatch(p -> p == d);
    }

    /** Whether a coordinate matters, given the values of all before it; those that do not matter are null. */
    boolean matters(int d, @Nullable Object[] before) {
        ParameterCondition condition = declared.get(d).activeWhen();
        return condition == null || condition.holds(before[parent[d]]);
    }
}
