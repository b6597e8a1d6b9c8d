package studio.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

    @Test
    void values_are_round_and_inside_the_range() {
        NumberTicks ticks = NumberTicks.between(-0.37, 1.93, 6);

        assertThat(ticks.step()).isEqualTo(0.5);
        assertThat(ticks.values()).containsExactly(0.0, 0.5, 1.0, 1.5);
        assertThat(ticks.label(0.5, Locale.ENGLISH)).isEqualTo("0.5");
        assertThat(ticks.label(-0.0, Locale.ENGLISH)).isEqualTo("0.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.003, 0.7, 1, 12.5, 9_999, 3e9})
    void there_are_never_more_marks_than_there_is_room_for(double width) {
        NumberTicks ticks = NumberTicks.between(-width / 3, width, 5);

        assertThat(ticks.values()).hasSizeBetween(1, 6).isSorted().allMatch(v -> v >= -width / 3 - 1e-9 && v <= width);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 60, 300, 1_440, 20_160, 120_000, 600_000, 5_000_000})
    void times_are_inside_the_range_and_few_enough_from_minutes_to_years(long minutes) {
        Instant from = Instant.parse("2024-02-27T22:17:31Z");
        Instant to = from.plus(Duration.ofMinutes(minutes * 3));

        TimeTicks ticks = TimeTicks.between(from, to, 8, ZoneOffset.UTC, Locale.ENGLISH);

        assertThat(ticks.ticks())
                .hasSizeBetween(1, 10)
                .allMatch(t -> !t.time().isBefore(from) && !t.time().isAfter(to));
    }

    @Test
    void days_start_at_local_midnight_also_when_clocks_change() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant from = Instant.parse("2025-03-28T10:00:00Z");

        TimeTicks ticks = TimeTicks.between(from, from.plus(Duration.ofDays(5)), 6, berlin, Locale.ENGLISH);

        assertThat(ticks.ticks())
                .extracting(TimeTicks.Tick::label)
                .containsExactly("29 Mar", "30 Mar", "31 Mar", "1 Apr", "2 Apr");
        assertThat(ticks.ticks().get(2).time()).isEqualTo(Instant.parse("2025-03-30T22:00:00Z"));
    }

    @Test
    void a_range_without_width_still_has_its_value_in_the_middle() {
        Scale scale = new Scale(5, 5, 0, 100);

        assertThat(scale.pixel(5)).isEqualTo(50);
    }
}
