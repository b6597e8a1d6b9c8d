package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fx.Formats;
import studio.model.job.JobStatus;
import studio.model.json.StudioJson;
import studio.model.result.JobResults;
import studio.model.result.Metrics;

class ResultsViewModelTest {
    private final FigureFormat format = new FigureFormat(new Formats(Locale.ENGLISH, ZoneOffset.UTC));
    private final ResultsViewModel viewModel = new ResultsViewModel(format);

    private void load(JobStatus status) {
        viewModel.onLoaded(
                SampleJobs.detail(SampleJobs.JOB_ID, status), SampleJobs.results(status), SampleJobs.liquiditySweep());
    }

    @Test
    void figures_that_are_not_defined_are_a_dash_and_never_zero() {
        Metrics none = new Metrics(
                null, null, null, null, null, null, null, null, null, 0, null, null, null, null, null, null, null, null,
                null, null, null);

        assertThat(new FigureList(format).all(none))
                .filteredOn(f -> !f.id().equals("trades"))
                .allSatisfy(f -> {
                    assertThat(f.value()).isEqualTo("–");
                    assertThat(f.meaning()).endsWith("Not defined for this run.");
                });
    }

    @Test
    void parameters_have_units_and_the_range_that_was_searched() {
        load(JobStatus.COMPLETED);

        assertThat(viewModel.parameters().get(0))
                .extracting(ParameterRow::value, ParameterRow::unit, ParameterRow::range)
                .containsExactly("0.00152", "fraction of price", "0.001 – 0.004 in steps of 0.0005");
        assertThat(viewModel.parameters().get(1).range()).isEqualTo("1.5 – 5");
    }

    @Test
    void windows_without_a_feasible_trial_say_so() {
        load(JobStatus.COMPLETED);

        assertThat(viewModel.windows().get(2).testScore()).isEqualTo("–");
        assertThat(viewModel.windows().get(2).params()).isEqualTo("no feasible trial on the train part");
        assertThat(viewModel.windows().get(0).netProfit()).isEqualTo("+3.20 %");
    }

    @Test
    void results_of_a_cancelled_job_are_said_to_be_partial() {
        load(JobStatus.CANCELLED);

        assertThat(viewModel.partialProperty().get()).contains("cancelled");
        assertThat(viewModel.walkForwardNoteProperty().get()).isEqualTo("The training ended before validation.");
        assertThat(viewModel.configurationProperty().get()).isEqualTo("No configuration was saved.");
    }

    @Test
    void results_of_a_whole_training_are_not_said_to_be_partial() {
        load(JobStatus.COMPLETED);

        assertThat(viewModel.partialProperty().get()).isEmpty();
        assertThat(viewModel.configurationProperty().get()).isEqualTo("Stage Validation, confidence 61 %");
    }

    @Test
    void the_export_reads_back_as_what_the_server_told() throws Exception {
        load(JobStatus.COMPLETED);

        JobResults read = StudioJson.lenient().readValue(viewModel.exported(), JobResults.class);

        assertThat(read.bestScore()).isEqualTo(1.85);
        assertThat(read.trades()).hasSize(143);
        assertThat(read.walkForward().windows()).hasSize(4);
    }
}
