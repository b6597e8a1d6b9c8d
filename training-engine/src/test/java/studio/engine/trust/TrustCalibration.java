package studio.engine.trust;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.model.job.OptimizerKind;
import studio.model.result.TrustReport;
import studio.model.result.TrustVerdict;

/** How often the trust report says what, over many seeded markets of one kind. */
public final class TrustCalibration {
    private TrustCalibration() {}

    static Map<TrustVerdict, Integer> verdicts(
            double strength, OptimizerKind optimizer, int series, ExecutorService workers) {
        Map<TrustVerdict, Integer> counts = new EnumMap<>(TrustVerdict.class);
        for (int seed = 1; seed <= series; seed++) {
            TrustReport report = new SeededTraining(strength, optimizer, seed, workers).report();
            counts.merge(report.verdict(), 1, Integer::sum);
        }
        return counts;
    }

    /**
     * Prints the table of {@code docs/trust-report.md}.
     *
     * @param args series a row, optimizer, strengths
     */
    public static void main(String[] args) {
        int series = Integer.parseInt(args[0]);
        ExecutorService workers = Executors.newFixedThreadPool(1);
        try {
            for (int i = 2; i < args.length; i++) {
                double strength = Double.parseDouble(args[i]);
                Map<TrustVerdict, Integer> counts = verdicts(strength, OptimizerKind.of(args[1]), series, workers);
                StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %s | %.2f |", args[1], strength));
                for (TrustVerdict verdict : TrustVerdict.values()) {
                    row.append(' ').append(counts.getOrDefault(verdict, 0)).append(" |");
                }
                System.out.println(row);
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
