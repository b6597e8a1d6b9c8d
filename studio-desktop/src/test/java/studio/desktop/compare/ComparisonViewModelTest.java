package studio.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.desktop.chart.Curve;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;
import studio.model.result.EquityPoint;

class ComparisonViewModelTest {
    private final TestDesk desk = new TestDesk();

    private ComparisonViewModel compare(String... jobIds) {
        ComparisonViewModel viewModel = new ComparisonViewModel(desk.context(), List.of(jobIds));
        viewModel.load();
        return viewModel;
    }

    private void job(String id, JobStatus status) {
        desk.client.jobs.put(id, SampleJobs.summary(id, status));
    }

    @Test
    void equal_runs_differ_in_nothing() {
        job("a", JobStatus.COMPLETED);
        job("b", JobStatus.COMPLETED);
        desk.client.results.put("a", SampleJobs.results(JobStatus.COMPLETED));
        desk.client.results.put("b", SampleJobs.results(JobStatus.COMPLETED));

        ComparisonViewModel viewModel = compare("a", "b");

        assertThat(viewModel.rows()).hasSizeGreaterThan(40).noneMatch(ComparisonRow::differs);
        viewModel.onlyDifferencesProperty().set(true);
        assertThat(viewModel.rows()).isEmpty();
    }

    @Test
    void a_run_without_results_is_compared_by_its_request_and_differs_in_its_figures() {
        job("a", JobStatus.COMPLETED);
        job("b", JobStatus.FAILED);
        desk.client.results.put("a", SampleJobs.results(JobStatus.COMPLETED));

        ComparisonViewModel viewModel = compare("a", "b");

        ComparisonRow profit = row(viewModel, "Net profit");
        assertThat(profit.values()).containsExactly("+24.31 %", "–");
        assertThat(profit.differs()).isTrue();
        assertThat(row(viewModel, "Seed").differs()).isFalse();
        assertThat(row(viewModel, "pierce_depth").values()).containsExactly("0.00152", "–");
        assertThat(viewModel.curves().get(1).size()).isZero();
    }

    private static ComparisonRow row(ComparisonViewModel viewModel, String name) {
        return viewModel.rows().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void equity_is_told_in_percent_of_its_own_start() {
        Curve curve = Curve.of(
                "a",
                List.of(
                        new EquityPoint(SampleJobs.START, 20_000, 0),
                        new EquityPoint(SampleJobs.START.plusSeconds(60), 21_000, 0),
                        new EquityPoint(SampleJobs.START.plusSeconds(120), 15_000, 28.6)));

        assertThat(curve.percent(0)).isZero();
        assertThat(curve.percent(1)).isCloseTo(5, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(curve.percent(2)).isEqualTo(-25);
    }

    @Test
    void fewer_than_two_or_more_than_five_are_no_comparison() {
        assertThatThrownBy(() -> compare("a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> compare("a", "b", "c", "d", "e", "f")).hasMessageContaining("two to five");
    }
}
