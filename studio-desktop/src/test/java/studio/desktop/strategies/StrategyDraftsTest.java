package studio.desktop.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import studio.desktop.settings.Settings;
import studio.desktop.settings.SettingsStore;
import studio.model.strategy.StrategyOrigin;

class StrategyDraftsTest {
    private final Map<String, String> stored = new TreeMap<>();

    /** As after a start of the app. */
    private StrategyDrafts drafts() {
        return new StrategyDrafts(new Settings(new SettingsStore() {
            @Override
            public Map<String, String> load() {
                return stored;
            }

            @Override
            public void save(Map<String, String> values) {
                stored.clear();
                stored.putAll(values);
            }
        }));
    }

    private static StrategyDraft draft(String text) {
        return new StrategyDraft(null, null, text, null);
    }

    @Test
    void drafts_come_back_as_they_were_after_a_restart() {
        StrategyDraft copy = new StrategyDraft("MINE", 3, "strategy \"Ü\"\n\t", new StrategyOrigin("MA_CROSS", 1));
        drafts().keep("MINE", copy);

        assertThat(drafts().of("MINE")).contains(copy);
        assertThat(drafts().damaged()).isEmpty();

        drafts().forget("MINE");

        assertThat(drafts().of("MINE")).isEmpty();
        assertThat(stored).isEmpty();
    }

    @Test
    void new_ones_stand_in_the_order_in_which_they_were_begun() {
        StrategyDrafts drafts = drafts();
        String first = drafts.newKey();
        drafts.keep(first, draft("one"));
        String second = drafts.newKey();
        drafts.keep(second, draft("two"));
        drafts.forget(first);
        String third = drafts.newKey();
        drafts.keep(third, draft("three"));

        assertThat(drafts().keys()).containsExactly(second, third);
        assertThat(third).isNotEqualTo(first);
    }

    @Test
    void what_cannot_be_read_is_put_aside_and_never_written_over() {
        stored.put("strategies.draft.A", "{\"name\": \"A\"}");
        stored.put("strategies.draft.B", "{\"text\": [1, 2]}");
        stored.put("strategies.draft.C", "null");
        stored.put("strategies.draft.D", "{\"text\": \"cut o");
        stored.put("strategies.draft.E", "{\"text\": \"whole\"}");

        StrategyDrafts drafts = drafts();

        assertThat(drafts.keys()).containsExactly("E");
        assertThat(drafts.damaged())
                .containsExactly(
                        "strategies.damaged-draft.A",
                        "strategies.damaged-draft.B",
                        "strategies.damaged-draft.C",
                        "strategies.damaged-draft.D");
        assertThat(stored).containsEntry("strategies.damaged-draft.D", "{\"text\": \"cut o");

        stored.put("strategies.draft.A", "again");
        assertThat(drafts().damaged()).containsExactly("strategies.damaged-draft.A-2");
        assertThat(stored).containsEntry("strategies.damaged-draft.A", "{\"name\": \"A\"}");
        assertThat(drafts().damaged()).as("reported once").isEmpty();
    }
}
