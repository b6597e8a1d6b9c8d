package studio.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.TestDesk;
import studio.desktop.history.HistoryFilters.Field;
import studio.desktop.settings.Settings;

class HistoryFiltersTest {
    private final Settings settings = new TestDesk().context().settings();
    private final HistoryFilters filters = new HistoryFilters(settings, ZoneId.of("Europe/Berlin"));

    @Test
    void days_are_meant_whole_in_the_analysts_zone() {
        filters.property(Field.FROM).set("2026-03-01");
        filters.property(Field.TO).set("2026-03-31");

        // Summer time begins on 29 March 2026.
        assertThat(filters.wire()).isEqualTo(Map.of("from", "2026-02-28T23:00:00Z", "to", "2026-03-31T22:00:00Z"));
    }

    @Test
    void what_is_no_number_is_told_and_neither_asked_for_nor_remembered() {
        AtomicInteger changes = new AtomicInteger();
        filters.onChange(changes::incrementAndGet);

        filters.property(Field.MIN_SCORE).set("high");
        assertThat(filters.errorProperty(Field.MIN_SCORE).get()).isEqualTo("'high' is not a number.");
        assertThat(filters.wire()).isEmpty();
        assertThat(changes).hasValue(0);
        filters.property(Field.MIN_SCORE).set("1,5");

        assertThat(filters.wire()).isEqualTo(Map.of("min_best_score", "1.5"));
        assertThat(changes).hasValue(1);
    }

    @Test
    void filters_are_remembered_until_all_is_shown_again() {
        filters.property(Field.VERDICT).set("ROBUST");
        filters.property(Field.Q).set("sweep");
        assertThat(filters.count()).isEqualTo(1);

        HistoryFilters next = new HistoryFilters(settings, ZoneId.of("UTC"));
        assertThat(next.wire()).isEqualTo(Map.of("verdict", "ROBUST", "q", "sweep"));
        next.clear();

        assertThat(next.wire()).isEmpty();
        assertThat(new HistoryFilters(settings, ZoneId.of("UTC")).wire()).isEmpty();
    }
}
