package studio.engine.language.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one generated method computes: one node or two, with the columns and values of the trial that they read, and the
 * nodes that they use more than once.
 */
final class Unit {
    final List<Node> roots;
    /** Columns that are read, by number. */
    final List<Node> columns = new ArrayList<>();
    /** Values of the trial that are read, by number; literals are not among them. */
    final List<Node> singles = new ArrayList<>();
    /** Computed once for a bar before all else, in an order that can be followed. */
    final List<Node> shared = new ArrayList<>();

    Unit(Node... roots) {
        this.roots = List.of(roots);
        Map<Node, Integer> uses = new HashMap<>();
        TreeMap<Integer, Node> seen = new TreeMap<>();
        List<Node> open = new ArrayList<>(this.roots);
        this.roots.forEach(root -> uses.merge(root, 1, Integer::sum));
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (seen.put(node.id, node) != null || node.single || node.isColumn()) {
                continue;
            }
            for (Node argument : node.arguments) {
                uses.merge(argument, 1, Integer::sum);
                open.add(argument);
            }
        }
        for (Node node : seen.values()) {
            if (node.isColumn()) {
                columns.add(node);
            } else if (node.single) {
                if (node.operation != Operation.NUMBER && node.operation != Operation.YES_NO) {
                    singles.add(node);
                }
            } else if (uses.getOrDefault(node, 0) > 1 && isWorthKeeping(node)) {
                shared.add(node);
            }
        }
    }

    private static boolean isWorthKeeping(Node node) {
        return node.operation != Operation.LOAD
                && node.operation != Operation.STOP
                && node.operation != Operation.BAR_INDEX;
    }
}
