package studio.server.job.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrialView;
import studio.model.result.Metrics;

/** Trials as CSV (RFC 4180): one line each, a column for every parameter. */
final class TrialCsv {
    private TrialCsv() {}

    static String write(List<TrialView> trials) {
        Set<String> parameters = new LinkedHashSet<>();
        trials.forEach(t -> parameters.addAll(t.params().keySet()));
        StringBuilder out =
                new StringBuilder("number,state,score,trades,net_profit_pct,max_drawdown_pct,duration_ms,reason");
        parameters.forEach(p -> out.append(',').append(quoted(p)));
        out.append("\r\n");
        for (TrialView t : trials) {
            Metrics m = t.metrics();
            out.append(t.number()).append(',').append(t.state()).append(',').append(plain(t.score()));
            out.append(',').append(m == null ? "" : m.trades());
            out.append(',').append(m == null ? "" : plain(m.netProfitPct()));
            out.append(',').append(m == null ? "" : plain(m.maxDrawdownPct()));
            out.append(',').append(t.durationMs()).append(',').append(quoted(plain(t.reason())));
            parameters.forEach(
                    p -> out.append(',').append(quoted(plain(t.params().get(p)))));
            out.append("\r\n");
        }
        return out.toString();
    }

    private static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
