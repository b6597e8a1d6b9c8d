package studio.desktop.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.model.job.JobSummary;

/** Rows of the history as CSV (RFC 4180, UTF-8): numbers in full, times in UTC, tags by blanks. */
final class JobsCsv {
    private static final String LINE_END = "\r\n";

    private JobsCsv() {}

    static byte[] write(List<JobSummary> jobs) {
        StringBuilder out = new StringBuilder(
                "job_id,status,strategy,strategy_version,symbol,exchange,timeframe,optimizer,objective,"
                        + "best_score,net_profit_pct,trades,stage,verdict,config_id,created_at,started_at,ended_at,"
                        + "duration_seconds,name,note,tags,pinned,rerun_of,error_message" + LINE_END);
        for (JobSummary j : jobs) {
            out.append(line(
                    j.jobId(),
                    j.status(),
                    j.strategy(),
                    j.strategyVersion(),
                    j.symbol(),
                    j.exchange(),
                    j.timeframe().wireName(),
                    j.optimizer().wireName(),
                    j.objective().wireName(),
                    j.bestScore(),
                    j.netProfitPct(),
                    j.trades(),
                    j.stage(),
                    j.verdict(),
                    j.configId(),
                    j.createdAt(),
                    j.startedAt(),
                    j.endedAt(),
                    j.durationSeconds(),
                    j.name(),
                    j.note(),
                    String.join(" ", j.tags()),
                    j.pinned(),
                    j.rerunOf(),
                    j.errorMessage()));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(@Nullable Object... cells) {
        return Arrays.stream(cells)
                        .map(c -> c == null ? "" : quoted(c.toString()))
                        .collect(Collectors.joining(","))
                + LINE_END;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
