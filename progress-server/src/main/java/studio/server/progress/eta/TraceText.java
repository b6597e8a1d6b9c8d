package studio.server.progress.eta;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.model.progress.StepKey;
import studio.server.progress.WorkPhase;
import studio.server.progress.WorkPlan;

/**
 * Traces as lines of text, tabs between fields, in the database and in the files that the replay reads: a line
 * {@code trace}, a line {@code phase} for each phase, a line of numbers for each point.
 */
public final class TraceText {
    private static final String TRACE = "trace";
    private static final String PHASE = "phase";
    private static final int POINT_FIELDS = 5;

    private TraceText() {}

    public static String write(ForecastTrace trace) {
        WorkPlan plan = trace.plan();
        StringBuilder text = new StringBuilder();
        line(
                text,
                TRACE,
                plan.strategy(),
                plan.optimizer(),
                plan.candles(),
                trace.threads(),
                trace.endMillis(),
                trace.standstillMillis(),
                trace.pausedMillis());
        for (WorkPhase phase : plan.phases()) {
            line(
                    text,
                    PHASE,
                    phase.step().wireName(),
                    phase.name(),
                    phase.trials(),
                    phase.candles(),
                    phase.modelTrials());
        }
        for (TracePoint point : trace.points()) {
            Remaining told = point.forecast();
            if (told == null) {
                line(
                        text,
                        point.millis(),
                        point.step().number(),
                        number(point.share()),
                        number(point.modelSeconds()),
                        point.otherJobs());
            } else {
                line(
                        text,
                        point.millis(),
                        point.step().number(),
                        number(point.share()),
                        number(point.modelSeconds()),
                        point.otherJobs(),
                        number(told.low()),
                        number(told.expected()),
                        number(told.high()),
                        number(told.spread()));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(fields[i]);
        }
        text.append('\n');
    }

    /** Four decimals are a tenth of a millisecond, or a trial of ten thousand. */
    private static String number(double value) {
        String plain = String.format(Locale.ROOT, "%.4f", value);
        return plain.replaceFirst("\\.?0+$", "");
    }

    /**
     * Reads one trace after the other.
     *
     * @throws IllegalArgumentException naming the line that is no part of a trace
     */
    public static List<ForecastTrace> read(List<String> lines) {
        List<ForecastTrace> traces = new ArrayList<>();
        Reading reading = null;
        for (String line : lines) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] fields = line.split("\t");
            if (fields[0].equals(TRACE)) {
                if (reading != null) {
                    traces.add(reading.done());
                }
                reading = new Reading(fields);
            } else if (reading == null) {
                throw new IllegalArgumentException("line '" + line + "' stands before any trace");
            } else {
                reading.take(fields, line);
            }
        }
        if (reading != null) {
            traces.add(reading.done());
        }
        return traces;
    }

    private static final class Reading {
        private final String[] head;
        private final List<WorkPhase> phases = new ArrayList<>();
        private final List<TracePoint> points = new ArrayList<>();

        Reading(String[] head) {
            this.head = head;
        }

        void take(String[] fields, String line) {
            try {
                if (fields[0].equals(PHASE)) {
                    phases.add(new WorkPhase(
                            StepKey.of(fields[1]),
                            fields[2],
                            Long.parseLong(fields[3]),
                            Long.parseLong(fields[4]),
                            Long.parseLong(fields[5])));
                } else {
                    points.add(point(fields));
                }
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line '" + line + "' is no part of a trace", e);
            }
        }

        private static TracePoint point(String[] fields) {
            @Nullable
            Remaining told = fields.length == POINT_FIELDS
                    ? null
                    : new Remaining(
                            Double.parseDouble(fields[5]),
                            Double.parseDouble(fields[6]),
                            Double.parseDouble(fields[7]),
                            Double.parseDouble(fields[8]));
            return new TracePoint(
                    Long.parseLong(fields[0]),
                    StepKey.values()[Integer.parseInt(fields[1]) - 1],
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    Integer.parseInt(fields[4]),
                    told);
        }

        ForecastTrace done() {
            WorkPlan plan = new WorkPlan(head[1], head[2], Long.parseLong(head[3]), phases);
            // Traces of earlier versions did not tell pauses apart.
            long paused = head.length > 7 ? Long.parseLong(head[7]) : 0;
            return new ForecastTrace(
                    plan, Integer.parseInt(head[4]), Long.parseLong(head[5]), Long.parseLong(head[6]), paused, points);
        }
    }
}
