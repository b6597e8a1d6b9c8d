package studio.desktop.studio;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import studio.model.result.WindowPlan;

/** Walk-forward windows over time, one row a window: the train part, and after the gap the unseen test part. */
public final class WindowMap extends Pane {
    private static final double HEIGHT = 56;

    private List<WindowPlan> windows = List.of();

    public WindowMap() {
        getStyleClass().add("window-map");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(List<WindowPlan> plans) {
        windows = List.copyOf(plans);
        getChildren().clear();
        for (int i = 0; i < windows.size(); i++) {
            getChildren().addAll(bar("train-part"), bar("test-part"));
        }
        requestLayout();
    }

    private static Region bar(String part) {
        Region bar = new Region();
        bar.getStyleClass().add(part);
        return bar;
    }

    @Override
    protected void layoutChildren() {
        if (windows.isEmpty()) {
            return;
        }
        double first = windows.get(0).trainStart().toEpochMilli();
        double last = windows.get(windows.size() - 1).testEnd().toEpochMilli();
        double perMilli = getWidth() / Math.max(1, last - first);
        double row = HEIGHT / windows.size();
        double thick = Math.max(1, Math.min(10, row - 2));
        for (int i = 0; i < windows.size(); i++) {
            WindowPlan w = windows.get(i);
            double y = i * row + (row - thick) / 2;
            place(
                    i * 2,
                    w.trainStart().toEpochMilli() - first,
                    w.trainEnd().toEpochMilli() - first,
                    perMilli,
                    y,
                    thick);
            place(
                    i * 2 + 1,
                    w.testStart().toEpochMilli() - first,
                    w.testEnd().toEpochMilli() - first,
                    perMilli,
                    y,
                    thick);
        }
    }

    private void place(int child, double from, double to, double perMilli, double y, double thick) {
        getChildren().get(child).resizeRelocate(from * perMilli, y, Math.max(1, (to - from) * perMilli), thick);
    }
}
