package studio.desktop.results;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.model.job.TrialView;
import studio.model.result.EquityPoint;
import studio.model.result.Metrics;
import studio.model.result.TradeView;

/**
 * Parts of a result as CSV (RFC 4180, UTF-8). Numbers are written in full and without a locale, times in UTC; what is
 * undefined is empty.
 */
final class ResultsCsv {
    private static final String LINE_END = "\r\n";

    private ResultsCsv() {}

    static byte[] trades(List<TradeView> trades) {
        StringBuilder out = new StringBuilder("side,entry_time,entry_price,exit_time,exit_price,quantity,profit,"
                + "profit_pct,fees,bars,exit_reason" + LINE_END);
        for (TradeView t : trades) {
            line(
                    out,
                    t.side(),
                    t.entryTime(),
                    t.entryPrice(),
                    t.exitTime(),
                    t.exitPrice(),
                    t.quantity(),
                    t.profit(),
                    t.profitPct(),
                    t.fees(),
                    t.bars(),
                    t.exitReason());
        }
        return bytes(out);
    }

    static byte[] equity(List<EquityPoint> points) {
        StringBuilder out = new StringBuilder("time,equity,drawdown_pct" + LINE_END);
        points.forEach(p -> line(out, p.time(), p.equity(), p.drawdownPct()));
        return bytes(out);
    }

    /** A column for every parameter that any trial had. */
    static byte[] trials(List<TrialView> trials) {
        Set<String> parameters = new LinkedHashSet<>();
        trials.forEach(t -> parameters.addAll(t.params().keySet()));
        StringBuilder out =
                new StringBuilder("number,state,score,trades,net_profit_pct,max_drawdown_pct,duration_ms,reason");
        parameters.forEach(p -> out.append(',').append(quoted(p)));
        out.append(LINE_END);
        for (TrialView t : trials) {
            Metrics m = t.metrics();
            Object[] fixed = {
                t.number(),
                t.state(),
                t.score(),
                m == null ? null : m.trades(),
                m == null ? null : m.netProfitPct(),
                m == null ? null : m.maxDrawdownPct(),
                t.durationMs(),
                t.reason()
            };
            Object[] cells = Arrays.copyOf(fixed, fixed.length + parameters.size());
            int at = fixed.length;
            for (String parameter : parameters) {
                cells[at++] = t.params().get(parameter);
            }
            line(out, cells);
        }
        return bytes(out);
    }

    private static void line(StringBuilder out, @Nullable Object... cells) {
        out.append(Arrays.stream(cells)
                        .map(c -> c == null ? "" : quoted(c.toString()))
                        .collect(Collectors.joining(",")))
                .append(LINE_END);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
