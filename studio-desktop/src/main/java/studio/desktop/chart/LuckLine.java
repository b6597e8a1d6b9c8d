package studio.desktop.chart;

import java.util.List;

/** The score that luck alone would have reached by each trial: few points, joined by straight lines. Immutable. */
public final class LuckLine {
    public static final LuckLine NONE = new LuckLine(List.of());

    private final List<Point> points;

    private record Point(double trials, double score) {}

    private LuckLine(List<Point> points) {
        this.points = List.copyOf(points);
    }

    /** Reads what the server told: pairs of trial and score, ascending; anything else is no line. */
    public static LuckLine of(@org.jspecify.annotations.Nullable Object told) {
        if (!(told instanceof List<?> pairs) || pairs.isEmpty()) {
            return NONE;
        }
        List<Point> points = pairs.stream()
                .filter(pair -> pair instanceof List<?> p
                        && p.size() == 2
                        && p.get(0) instanceof Number
                        && p.get(1) instanceof Number)
                .map(pair -> (List<?>) pair)
                .map(p -> new Point(((Number) p.get(0)).doubleValue(), ((Number) p.get(1)).doubleValue()))
                .toList();
        return points.size() == pairs.size() ? new LuckLine(points) : NONE;
    }

    boolean isEmpty() {
        return points.isEmpty();
    }

    int size() {
        return points.size();
    }

    double trials(int index) {
        return points.get(index).trials();
    }

    double score(int index) {
        return points.get(index).score();
    }

    /** The score at that trial, the ends' beyond them; only of a line that is not empty. */
    double at(double trial) {
        int after = 0;
        while (after < points.size() && points.get(after).trials() < trial) {
            after++;
        }
        if (after == 0 || after == points.size()) {
            return points.get(Math.min(after, points.size() - 1)).score();
        }
        Point a = points.get(after - 1);
        Point b = points.get(after);
        return a.score() + (b.score() - a.score()) * (trial - a.trials()) / (b.trials() - a.trials());
    }
}
