package studio.desktop.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;
import studio.desktop.results.Figure;
import studio.desktop.results.FigureFormat;
import studio.desktop.results.FigureList;
import studio.desktop.results.RequestRow;
import studio.model.result.JobResults;

/**
 * One line of the comparison: what it is called and what each run has there, in the order of the runs.
 *
 * @param meaning one sentence; empty where the name says all
 */
record ComparisonRow(String section, String name, String meaning, List<String> values) {

    /** Whether any two runs have something else there. */
    boolean differs() {
        return values.stream().distinct().count() > 1;
    }

    /** Whether the run at that place has something else there than the first. */
    boolean differsFromFirst(int place) {
        return !values.get(place).equals(values.get(0));
    }

    /** Figures first, then parameters, then what was asked for. */
    static List<ComparisonRow> of(List<ComparedRun> runs, FigureFormat format) {
        List<ComparisonRow> rows = new ArrayList<>();
        rows.add(figure("best_score", runs, r -> format.score(r.bestScore())));
        rows.addAll(metrics(runs, format));
        rows.addAll(parameters(runs, format));
        rows.addAll(requests(runs, format));
        return rows;
    }

    private static ComparisonRow figure(String id, List<ComparedRun> runs, Function<JobResults, String> value) {
        return new ComparisonRow(
                Texts.get("compare.figures"),
                Texts.get("figure." + id),
                Texts.get("figure." + id + ".meaning"),
                runs.stream()
                        .map(r -> r.results() == null ? FigureFormat.UNDEFINED : value.apply(r.results()))
                        .toList());
    }

    private static List<ComparisonRow> metrics(List<ComparedRun> runs, FigureFormat format) {
        FigureList list = new FigureList(format);
        List<Map<String, Figure>> figures = new ArrayList<>();
        Map<String, Figure> known = new LinkedHashMap<>();
        for (ComparedRun run : runs) {
            Map<String, Figure> own = new LinkedHashMap<>();
            JobResults found = run.results();
            if (found != null && found.metrics() != null) {
                list.all(found.metrics()).forEach(f -> own.put(f.id(), f));
            }
            if (found != null && found.walkForward() != null) {
                list.walkForward(found.walkForward()).forEach(f -> own.put(f.id(), f));
            }
            figures.add(own);
            own.forEach(known::putIfAbsent);
        }
        return known.values().stream()
                .map(f -> new ComparisonRow(
                        Texts.get("compare.figures"),
                        f.label(),
                        f.meaning(),
                        figures.stream().map(own -> valueOf(own.get(f.id()))).toList()))
                .toList();
    }

    private static String valueOf(@Nullable Figure figure) {
        return figure == null ? FigureFormat.UNDEFINED : figure.value();
    }

    private static List<ComparisonRow> parameters(List<ComparedRun> runs, FigureFormat format) {
        Set<String> names = new TreeSet<>();
        for (ComparedRun run : runs) {
            JobResults found = run.results();
            if (found != null && found.bestParams() != null) {
                names.addAll(found.bestParams().keySet());
            }
        }
        return names.stream()
                .map(name -> new ComparisonRow(
                        Texts.get("compare.parameters"),
                        name,
                        "",
                        runs.stream()
                                .map(r -> {
                                    Map<String, Object> best = r.results() == null
                                            ? null
                                            : r.results().bestParams();
                                    return format.parameter(best == null ? null : best.get(name));
                                })
                                .toList()))
                .toList();
    }

    private static List<ComparisonRow> requests(List<ComparedRun> runs, FigureFormat format) {
        List<List<RequestRow>> asked = new ArrayList<>();
        for (ComparedRun run : runs) {
            List<RequestRow> rows = new ArrayList<>(RequestRow.of(run.job().spec(), format));
            JobResults found = run.results();
            if (found != null && found.data() != null) {
                rows.addAll(RequestRow.of(found.data(), format));
            }
            asked.add(rows);
        }
        Map<String, String> names = new LinkedHashMap<>();
        asked.forEach(rows -> rows.forEach(r -> names.putIfAbsent(r.name(), r.name())));
        return names.keySet().stream()
                .map(name -> new ComparisonRow(
                        Texts.get("compare.request"),
                        name,
                        "",
                        asked.stream()
                                .map(rows -> rows.stream()
                                        .filter(r -> r.name().equals(name))
                                        .map(RequestRow::value)
                                        .findFirst()
                                        .orElse(FigureFormat.UNDEFINED))
                                .toList()))
                .toList();
    }
}
