package studio.desktop.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.desktop.fakes.FakeStrategyClient;
import studio.desktop.fakes.Snapshots;
import studio.desktop.fakes.TestDesk;
import studio.engine.language.LanguageReference;
import studio.engine.language.shipped.ShippedTexts;
import studio.model.strategy.SaveStrategyRequest;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyKind;

/** Draws the Strategies page in its states and both themes, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class StrategiesGalleryUiTest {
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @ParameterizedTest
    @CsvSource({
        "saved, false", "saved, true", "problems, false", "problems, true", "conditions, false", "conditions, true",
        "built-in, false", "java, false", "new, false", "no-trades, false", "away, false", "conflict, false",
        "compare, false", "compare, true", "help, false", "archive, false"
    })
    void every_state_is_drawn(String state, boolean dark, FxRobot robot) {
        TestDesk desk = new TestDesk();
        FakeStrategyClient server = desk.client.written;
        server.functions = LanguageReference.list();
        RealChecks checks = new RealChecks();
        checks.familyTrials = 4_812;
        server.checked = checks;
        ShippedTexts.all()
                .forEach((name, text) -> server.builtIn.add(new StrategyInfo(
                        name, Opened.title(text), "", 100, List.of(), StrategyKind.BUILT_IN, null, text, false, null)));
        String dip = LanguageReference.list().templates().stream()
                .filter(t -> t.kind().equals("reversion"))
                .findFirst()
                .orElseThrow()
                .text()
                .replace("oversold   = 30.0", "oversold   = 44.0");
        server.create(new SaveStrategyRequest(dip, "First try", null, null, null));
        server.save(
                "RSI_DIP_IN_AN_UPTREND",
                new SaveStrategyRequest(dip.replace("target 2 * stop", "trail  3 * atr(14)"), "Trails", 1, null, null));
        server.create(new SaveStrategyRequest(
                "strategy \"Morning\"\nenter long when hour == 8\nexit after 4 bars\n", "", null, null, null));
        StrategiesController[] made = new StrategiesController[1];
        robot.interact(() -> {
            made[0] = new StrategiesController(
                    desk.context(), (over, name) -> Optional.empty(), over -> Optional.empty());
            Snapshots.show(stage, made[0].root(), dark);
            made[0].opened();
        });
        StrategiesHandle page = new StrategiesHandle(robot, made[0].root());
        page.open("RSI_DIP_IN_AN_UPTREND");
        robot.interact(desk.delay::pass);
        String text = page.written();
        switch (state) {
            case "problems" -> page.write(text.replace("crossover", "crosover").replace("stop_size *", "stopsize *"));
            case "conditions" -> page.press("conditionsToggle");
            case "built-in" -> page.open("BOLLINGER_REVERSION");
            case "java" -> page.open("LIQUIDITY_SWEEP");
            case "new" -> page.choose("newButton", "template-breakout");
            case "no-trades" -> page.write("strategy \"Never\"\nenter long when close > 2 * high\n");
            case "away" -> {
                server.away = true;
                page.write(text + "// thinking");
            }
            case "conflict" -> {
                server.save(
                        "RSI_DIP_IN_AN_UPTREND",
                        new SaveStrategyRequest(dip.replace("30.0", "25.0"), "Theirs", 2, null, null));
                page.write(text.replace("200", "100"));
            }
            case "help" -> page.caretBehind("crossove");
            default -> {}
        }
        robot.interact(desk.delay::pass);
        switch (state) {
            case "conflict" -> page.press("saveButton");
            case "compare" -> {
                page.version(1);
                page.press("compareButton");
            }
            case "help" -> robot.push(javafx.scene.input.KeyCode.F1);
            case "archive" -> page.choose("moreButton", "archiveStrategy");
            default -> {}
        }
        robot.interact(desk.delay::pass);
        Path[] drawn = new Path[1];
        robot.interact(() -> Snapshots.write(made[0].root(), "strategies-" + state + (dark ? "-dark" : "-light")));
        robot.interact(
                () -> drawn[0] = Snapshots.write(made[0].root(), "strategies-" + state + (dark ? "-dark" : "-light")));
        robot.interact(made[0]::closed);

        assertThat(drawn[0]).isNotEmptyFile();
    }
}
