package studio.desktop.strategies;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.fxmisc.richtext.CodeArea;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import studio.model.strategy.TextProblem;

/** The strategies page as its user meets it. */
public final class StrategiesHandle {
    private final FxRobot robot;
    private final Parent root;

    public StrategiesHandle(FxRobot robot, Parent root) {
        this.robot = robot;
        this.root = root;
    }

    Node node(String id) {
        Node found = root.lookup("#" + id);
        if (found == null) {
            throw new AssertionError("there is no " + id);
        }
        return found;
    }

    public boolean shows(String id) {
        for (Node part = root.lookup("#" + id); part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return root.lookup("#" + id) != null;
    }

    public String text(String id) {
        return node(id) instanceof Labeled label ? label.getText() : ((TextInputControl) node(id)).getText();
    }

    /** Whether a menu offers that item. */
    public boolean has(String menu, String item) {
        return ((MenuButton) node(menu)).getItems().stream().anyMatch(i -> item.equals(i.getId()));
    }

    public boolean isBlocked(String id) {
        return disabled(id);
    }

    /** How many versions there are to choose from. */
    public int versions() {
        return ((ComboBox<?>) node("versionBox")).getItems().size();
    }

    boolean disabled(String id) {
        return node(id).isDisabled();
    }

    public CodeArea area() {
        return (CodeArea) node("strategyText");
    }

    public String written() {
        return area().getText();
    }

    /** Replaces the whole text, as one who pastes does. */
    public void write(String text) {
        robot.interact(() -> area().replaceText(text));
    }

    /** Puts the caret behind a word's first occurrence. */
    void caretBehind(String word) {
        robot.interact(() -> {
            area().moveTo(area().getText().indexOf(word) + word.length());
            area().requestFocus();
        });
    }

    public void press(String id) {
        robot.interact(() -> {
            Node found = node(id);
            if (found instanceof ToggleButton toggle) {
                toggle.setSelected(true);
            } else {
                ((ButtonBase) found).fire();
            }
        });
    }

    public void choose(String menu, String item) {
        robot.interact(() -> {
            MenuButton button = (MenuButton) node(menu);
            button.show();
            MenuItem found = button.getItems().stream()
                    .filter(i -> item.equals(i.getId()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no item " + item));
            if (found.isDisable()) {
                throw new AssertionError(item + " is disabled");
            }
            button.hide();
            found.fire();
        });
    }

    @SuppressWarnings("unchecked")
    List<StrategyItem> items() {
        return ((ListView<StrategyItem>) node("strategyList")).getItems();
    }

    @SuppressWarnings("unchecked")
    void open(String key) {
        robot.interact(() -> {
            ListView<StrategyItem> list = (ListView<StrategyItem>) node("strategyList");
            list.getSelectionModel()
                    .select(items().stream()
                            .filter(i -> i.key().equals(key))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("there is no " + key)));
        });
    }

    @SuppressWarnings("unchecked")
    List<TextProblem> problems() {
        return ((ListView<TextProblem>) node("problemList")).getItems();
    }

    public void version(int index) {
        robot.interact(() -> {
            ComboBox<?> box = (ComboBox<?>) node("versionBox");
            box.getSelectionModel().select(index);
        });
    }

    public void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come about", e);
        }
    }
}
