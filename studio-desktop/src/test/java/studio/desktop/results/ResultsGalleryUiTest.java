package studio.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.desktop.fakes.SampleJobs;
import studio.desktop.fakes.SampleTrust;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.job.JobStatus;
import studio.model.result.TrustReason;
import studio.model.result.TrustReport;
import studio.model.result.TrustVerdict;

/** Draws the results screen in its states and both themes, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class ResultsGalleryUiTest {
    private static final TrustReport EVERYTHING = SampleTrust.told(
            TrustVerdict.OVERFIT,
            List.of(
                    TrustReason.of(TrustReason.SPEAKS_FOR_LUCK, "overfitting_probability"),
                    TrustReason.few(TrustReason.TOO_FEW_TRADES, 29, 30),
                    TrustReason.of(TrustReason.DOES_NOT_HOLD, "deflated_sharpe"),
                    TrustReason.of(TrustReason.NOT_KNOWN, "permutation_p_value"),
                    TrustReason.of(TrustReason.MISSES_MARK, "walk_forward_efficiency"),
                    TrustReason.of(TrustReason.HOLDS, "plateau")));

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, overviewTab, 0",
        "COMPLETED, overviewTab, 1",
        "COMPLETED, tradesTab, 0",
        "COMPLETED, trialsTab, 0",
        "COMPLETED, trialsTab, 1",
        "COMPLETED, walkForwardTab, 0",
        "COMPLETED, trustTab, 0",
        "COMPLETED, trustTab, 1",
        "CANCELLED, trustTab, 0",
        "COMPLETED, requestTab, 0",
        "CANCELLED, overviewTab, 0",
        "CANCELLED, walkForwardTab, 0"
    })
    void every_section_is_drawn_in_both_themes(JobStatus status, String tab, double scrolled) {
        for (boolean dark : new boolean[] {false, true}) {
            var file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> draw(status, tab, scrolled, dark));

            assertThat(file).isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void trust_is_drawn_in_german(double scrolled) {
        Texts.use(Locale.GERMAN);
        try {
            var file = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                TrustPane pane = new TrustPane();
                FigureFormat format = new FigureFormat(new Formats(Locale.GERMANY, ZoneOffset.UTC));
                pane.getStylesheets()
                        .add(ResultsController.class.getResource("results.css").toExternalForm());
                pane.show(new ReadOnlyObjectWrapper<>(TrustView.of(EVERYTHING, false, format)));
                ScrollPane scroll = new ScrollPane(pane);
                scroll.setFitToWidth(true);
                Snapshots.show(stage, scroll, false);
                scroll.setVvalue(scrolled);
                return Snapshots.write(scroll, "results-trust-german-" + Math.round(100 * scrolled));
            });

            assertThat(file).isNotEmptyFile();
        } finally {
            Texts.use(Locale.ENGLISH);
        }
    }

    private Path draw(JobStatus status, String tab, double scrolled, boolean dark) {
        TestDesk desk = new TestDesk();
        desk.client.jobs.put(SampleJobs.JOB_ID, SampleJobs.summary(SampleJobs.JOB_ID, status));
        desk.client.results.put(SampleJobs.JOB_ID, SampleJobs.results(status));
        desk.client.trials.addAll(SampleJobs.variedTrials(400));
        ResultsController screen =
                new ResultsController(SampleJobs.JOB_ID, desk.context(), (w, name) -> Optional.empty(), () -> {});
        Snapshots.show(stage, (Pane) screen.root(), dark);
        screen.opened();
        TabPane sections = (TabPane) screen.root().lookup("#sections");
        sections.getTabs().stream().filter(t -> t.getId().equals(tab)).forEach(sections.getSelectionModel()::select);
        screen.root().applyCss();
        screen.root().layout();
        Node content = sections.getSelectionModel().getSelectedItem().getContent();
        if (content instanceof ScrollPane pane) {
            pane.setVvalue(scrolled);
        }
        if (content.lookup("#tradeTable") instanceof TableView<?> trades) {
            trades.getSelectionModel().select(60);
            // The part looked at is asked for finer once the view is still.
            desk.delay.pass();
        }
        Path written = Snapshots.write(
                screen.root(),
                "results-" + status.name().toLowerCase(java.util.Locale.ROOT) + "-" + tab.replace("Tab", "")
                        + (scrolled > 0 ? "-foot" : "") + (dark ? "-dark" : "-light"));
        screen.closed();
        return written;
    }
}
