package studio.desktop.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.job.JobPatch;
import studio.model.job.StartRequestRules;
import studio.model.problem.FieldError;

class FieldWordsTest {
    private final FieldWords english = new FieldWords(new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final FieldWords german = new FieldWords(new Formats(Locale.GERMANY, ZoneOffset.UTC));

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "f = -3 is not in 0..1000000 | -3 is not between 0 and 1,000,000. | -3 liegt nicht zwischen 0 und 1.000.000.",
                "f = 0.5 is not in 0.0005..0.02 (fraction of price) | 0.5 is not between 0.0005 and 0.02 (fraction of price)."
                        + " | 0,5 liegt nicht zwischen 0,0005 und 0,02 (fraction of price).",
                "f = 0 is not above 0 and at most 1 | 0 is not above 0 and at most 1. | 0 ist nicht größer als 0 und höchstens 1.",
                "f = -1.0 is not above 0 | -1 is not above 0. | -1 ist nicht größer als 0.",
                "f min 3 is above max 2 | The least value, 3, is above the largest, 2. | Der kleinste Wert, 3, liegt über dem größten, 2.",
                "f is required, e.g. BTC/USDT | This is needed, such as BTC/USDT. | Das wird gebraucht, etwa BTC/USDT.",
                "f = 'x' is not one of [a, b] | 'x' is not one of a, b. | 'x' ist keiner von a, b.",
                "f are 0; 1..500 are allowed | 0 values are too many or too few; 1 to 500 are allowed."
                        + " | 0 Werte sind zu viele oder zu wenige; 1 bis 500 sind erlaubt.",
                "f '-1000' is not allowed: up to 64 letters, digits and . _ / : + - , e.g. BTC/USDT"
                        + " | '-1000' is not allowed: up to 64 letters, digits and . _ / : + -, such as BTC/USDT."
                        + " | '-1000' ist nicht erlaubt: bis zu 64 Buchstaben, Ziffern und . _ / : + -, etwa BTC/USDT.",
            })
    void a_rule_is_told_in_the_apps_language_with_the_users_numbers(String told, String inEnglish, String inGerman) {
        FieldError error = new FieldError("f", told);

        assertThat(english.of(error)).isEqualTo(inEnglish);
        Texts.use(Locale.GERMAN);
        assertThat(german.of(error)).isEqualTo(inGerman);
    }

    @Test
    void a_sentence_of_no_known_shape_stays_as_it_came() {
        assertThat(english.of(new FieldError("f", "f is something new"))).isEqualTo("This is something new.");
        assertThat(english.of(new FieldError("f", "Something else."))).isEqualTo("Something else.");
    }

    @Test
    void what_the_rules_themselves_say_is_known() {
        List<FieldError> errors = StartRequestRules.check(new JobPatch("n".repeat(300), null, null, null));
        Texts.use(Locale.GERMAN);

        assertThat(errors).hasSize(1);
        assertThat(german.of(errors.get(0))).startsWith("300 Zeichen sind zu viele;");
    }
}
