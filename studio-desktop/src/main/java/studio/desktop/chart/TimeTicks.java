package studio.desktop.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Axis marks at round local times: minutes, hours, days, months or years, whichever fit. */
record TimeTicks(List<Tick> ticks) {

    /** One mark and what it says. */
    record Tick(Instant time, String label) {}

    private static final List<Duration> CLOCK_STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));
    private static final int[] DAY_STEPS = {1, 2, 7, 14};
    private static final int[] MONTH_STEPS = {1, 2, 3, 6, 12, 24, 60, 120, 600};

    /** At most {@code most} marks inside {@code from..to}, both included. */
    static TimeTicks between(Instant from, Instant to, int most, ZoneId zone, Locale locale) {
        long wanted = Math.max(1, Duration.between(from, to).toMillis() / Math.max(1, most));
        for (Duration step : CLOCK_STEPS) {
            if (step.toMillis() >= wanted) {
                return clock(from, to, step, zone, locale);
            }
        }
        for (int days : DAY_STEPS) {
            if (Duration.ofDays(days).toMillis() >= wanted) {
                return days(from, to, days, zone, locale);
            }
        }
        int months = MONTH_STEPS[MONTH_STEPS.length - 1];
        for (int step : MONTH_STEPS) {
            if (Duration.ofDays(30L * step).toMillis() >= wanted) {
                months = step;
                break;
            }
        }
        return months(from, to, months, zone, locale);
    }

    private static TimeTicks clock(Instant from, Instant to, Duration step, ZoneId zone, Locale locale) {
        DateTimeFormatter hour = DateTimeFormatter.ofPattern("HH:mm", locale);
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", locale);
        List<Tick> ticks = new ArrayList<>();
        Instant midnight = from.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        for (Instant t = midnight; !t.isAfter(to); t = t.plus(step)) {
            if (!t.isBefore(from)) {
                ZonedDateTime local = t.atZone(zone);
                ticks.add(new Tick(
                        t, local.toLocalTime().equals(LocalTime.MIDNIGHT) ? day.format(local) : hour.format(local)));
            }
        }
        return new TimeTicks(ticks);
    }

    private static TimeTicks days(Instant from, Instant to, int step, ZoneId zone, Locale locale) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM", locale);
        List<Tick> ticks = new ArrayList<>();
        // Counted from a fixed day, so that marks stay where they are while the range grows.
        long firstDay = Math.floorDiv(from.atZone(zone).toLocalDate().toEpochDay(), step) * step;
        for (long day = firstDay; ; day += step) {
            ZonedDateTime t = LocalDate.ofEpochDay(day).atStartOfDay(zone);
            if (t.toInstant().isAfter(to)) {
                return new TimeTicks(ticks);
            }
            if (!t.toInstant().isBefore(from)) {
                ticks.add(new Tick(t.toInstant(), format.format(t)));
            }
        }
    }

    private static TimeTicks months(Instant from, Instant to, int step, ZoneId zone, Locale locale) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM", locale);
        DateTimeFormatter year = DateTimeFormatter.ofPattern("yyyy", locale);
        List<Tick> ticks = new ArrayList<>();
        LocalDate start = from.atZone(zone).toLocalDate();
        long first = Math.floorDiv(start.getYear() * 12L + start.getMonthValue() - 1, step) * step;
        for (long m = first; ; m += step) {
            ZonedDateTime t = LocalDate.of((int) Math.floorDiv(m, 12L), (int) Math.floorMod(m, 12L) + 1, 1)
                    .atStartOfDay(zone);
            if (t.toInstant().isAfter(to)) {
                return new TimeTicks(ticks);
            }
            if (!t.toInstant().isBefore(from)) {
                ticks.add(new Tick(t.toInstant(), t.getMonthValue() == 1 ? year.format(t) : month.format(t)));
            }
        }
    }
}
