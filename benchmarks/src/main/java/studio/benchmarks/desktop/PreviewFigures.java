package studio.benchmarks.desktop;

import static studio.benchmarks.desktop.DrivenWindow.await;
import static studio.benchmarks.desktop.DrivenWindow.call;
import static studio.benchmarks.desktop.DrivenWindow.isShown;
import static studio.benchmarks.desktop.DrivenWindow.node;
import static studio.benchmarks.desktop.DrivenWindow.onFx;
import static studio.benchmarks.desktop.DrivenWindow.press;
import static studio.benchmarks.desktop.DrivenWindow.pulse;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import org.fxmisc.richtext.CodeArea;

/**
 * From the last keystroke in a strategy's text to the laid-out preview: the pause for which the editor waits, the server's
 * check and backtest, and the window's own work. The series is the one with most candles, as the page chooses it.
 */
final class PreviewFigures {
    private static final int WARM_KEYS = 10;
    private static final int KEYS = 101;
    private static final String TEMPLATE = "template-reversion";
    private static final String PLACE = "stop_size    = 2.";

    private PreviewFigures() {}

    static void measure() throws Exception {
        press("railStrategies");
        await(() -> node("newButton") instanceof MenuButton menu
                && menu.getItems().stream().anyMatch(item -> TEMPLATE.equals(item.getId())));
        onFx(() -> ((MenuButton) node("newButton"))
                .getItems().stream()
                        .filter(item -> TEMPLATE.equals(item.getId()))
                        .forEach(item -> item.fire()));
        await(() -> isShown("preview-trades"));
        for (int i = 0; i < WARM_KEYS; i++) {
            keystroke(i);
        }
        double[] millis = new double[KEYS];
        TaskMeter meter = new TaskMeter();
        for (int i = 0; i < KEYS; i++) {
            millis[i] = keystroke(WARM_KEYS + i);
        }
        String tasks = call(meter::told);
        Arrays.sort(millis);
        System.out.printf(
                "last keystroke to preview, %s: median %.0f ms, 95 of 100 within %.0f ms, longest %.0f ms%n",
                call(PreviewFigures::span), millis[KEYS / 2], millis[KEYS * 95 / 100], millis[KEYS - 1]);
        System.out.println("the UI thread while typing: " + tasks);
    }

    /** Changes one digit of the text, each time to another one that trades otherwise, and waits for the new figures. */
    private static double keystroke(int turn) throws Exception {
        Node before = call(() -> node("preview-trades"));
        long start = System.nanoTime();
        onFx(() -> {
            CodeArea area = (CodeArea) node("strategyText");
            int at = area.getText().indexOf(PLACE) + PLACE.length();
            area.replaceText(at, at + 1, Integer.toString(2 + turn % 8));
        });
        // The figures are made anew for each preview, and stand greyed while they are of another text.
        await(() -> node("preview-trades") != before && node("previewFigures").getOpacity() == 1);
        pulse();
        return (System.nanoTime() - start) / 1e6;
    }

    private static String span() {
        return ((Label) node("previewSpan")).getText();
    }
}
