package studio.desktop.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.model.job.JobStatus;

/** Draws the modal in each of its states and both themes, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class ProgressGalleryUiTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    static Stream<Arguments> states() {
        Map<String, Consumer<TestDesk>> states = Map.of(
                "pending", d -> d.feed.tell(SampleJobs.pending()),
                "collecting", d -> d.feed.tell(SampleJobs.collecting()),
                "optimizing", d -> d.feed.tell(SampleJobs.optimizing()),
                "validating", d -> d.feed.tell(SampleJobs.validating()),
                "completed", d -> d.feed.tell(SampleJobs.completed()),
                "failed", d -> d.feed.tell(SampleJobs.failed()),
                "cancelled", d -> d.feed.tell(SampleJobs.cancelled()),
                "away",
                        d -> {
                            d.feed.tell(SampleJobs.optimizing());
                            d.now = d.now.plusSeconds(95);
                            d.feed.away();
                        });
        return states.entrySet().stream()
                .flatMap(s -> Stream.of(
                        Arguments.of(s.getKey(), s.getValue(), false), Arguments.of(s.getKey(), s.getValue(), true)));
    }

    @ParameterizedTest(name = "{0}, dark {2}")
    @MethodSource("states")
    void every_state_is_drawn(String name, Consumer<TestDesk> state, boolean dark) {
        TestDesk desk = new TestDesk();
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, JobStatus.RUNNING));
        desk.client.trials.addAll(SampleJobs.trials(name.equals("optimizing") ? 30 : 50));
        desk.client.events.addAll(SampleJobs.events());
        desk.client.results.put(
                SampleJobs.JOB_ID,
                SampleJobs.results(
                        name.equals("completed")
                                ? JobStatus.COMPLETED
                                : name.equals("failed") ? JobStatus.FAILED : JobStatus.CANCELLED));

        var file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            ProgressController modal = new ProgressController(SampleJobs.JOB_ID, desk.context(), desk.feed, () -> {});
            Snapshots.show(stage, Snapshots.overPage(modal.root()), dark);
            modal.opened();
            state.accept(desk);
            var written = Snapshots.write(
                    modal.root().getScene().getRoot(), "progress-" + name + (dark ? "-dark" : "-light"));
            modal.closed();
            return written;
        });

        assertThat(file).isNotEmptyFile();
        assertThat(desk.feed.watches()).isZero();
        assertThat(desk.delay.waiting()).isZero();
    }
}
