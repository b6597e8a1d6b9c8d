package studio.desktop.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.progress.ProgressSnapshot;

/** The expected end as a time and an interval, no finer and no coarser than it says something. */
final class EtaWords {
    private final ZoneId zone;
    private final Locale locale;
    private final Formats formats;

    EtaWords(Formats formats) {
        this.zone = formats.zone();
        this.locale = formats.locale();
        this.formats = formats;
    }

    /** "about 14:05, between 14:03 and 14:09"; seconds where minutes would not differ, days where the end is not today. */
    String of(ProgressSnapshot snapshot, Instant now) {
        Instant eta = snapshot.estimatedCompletion();
        if (eta == null) {
            return Texts.get("progress.eta.unknown");
        }
        Instant low = snapshot.etaLow();
        Instant high = snapshot.etaHigh();
        boolean seconds = needsSeconds(eta, low, high, now);
        String time = moment(eta, now, seconds);
        if (high != null && now.isAfter(high) || high == null && now.isAfter(eta)) {
            return Texts.get("progress.eta.overdue", time);
        }
        if (low == null || high == null) {
            return Texts.get("progress.eta.about", time);
        }
        return Texts.get("progress.eta.between", time, moment(low, now, seconds), moment(high, now, seconds));
    }

    /** The same in UTC; empty while no end is expected. */
    String utc(ProgressSnapshot snapshot) {
        Instant eta = snapshot.estimatedCompletion();
        Instant low = snapshot.etaLow();
        Instant high = snapshot.etaHigh();
        if (eta == null) {
            return "";
        }
        return low == null || high == null
                ? formats.utc(eta)
                : Texts.get("progress.eta.between", formats.utc(eta), formats.utc(low), formats.utc(high));
    }

    private static boolean needsSeconds(Instant eta, @Nullable Instant low, @Nullable Instant high, Instant now) {
        boolean soon = Duration.between(now, eta).abs().compareTo(Duration.ofMinutes(2)) < 0;
        boolean narrow =
                low != null && high != null && Duration.between(low, high).compareTo(Duration.ofMinutes(2)) < 0;
        return soon || narrow;
    }

    private String moment(Instant instant, Instant now, boolean seconds) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedTime(seconds ? FormatStyle.MEDIUM : FormatStyle.SHORT)
                .withLocale(locale);
        if (local.toLocalDate().equals(today)) {
            return clock.format(local);
        }
        return DateTimeFormatter.ofPattern("d MMM", locale).format(local) + " " + clock.format(local);
    }
}
