package studio.engine.trust;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;
import studio.model.result.TrustRule;

/** The figures of one case as they are found. Not thread-safe. */
final class Measured {
    private final Map<TrustMeasure, Double> values = new EnumMap<>(TrustMeasure.class);
    private final Map<TrustMeasure, TrustAbsence> absences = new EnumMap<>(TrustMeasure.class);

    /** A value, or, where it is missing or no finite number, why. */
    void put(TrustMeasure measure, @Nullable Double value, TrustAbsence whyNot) {
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

    /** All of them, in the order of {@link TrustMeasure}. */
    List<TrustFigure> figures() {
        List<TrustFigure> figures = new ArrayList<>();
        for (TrustMeasure measure : TrustMeasure.values()) {
            figures.add(figure(measure));
        }
        return figures;
    }

    private TrustFigure figure(TrustMeasure m) {
        Double value = values.get(m);
        TrustRule rule = m.rule;
        TrustAbsence absence =
                value == null ? absences.getOrDefault(m, TrustAbsence.of(TrustAbsence.NOT_COMPUTED)) : null;
        return new TrustFigure(
                m.key,
                m.title,
                value,
                m.unit,
                m.source,
                m.meaning,
                rule == null ? null : TrustSentences.rule(rule),
                rule,
                rule == null || value == null ? null : (Boolean) m.passes(value),
                absence == null ? null : TrustSentences.absence(absence),
                absence);
    }
}
