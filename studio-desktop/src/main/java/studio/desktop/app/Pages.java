package studio.desktop.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Screen;

/** The pages of the rail, each made when it is first looked at: a start pays for one of them only. For the FX thread. */
final class Pages {
    private final Map<Page, Supplier<Screen>> makers = new EnumMap<>(Page.class);
    private final Map<Page, Screen> made = new EnumMap<>(Page.class);

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
