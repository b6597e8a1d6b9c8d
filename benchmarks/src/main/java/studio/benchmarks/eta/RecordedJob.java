package studio.benchmarks.eta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import studio.server.progress.eta.ForecastTrace;
import studio.server.progress.eta.TraceText;

/**
 * A trace with what it was recorded for.
 *
 * @param scenario e.g. {@code plain}, {@code pause}
 * @param round even ones are for tuning, odd ones are held back
 */
record RecordedJob(String scenario, int round, ForecastTrace trace) {
    private static final String HEAD = "# ";

    boolean heldBack() {
        return round % 2 == 1;
    }

    /** Reads a file of traces, each under a line {@code # SCENARIO round N …}. */
    static List<RecordedJob> read(InputStream gzip) throws IOException {
        List<RecordedJob> jobs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String head = "";
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gzip), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(HEAD)) {
                    add(jobs, head, lines);
                    lines.clear();
                    head = line;
                } else {
                    lines.add(line);
                }
            }
        }
        add(jobs, head, lines);
        return jobs;
    }

    private static void add(List<RecordedJob> jobs, String head, List<String> lines) {
        if (head.isEmpty()) {
            return;
        }
        String[] words = head.substring(HEAD.length()).split(" ");
        jobs.add(new RecordedJob(
                words[0], Integer.parseInt(words[2]), TraceText.read(lines).get(0)));
    }
}
