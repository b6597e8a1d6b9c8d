package studio.desktop.app;

import java.util.List;
import studio.desktop.fx.Texts;
import studio.desktop.settings.Settings;

/** The four steps that a new analyst is shown once. */
final class Tour {
    static final String SEEN = "tour.seen";

    private Tour() {}

    /** One step: which page it is about, and what is said of it. */
    record Step(Page page, String title, String words) {}

    static List<Step> steps() {
        return List.of(
                new Step(Page.STUDIO, Texts.get("tour.train.title"), Texts.get("tour.train")),
                new Step(Page.STRATEGIES, Texts.get("tour.write.title"), Texts.get("tour.write")),
                new Step(Page.STUDIO, Texts.get("tour.watch.title"), Texts.get("tour.watch")),
                new Step(Page.HISTORY, Texts.get("tour.judge.title"), Texts.get("tour.judge")));
    }

    static boolean isNew(Settings settings) {
        return settings.choice(SEEN).isEmpty();
    }
}
