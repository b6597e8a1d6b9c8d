package studio.engine.trust;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import studio.model.result.TrustFigure;

/** The figures of one case as they are found. Not thread-safe. */
final class Measured {
    private final Map<TrustMeasure, Double> values = new EnumMap<>(TrustMeasure.class);
    private final Map<TrustMeasure, String> absences = new EnumMap<>(TrustMeasure.class);

    /** A value, or, where it is missing or no finite number, why. */
    void put(TrustMeasure measure, @Nullable Double value, String whyNot) {
        if (value != null && Double.isFinite(value)) {
            values.put(measure, value);
        } else {
            absences.put(measure, whyNot);
        }
    }

    OptionalDouble value(TrustMeasure measure) {
        Double value = values.get(measure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    String absence(TrustMeasure measure) {
        return absences.getOrDefault(measure, "it was not computed");
    }

    /** All of them, in the order of {@link TrustMeasure}. */
    List<TrustFigure> figures() {
        List<TrustFigure> figures = new ArrayList<>();
        for (TrustMeasure m : TrustMeasure.values()) {
            Double value = values.get(m);
            boolean ruled = m.role != TrustMeasure.Role.TOLD;
            figures.add(new TrustFigure(
                    m.key,
                    m.title,
                    value,
                    m.unit,
                    m.source,
                    m.meaning,
                    ruled ? m.rule : null,
                    ruled && value != null ? (Boolean) m.passes(value) : null,
                    value == null ? absence(m) : null));
        }
        return figures;
    }
}
