package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleTrust;
import studio.desktop.fx.Formats;

class TrustViewTest {
    private final FigureFormat format = new FigureFormat(new Formats(Locale.US, ZoneOffset.UTC));

    @Test
    void a_report_is_told_in_words_with_marks_and_bars() {
        TrustView view = TrustView.of(SampleTrust.fragile(), false, format);

        assertThat(view.verdict()).isEqualTo("Fragile");
        assertThat(view.tone()).isEqualTo("warn");
        assertThat(view.reasons())
                .containsExactly(
                        SampleTrust.fragile().reasons().get(0),
                        "Plateau holds: 84 %, wanted at least 50 %. Median score of the parameters one step away, as a share"
                                + " of the best score: 100 % is a plateau, 0 % a needle.");
        assertThat(view.rows())
                .extracting(TrustView.Row::value)
                .containsExactly("1,240", "1.52", "0.71", "84 %", "+6.4 %", "–");
        assertThat(view.rows())
                .extracting(TrustView.Row::mark)
                .containsExactly(
                        TrustView.Mark.TOLD,
                        TrustView.Mark.TOLD,
                        TrustView.Mark.MISSED,
                        TrustView.Mark.HELD,
                        TrustView.Mark.HELD,
                        TrustView.Mark.UNKNOWN);
        assertThat(view.bars().get(0)).isEqualTo(new TrustView.Bar("pierce_depth", 0.46, "46 %"));
    }

    @Test
    void what_has_no_value_says_why() {
        TrustView.Row row =
                TrustView.of(SampleTrust.fragile(), false, format).rows().get(5);

        assertThat(row.meaning())
                .isEqualTo(
                        "Share of the test parts' summed profit that the best of them made. Not computed: with fewer than 5"
                                + " tested windows one of them has most of the profit by arithmetic alone.");
        assertThat(row.rule()).isEqualTo("wanted: below 50 %");
    }

    @Test
    void without_a_report_it_says_why_there_is_none() {
        assertThat(TrustView.of(null, true, format).meaning()).contains("when a training is completed");
        assertThat(TrustView.of(null, false, format).meaning()).contains("Train again");
        assertThat(TrustView.of(null, false, format).rows()).isEmpty();
    }
}
