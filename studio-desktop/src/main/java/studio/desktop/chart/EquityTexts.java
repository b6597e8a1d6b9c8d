package studio.desktop.chart;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The words of the equity chart.
 *
 * @param summary a pattern of first and last time, first and last equity, deepest drawdown and its time
 * @param empty said where there is nothing to draw
 */
public record EquityTexts(String equity, String drawdown, String summary, String empty) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static EquityTexts english() {
        return new EquityTexts(
                "Equity",
                "Drawdown",
                "Chart of equity from {0} to {1}: from {2} to {3}. Deepest drawdown {4} % on {5}.",
                "No equity to draw.");
    }

    String describe(EquitySeries series, ZoneId zone) {
        if (!series.isDrawable()) {
            return empty;
        }
        OptionalInt deepest = series.deepest();
        int last = series.size() - 1;
        return MessageFormat.format(
                summary,
                day(series.time(0), zone),
                day(series.time(last), zone),
                money(series.equity(0)),
                money(series.equity(last)),
                deepest.isPresent() ? money(series.drawdown(deepest.getAsInt())) : money(0),
                deepest.isPresent() ? day(series.time(deepest.getAsInt()), zone) : "–");
    }

    String[] note(EquitySeries series, int index, ZoneId zone) {
        DateTimeFormatter moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return new String[] {
            moment.format(series.time(index).atZone(zone)),
            UTC.format(series.time(index)),
            equity + " " + money(series.equity(index)),
            drawdown + " " + money(series.drawdown(index)) + " %"
        };
    }

    private static String day(Instant time, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(time.atZone(zone));
    }

    private static String money(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }
}
