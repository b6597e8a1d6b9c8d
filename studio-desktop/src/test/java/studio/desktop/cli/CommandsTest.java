package studio.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.model.job.JobStatus;

/** What commands have in common, and those that watch jobs. */
class CommandsTest {
    private final Terminal terminal = new Terminal();

    @Test
    void monitor_watches_a_job_and_refuses_one_that_is_not_there() {
        terminal.ends(SampleJobs.completed());
        terminal.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));

        assertThat(terminal.run("monitor", SampleJobs.JOB_ID)).isZero();
        assertThat(terminal.run("monitor", "none")).isEqualTo(1);
        assertThat(terminal.err()).contains("There is no job none.");
    }

    @Test
    void wrong_options_are_told_with_what_is_allowed() {
        assertThat(terminal.run("train", "--timeframe", "7m")).isEqualTo(2);
        assertThat(terminal.err())
                .contains("'--timeframe'")
                .contains("'7m' is not one of")
                .contains("15m")
                .contains("See studio train --help.")
                .doesNotContain("Usage:");

        assertThat(terminal.run("train", "--param", "depth")).isEqualTo(2);
        assertThat(terminal.err()).contains("name=min:max");

        assertThat(terminal.run("train", "--lookback-days", "abc")).isEqualTo(2);
        assertThat(terminal.err()).contains("'--lookback-days'").contains("'abc'");

        assertThat(terminal.run("train", "--iterations", "abc")).isEqualTo(2);
        assertThat(terminal.err()).contains("'--iterations'").doesNotContain("--n-iterations");

        assertThat(terminal.run("train", "--n-iterations=abc")).isEqualTo(2);
        assertThat(terminal.err()).contains("'--n-iterations'");

        assertThat(terminal.run("train", "--lookbackdays", "3")).isEqualTo(2);
        assertThat(terminal.err()).contains("--lookback-days");
        assertThat(terminal.client.started).isEmpty();
    }

    @Test
    void what_stands_before_a_command_is_meant_for_it_and_what_stands_after_it_counts_more() {
        terminal.run("--data-dir=early", "--port", "81", "--quiet", "jobs", "--port", "82");

        assertThat(terminal.asked.dataDir()).isEqualTo(Path.of("early"));
        assertThat(terminal.asked.port()).isEqualTo(82);
        assertThat(terminal.asked.quiet()).isTrue();

        terminal.run(
                "--data-dir=nested", "series", "delete", "--exchange=binance", "--symbol=BTC/USDT", "--timeframe=5m");
        assertThat(terminal.asked.dataDir()).isEqualTo(Path.of("nested"));

        terminal.run("jobs");
        assertThat(terminal.asked.dataDir()).isNull();
    }

    @Test
    void every_command_tells_the_version() {
        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.out().strip()).isEqualTo("Strategy Studio development");

        terminal.forget();
        assertThat(terminal.run("train", "--version")).isZero();
        assertThat(terminal.out().strip()).isEqualTo("Strategy Studio development");
    }

    @Test
    void an_unreachable_server_is_one_sentence() {
        terminal.client.away = true;

        assertThat(terminal.run("jobs")).isEqualTo(1);

        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.err()).contains("does not answer");
    }

    @Test
    void the_history_is_a_table_or_json_lines_over_all_pages() throws Exception {
        for (int i = 0; i < 7; i++) {
            terminal.client.jobs.put("job" + i, SampleJobs.summary("job" + i, JobStatus.COMPLETED));
        }
        terminal.client.pageLimit = 3;

        terminal.run("jobs", "--json", "--all");
        List<String> json = terminal.out().lines().toList();
        terminal.forget();
        terminal.run("jobs", "--limit", "2");

        assertThat(json).hasSize(7);
        assertThat(new ObjectMapper().readTree(json.get(6)).get("job_id").asText())
                .isEqualTo("job6");
        assertThat(terminal.out().lines()).hasSize(3);
        assertThat(terminal.out()).startsWith("JOB").contains("job1");
        assertThat(terminal.err()).contains("7 jobs in all");
    }
}
