package studio.server.progress.eta;

import java.util.List;
import java.util.Locale;

/** Errors at checkpoints as lines of text, tabs between fields, as they are stored. */
public final class ErrorText {
    private static final int FIELDS = 7;

    private ErrorText() {}

    public static String write(List<CheckpointError> errors) {
        StringBuilder text = new StringBuilder();
        for (CheckpointError error : errors) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d\t%s\t%d\t%s\t%s\t%s\t%s%n",
                    error.atPercent(),
                    number(error.own()),
                    error.covered() ? 1 : 0,
                    number(error.score()),
                    number(error.overall()),
                    number(error.smoothed()),
                    number(error.sliding())));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5f", value) : String.valueOf(value);
    }

    /** Reads what {@link #write} wrote; throws {@code IllegalArgumentException} for anything else. */
    public static List<CheckpointError> read(String text) {
        return text.lines().map(ErrorText::line).toList();
    }

    private static CheckpointError line(String line) {
        String[] fields = line.split("\t");
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("'" + line + "' is no error of a forecast");
        }
        return new CheckpointError(
                Integer.parseInt(fields[0]),
                Double.parseDouble(fields[1]),
                fields[2].equals("1"),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]));
    }
}
