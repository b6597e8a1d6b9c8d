package studio.engine.language.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import studio.engine.language.tree.SeriesColumn;
import studio.model.strategy.ParameterInfo;

/**
 * Names of columns with one trial's values filled in: the same for what is the same, in whatever text it stands. A long name is
 * replaced by its digest, so that a text whose definitions build on each other has short names too.
 */
final class Keys {
    private static final int LONGEST = 200;

    private final Values values;
    private final @Nullable String[] known;

    Keys(Plan plan, Values values) {
        this.values = values;
        this.known = new String[plan.graph.nodes().size()];
    }

    String of(Node node) {
        String key = known[node.id];
        if (key == null) {
            key = node.single ? value(node) : shortened(spelled(node));
            known[node.id] = key;
        }
        return key;
    }

    private String value(Node node) {
        return switch (node.kind) {
            case NUMBER -> Values.shown(values.number(node));
            case YES_NO -> String.valueOf(values.answer(node));
            case TEXT -> values.text(node);
        };
    }

    private String spelled(Node node) {
        return switch (node.operation) {
            case SERIES -> ((SeriesColumn) Objects.requireNonNull(node.detail)).word();
            case CALL -> {
                Node.Called called = (Node.Called) Objects.requireNonNull(node.detail);
                yield list(new StringBuilder(called.function().name()), node).toString();
            }
            case SELECT -> of(values.answer(node.argument(0)) ? node.argument(1) : node.argument(2));
            default ->
                list(new StringBuilder(node.operation.name().toLowerCase(Locale.ROOT)), node)
                        .toString();
        };
    }

    private StringBuilder list(StringBuilder key, Node node) {
        char before = '(';
        for (Node argument : node.arguments) {
            key.append(before).append(of(argument));
            before = ',';
        }
        return key.append(before == '(' ? "()" : ")");
    }

    private static String shortened(String key) {
        if (key.length() <= LONGEST) {
            return key;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** In how many ways the inputs that the node depends on can be set; infinite where one takes any real number. */
    static double variants(Node node, Graph graph) {
        double variants = 1;
        for (int i = node.inputs.nextSetBit(0); i >= 0; i = node.inputs.nextSetBit(i + 1)) {
            variants *= choices(graph.inputs().get(i));
        }
        return variants;
    }

    private static double choices(ParameterInfo input) {
        if (input.values() != null) {
            return input.values().size();
        }
        Double step = input.step();
        Double min = input.min();
        Double max = input.max();
        if (step == null || min == null || max == null) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.floor((max - min) / step) + 1;
    }
}
