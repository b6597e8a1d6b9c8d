package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.model.job.JobStatus;
import studio.model.job.TrialState;
import studio.model.job.TrialView;
import studio.model.result.TradeView;

class ResultsCsvTest {

    private static List<String> lines(byte[] csv) {
        return List.of(new String(csv, StandardCharsets.UTF_8).split("\r\n"));
    }

    @Test
    void every_trade_is_a_line_with_its_numbers_in_full() {
        List<TradeView> trades = SampleJobs.results(JobStatus.COMPLETED).trades();

        List<String> lines = lines(ResultsCsv.trades(trades));

        assertThat(lines).hasSize(trades.size() + 1);
        String[] cells = lines.get(1).split(",");
        assertThat(lines.get(0).split(",")).hasSameSizeAs(cells);
        assertThat(Double.parseDouble(cells[2])).isEqualTo(trades.get(0).entryPrice());
        assertThat(cells[1]).isEqualTo(trades.get(0).entryTime().toString());
    }

    @Test
    void a_reason_with_commas_and_quotes_stays_one_cell_and_what_is_undefined_is_empty() {
        TrialView odd =
                new TrialView(1, TrialState.FAILED, Map.of("a", 2), null, null, "no \"level\", none at all", 1.5);

        List<String> lines = lines(ResultsCsv.trials(List.of(odd)));

        assertThat(lines.get(1)).isEqualTo("1,FAILED,,,,,1.5,\"no \"\"level\"\", none at all\",2");
    }

    @Test
    void equity_keeps_every_point() {
        var points = SampleJobs.equity(50, 12);

        List<String> lines = lines(ResultsCsv.equity(points));

        assertThat(lines).hasSize(51);
        assertThat(lines.get(50))
                .isEqualTo(points.get(49).time() + "," + points.get(49).equity() + ","
                        + points.get(49).drawdownPct());
    }
}
