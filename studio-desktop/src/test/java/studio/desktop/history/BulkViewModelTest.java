package studio.desktop.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;
import studio.model.job.JobSummary;

class BulkViewModelTest {
    private final TestDesk desk = new TestDesk();
    private final HistoryViewModel history = new HistoryViewModel(desk.context(), desk.feed);
    private final BulkViewModel bulk = new BulkViewModel(desk.context(), history);

    @BeforeEach
    void open() {
        for (int i = 0; i < 4; i++) {
            desk.client.jobs.put("done-" + i, SampleJobs.summary("done-" + i, JobStatus.COMPLETED));
        }
        desk.client.jobs.put("running", SampleJobs.summary("running", JobStatus.RUNNING));
        history.open();
    }

    private void chooseAll() {
        bulk.choose(List.copyOf(history.rows()));
    }

    @Test
    void deleting_asks_once_spares_what_runs_and_takes_the_others_away() {
        chooseAll();

        bulk.run(BulkAction.DELETE);

        assertThat(bulk.questionProperty().get())
                .isEqualTo(
                        "Delete 4 trainings with their trials and results? This cannot be undone. 1 that still run are left alone.");
        assertThat(desk.client.jobs).hasSize(5);
        bulk.confirm();
        assertThat(desk.client.jobs).containsOnlyKeys("running");
        assertThat(desk.went).containsExactly("tell 4 trainings deleted.");
        assertThat(history.rows()).hasSize(1);
    }

    @Test
    void no_to_the_question_changes_nothing() {
        chooseAll();
        bulk.run(BulkAction.CANCEL);

        bulk.dismiss();
        bulk.confirm();

        assertThat(desk.client.calls).noneMatch(c -> c.startsWith("cancel"));
    }

    @Test
    void one_that_cannot_be_changed_does_not_keep_the_others() {
        chooseAll();
        bulk.run(BulkAction.DELETE);
        desk.client.jobs.remove("done-1");

        bulk.confirm();

        assertThat(desk.client.jobs).containsOnlyKeys("running");
        assertThat(history.problemProperty().get())
                .isEqualTo("3 trainings deleted. 1 could not be changed: There is no job done-1.");
    }

    @Test
    void a_tag_is_added_to_those_that_are_there() {
        bulk.choose(history.rows().subList(0, 2));
        bulk.tagProperty().set(" july ");

        bulk.run(BulkAction.TAG);

        assertThat(desk.client.jobs.get("done-0").tags()).containsExactly("baseline", "july");
        assertThat(desk.client.jobs.get("done-2").tags()).containsExactly("baseline");
        assertThat(bulk.tagProperty().get()).isEmpty();
    }

    @Test
    void two_to_five_are_compared_and_more_are_not() {
        chooseAll();
        bulk.run(BulkAction.COMPARE);
        assertThat(desk.went).containsExactly("compare done-0,done-1,done-2,done-3,running");
        desk.client.jobs.put("done-9", SampleJobs.summary("done-9", JobStatus.COMPLETED));
        history.reload();

        chooseAll();

        assertThat(bulk.blockedProperty(BulkAction.COMPARE).get()).isEqualTo("At most five trainings can be compared.");
    }

    @Test
    void chosen_rows_become_csv_with_a_line_each() {
        chooseAll();
        List<JobSummary> jobs = bulk.jobs();

        String[] lines = new String(JobsCsv.write(jobs), StandardCharsets.UTF_8).split("\r\n");

        assertThat(lines).hasSize(6);
        assertThat(lines[1])
                .startsWith("done-0,COMPLETED,LIQUIDITY_SWEEP,,BTC/USDT,binance,5m,bayesian,sharpe_ratio,1.85");
    }
}
