package studio.desktop.configurations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.TestDesk;
import studio.model.json.StudioJson;
import studio.model.result.Configuration;
import studio.model.result.LifecycleStage;

class ConfigurationsViewModelTest {
    private final TestDesk desk = new TestDesk();
    private final ConfigurationsViewModel viewModel = new ConfigurationsViewModel(desk.context());

    private void saved() {
        desk.client.configurations.add(SampleJobs.configuration(0, LifecycleStage.MATURE));
        desk.client.configurations.add(SampleJobs.configuration(1, LifecycleStage.PAPER));
    }

    @Test
    void nothing_saved_yet_is_told_apart_from_nothing_found() {
        viewModel.load();
        assertThat(viewModel.placeholderProperty().get()).startsWith("No configuration has been saved yet.");

        saved();
        viewModel.stageProperty().set("DISCOVERY");
        desk.delay.pass();

        assertThat(viewModel.placeholderProperty().get()).startsWith("No configuration matches");
        assertThat(desk.client.calls).endsWith("configurations {stage=DISCOVERY} 200");
    }

    @Test
    void typing_narrows_what_is_there_without_asking_again() {
        saved();
        viewModel.load();

        viewModel.searchProperty().set("paper");

        assertThat(viewModel.rows()).hasSize(1);
        assertThat(viewModel.noteProperty().get()).isEqualTo("1 configuration");
        assertThat(desk.client.calls.stream().filter(c -> c.startsWith("configurations")))
                .hasSize(1);
    }

    @Test
    void the_verdict_is_told_in_the_historys_words_and_found_by_them() {
        saved();
        viewModel.load();

        assertThat(viewModel.rows())
                .extracting(ConfigurationsViewModel::verdict)
                .containsExactly("Fragile", "–");
        viewModel.searchProperty().set("fragile");

        assertThat(viewModel.rows()).hasSize(1);
    }

    @Test
    void the_chosen_one_is_told_in_full_and_stays_chosen_when_the_list_comes_anew() throws Exception {
        saved();
        viewModel.load();

        viewModel.chosenProperty().set(viewModel.rows().get(1));
        viewModel.load();

        Configuration chosen = viewModel.chosenProperty().get();
        assertThat(chosen.stage()).isEqualTo(LifecycleStage.PAPER);
        assertThat(viewModel.parametersProperty().get()).contains("pierce_depth = 0.00152");
        assertThat(viewModel.commandProperty().get()).startsWith("./studio train --strategy LIQUIDITY_SWEEP");
        assertThat(viewModel.figures()).isNotEmpty();
        assertThat(StudioJson.lenient().readValue(ConfigurationsViewModel.json(chosen), Configuration.class))
                .isEqualTo(chosen);
    }

    @Test
    void a_server_that_is_away_is_told_and_the_list_stays() {
        saved();
        viewModel.load();
        desk.client.away = true;

        viewModel.load();

        assertThat(viewModel.rows()).hasSize(2);
        assertThat(viewModel.problemProperty().get()).contains("does not answer");
    }
}
