package studio.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.engine.strategy.StrategyCatalogue;
import studio.model.strategy.ParameterInfo;
import studio.model.strategy.ParameterType;
import studio.model.strategy.StrategyInfo;

class CatalogueWordsTest {
    private final List<StrategyInfo> builtIn = StrategyCatalogue.standard().all().stream()
            .map(StrategyCatalogue::describe)
            .toList();

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    @Test
    void every_word_of_the_built_in_strategies_is_told_in_german() {
        Texts.use(Locale.GERMAN);

        List<StrategyInfo> german = CatalogueWords.of(builtIn);

        for (int i = 0; i < builtIn.size(); i++) {
            StrategyInfo was = builtIn.get(i);
            StrategyInfo is = german.get(i);
            assertThat(is.name()).isEqualTo(was.name());
            assertThat(is.title()).isNotEqualTo(was.title());
            assertThat(is.description()).isNotEqualTo(was.description());
            for (int p = 0; p < was.parameters().size(); p++) {
                ParameterInfo before = was.parameters().get(p);
                ParameterInfo after = is.parameters().get(p);
                assertThat(after.help()).as(before.name()).isNotEqualTo(before.help());
                if (!before.unit().isEmpty() && !before.unit().equals("× ATR14")) {
                    assertThat(after.unit()).as(before.name()).isNotEqualTo(before.unit());
                }
                assertThat(after)
                        .usingRecursiveComparison()
                        .ignoringFields("help", "unit")
                        .isEqualTo(before);
            }
        }
    }

    @Test
    void in_english_nothing_changes() {
        Texts.use(Locale.ENGLISH);

        assertThat(CatalogueWords.of(builtIn)).isEqualTo(builtIn);
    }

    @Test
    void the_words_of_a_plug_in_stay_as_they_came() {
        Texts.use(Locale.GERMAN);
        StrategyInfo plugIn = new StrategyInfo(
                "MINE",
                "Mine",
                "Does what I want.",
                10,
                List.of(new ParameterInfo(
                        "depth", ParameterType.REAL, 0.0, 1.0, null, null, 0.5, "fathoms", "How deep.")));

        assertThat(CatalogueWords.of(List.of(plugIn))).containsExactly(plugIn);
    }
}
