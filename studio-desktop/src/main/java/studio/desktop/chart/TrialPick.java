package studio.desktop.chart;

import java.util.ArrayList;
import java.util.List;

/** The trial that is pointed at, shared by the charts of one screen so that it shows in all of them. FX thread only. */
public final class TrialPick {
    private final List<Runnable> charts = new ArrayList<>();
    private int trial = -1;

    /** Its place in the table; -1 for none. */
    int trial() {
        return trial;
    }

    void set(int place) {
        if (place != trial) {
            trial = place;
            charts.forEach(Runnable::run);
        }
    }

    void onChange(Runnable chart) {
        charts.add(chart);
    }
}
