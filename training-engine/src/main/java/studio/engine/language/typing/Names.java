package studio.engine.language.typing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.Statement;

/** The names that a text has defined so far, and those that it defines further down. Used by one thread. */
final class Names {
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Integer> laterOffsets = new HashMap<>();

    Names(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Definition definition) {
                laterOffsets.putIfAbsent(definition.name(), definition.span().start());
            } else if (statement instanceof Statement.Input input) {
                laterOffsets.putIfAbsent(input.name(), input.span().start());
            } else if (statement instanceof Statement.Broken broken && broken.defines() != null) {
                laterOffsets.putIfAbsent(broken.defines(), broken.span().start());
            }
        }
    }

    void define(String name, Value value) {
        values.put(name, value);
    }

    /** Of a name whose definition is wrong: it is known, but nothing more is said of it. */
    void defineUnreadable(String name) {
        unreadable.add(name);
    }

    /** Null for a name that is not defined yet. */
    @Nullable
    Value find(String name) {
        return values.get(name);
    }

    boolean isUnreadable(String name) {
        return unreadable.contains(name);
    }

    boolean isDefined(String name) {
        return values.containsKey(name) || unreadable.contains(name);
    }

    /** Whether the text defines the name further down. */
    boolean comesLater(String name) {
        return laterOffsets.containsKey(name);
    }

    /** All that are defined so far. */
    List<String> known() {
        List<String> known = new ArrayList<>(values.keySet());
        known.addAll(unreadable);
        return known;
    }
}
