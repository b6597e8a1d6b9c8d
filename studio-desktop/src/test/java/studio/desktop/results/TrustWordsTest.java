package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.desktop.fakes.SampleTrust;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.engine.trust.TrustJudge;
import studio.model.result.TrustAbsence;
import studio.model.result.TrustFigure;
import studio.model.result.TrustReason;
import studio.model.result.TrustReport;
import studio.model.result.TrustRule;
import studio.model.result.TrustVerdict;

class TrustWordsTest {
    private static final List<TrustReason> EVERY_REASON = List.of(
            TrustReason.few(TrustReason.TOO_FEW_TRADES, 29, 30),
            TrustReason.few(TrustReason.TOO_FEW_RETURNS, 1_234, 2_000),
            TrustReason.few(TrustReason.TOO_FEW_WINDOWS, 1, 2),
            TrustReason.plain(TrustReason.NO_PROFIT_IN_SAMPLE),
            TrustReason.of(TrustReason.HOLDS, "unseen_profit"),
            TrustReason.of(TrustReason.DOES_NOT_HOLD, "deflated_sharpe"),
            TrustReason.of(TrustReason.SPEAKS_FOR_LUCK, "overfitting_probability"),
            TrustReason.of(TrustReason.MISSES_MARK, "walk_forward_efficiency"),
            TrustReason.of(TrustReason.NOT_KNOWN, "permutation_p_value"));

    private final FigureFormat format = new FigureFormat(new Formats(Locale.GERMANY, ZoneOffset.UTC));
    private final TrustWords words = new TrustWords(format);

    @BeforeEach
    void speakGerman() {
        Texts.use(Locale.GERMAN);
    }

    @AfterEach
    void speakEnglish() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(TrustVerdict.class)
    void every_reason_of_every_verdict_is_told_in_german_with_german_numbers(TrustVerdict verdict) {
        TrustReport report = SampleTrust.told(verdict, EVERY_REASON);

        TrustView view = TrustView.of(report, false, format);

        assertThat(view.reasons())
                .containsExactly(
                        "Trades des besten Versuchs: 29; ein Urteil braucht mindestens 30.",
                        "Erträge: 1.234; ein Urteil braucht mindestens 2.000.",
                        "Geprüfte Walk-forward-Fenster: 1; ein Urteil braucht mindestens 2.",
                        "Selbst die besten Parameter machen auf den Daten, auf denen sie gewählt wurden, keinen Gewinn; da ist"
                                + " kein Vorteil, der sich prüfen ließe.",
                        "Gewinn auf ungesehenen Daten – erfüllt: +6,4 %, gefordert über 0 %. Was die auf jedem Lernteil gewählten"
                                + " Parameter auf den Prüfteilen danach gewannen, einer nach dem anderen.",
                        "Deflationierter Sharpe-Quotient – nicht erfüllt: 0,71, gefordert mindestens 0,95. Wahrscheinlichkeit,"
                                + " dass der wahre Sharpe-Quotient über dem liegt, was Glück erklärt, bei Länge, Schiefe und"
                                + " dicken Enden der Ertragsreihe.",
                        "Wahrscheinlichkeit der Überanpassung – spricht für Glück: 0,62, gefordert höchstens 0,50. Wie oft die"
                                + " auf der einen Hälfte der Zeit besten unter zufälligen Parametern auf der anderen in deren"
                                + " unterer Hälfte enden.",
                        "Walk-forward-Wirkung – Richtwert verfehlt: 49,7 %, gefordert mindestens 50 %. Jährlicher Ertrag in den"
                                + " Prüfteilen geteilt durch den in den Lernteilen.",
                        "p-Wert aus vertauschten Kerzen – nicht bekannt: die Prüfung war abgeschaltet.");
        assertThat(view.importanceNote()).isEqualTo("Nicht berechnet: es braucht 30 zulässige Versuche, es gibt 12.");
        assertThat(view.rows())
                .hasSize(17)
                .allSatisfy(row -> assertThat(row.name() + row.rule() + row.meaning() + row.source())
                        .doesNotContain("server:", " the ", " and ", " of ", "wanted"));
    }

    @ParameterizedTest
    @ValueSource(classes = {TrustReason.class, TrustAbsence.class, TrustRule.class})
    void every_code_has_words(Class<?> codes) throws IllegalAccessException {
        String prefix = "trust." + codes.getSimpleName().substring(5).toLowerCase(Locale.ROOT) + ".";
        List<String> keys = new ArrayList<>();
        for (var field : codes.getDeclaredFields()) {
            if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
                keys.add(prefix + field.get(null));
            }
        }

        assertThat(keys).hasSizeGreaterThan(3);
        assertThat(Texts.bundle().keySet()).containsAll(keys);
    }

    @Test
    void the_english_words_of_every_figure_are_the_servers_own_and_german_has_each() {
        for (TrustFigure figure : TrustJudge.unmeasured()) {
            Texts.use(Locale.ENGLISH);
            List<String> english = told(figure);
            Texts.use(Locale.GERMAN);
            List<String> german = told(figure);

            assertThat(english).containsExactly(figure.name(), figure.meaning(), figure.source());
            assertThat(german.get(1)).as(figure.key()).isNotEqualTo(figure.meaning());
            assertThat(words.name(figure)).isEqualTo(german.get(0));
        }
    }

    private static List<String> told(TrustFigure figure) {
        String key = "trust.figure." + figure.key();
        return Stream.of(key, key + ".meaning", key + ".source")
                .map(asked -> Texts.get(asked))
                .toList();
    }

    @Test
    void in_english_a_reason_reads_as_the_servers_where_units_are_the_same() {
        Texts.use(Locale.ENGLISH);
        TrustWords english = new TrustWords(new FigureFormat(new Formats(Locale.US, ZoneOffset.UTC)));

        assertThat(english.reason(SampleTrust.fragile(), 0))
                .isEqualTo(SampleTrust.fragile().reasons().get(0));
        assertThat(english.reasons(SampleTrust.told(TrustVerdict.FRAGILE, EVERY_REASON)))
                .contains(
                        "There are 29 trades of the best trial; a judgement takes at least 30.",
                        "p-value from permuted bars is not known: validation was switched off.");
    }

    @Test
    void what_has_no_words_is_told_in_the_servers() {
        TrustFigure known = TrustJudge.unmeasured().get(3);
        TrustFigure unheardOf = new TrustFigure(
                "tail_ratio",
                "Tail ratio",
                null,
                "share",
                "somewhere",
                "What a newer server measures.",
                "roughly 0.50",
                new TrustRule("roughly", 0.5),
                null,
                "the moon was full",
                TrustAbsence.of("full_moon"));
        List<TrustReason> reasons = List.of(
                TrustReason.of("is_odd", known.key()),
                TrustReason.of(TrustReason.NOT_KNOWN, "tail_ratio"),
                TrustReason.of(TrustReason.HOLDS, "nowhere"),
                new TrustReason(TrustReason.TOO_FEW_TRADES, null, List.of(3.0)));
        List<String> sentences = List.of("It is odd.", "Tail ratio is not known.", "It holds.", "There are 3 trades.");

        TrustReport report = report(sentences, reasons, List.of(known, unheardOf));

        assertThat(words.reasons(report)).isEqualTo(sentences);
        assertThat(words.name(unheardOf)).isEqualTo("Tail ratio");
        assertThat(words.meaning(unheardOf)).isEqualTo("What a newer server measures.");
        assertThat(words.source(unheardOf)).isEqualTo("somewhere");
        assertThat(words.rule(unheardOf)).isEqualTo("roughly 0.50");
        assertThat(words.absence(unheardOf)).isEqualTo("the moon was full");
    }

    @Test
    void a_report_that_was_stored_without_codes_keeps_its_sentences() {
        TrustFigure old = new TrustFigure(
                "plateau",
                "Plateau",
                null,
                "share",
                "definition",
                "Old.",
                "at least 0.50",
                null,
                null,
                "not asked",
                null);
        List<String> sentences = List.of("Plateau is not known: not asked.");

        TrustReport report = report(sentences, List.of(), List.of(old));
        TrustView.Row row = TrustView.of(report, false, format).rows().get(0);

        assertThat(words.reasons(report)).isEqualTo(sentences);
        assertThat(words.importanceAbsence(report)).isEqualTo("all trials scored the same");
        assertThat(row.rule()).isEqualTo("gefordert: at least 0.50");
        assertThat(row.meaning()).startsWith("Median der Werte").endsWith("Nicht berechnet: not asked.");
    }

    private static TrustReport report(List<String> sentences, List<TrustReason> reasons, List<TrustFigure> figures) {
        return new TrustReport(
                TrustVerdict.FRAGILE, sentences, reasons, 1, figures, List.of(), "all trials scored the same", null);
    }

    @Test
    void a_drawdown_has_no_sign_and_a_missed_value_never_reads_like_its_threshold() {
        assertThat(value("unseen_drawdown", 12.34)).isEqualTo("12,3 %");
        assertThat(value("unseen_drawdown", 40.01)).isEqualTo("40,01 %");
        assertThat(value("unseen_profit", 12.34)).isEqualTo("+12,3 %");
        assertThat(value("unseen_profit", -12.34)).isEqualTo("-12,3 %");
        assertThat(value("deflated_sharpe", 0.948)).isEqualTo("0,948");
        assertThat(value("deflated_sharpe", 0.95)).isEqualTo("0,95");
        assertThat(value("plateau", 0.4976)).isEqualTo("49,8 %");
        assertThat(value("plateau", 0.5)).isEqualTo("50 %");
    }

    private String value(String key, double value) {
        return TrustJudge.unmeasured().stream()
                .filter(figure -> figure.key().equals(key))
                .map(figure ->
                        words.value(SampleTrust.valued(figure, value, TrustAbsence.of(TrustAbsence.NOT_COMPUTED))))
                .findFirst()
                .orElseThrow();
    }
}
