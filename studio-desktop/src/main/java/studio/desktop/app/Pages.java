package studio.desktop.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Screen;
import studio.desktop.marketdata.MarketDataController;
import studio.desktop.poll.JobPoller;
import studio.desktop.settings.AccuracyViewModel;
import studio.desktop.settings.SettingsController;

/** The pages of the rail, each made when it is first looked at: a start pays for one of them only. For the FX thread. */
final class Pages {
    private final Map<Page, Supplier<Screen>> makers = new EnumMap<>(Page.class);
    private final Map<Page, Screen> made = new EnumMap<>(Page.class);

    static Pages ofRail(
            DesktopStart start, DesktopContext context, JobPoller poller, Screen studio, Runnable reconnect) {
        Pages pages = new Pages();
        pages.add(Page.STUDIO, () -> studio);
        pages.add(Page.STRATEGIES, () -> start.screens().strategies(context));
        pages.add(Page.HISTORY, () -> start.screens().history(context, poller));
        pages.add(Page.CONFIGURATIONS, () -> start.screens().configurations(context));
        pages.add(Page.MARKET_DATA, () -> new MarketDataController(context));
        pages.add(Page.SETTINGS, () -> {
            AccuracyViewModel accuracy = new AccuracyViewModel(
                    context.client(), context.background(), context.formats(), Failures::sentence);
            return new SettingsController(
                    context.settings(), accuracy, context.background(), start.connector(), reconnect);
        });
        return pages;
    }

    void add(Page page, Supplier<Screen> maker) {
        makers.put(page, maker);
    }

    /**
     * The same screen each time.
     *
     * @throws IllegalArgumentException when no such page was added
     */
    Screen get(Page page) {
        Supplier<Screen> maker = makers.get(page);
        if (maker == null) {
            throw new IllegalArgumentException("no page " + page);
        }
        return made.computeIfAbsent(page, p -> maker.get());
    }

    /** Empty when the screen is none of the rail's. */
    Optional<Page> of(@Nullable Screen screen) {
        return made.entrySet().stream()
                .filter(entry -> entry.getValue() == screen)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
