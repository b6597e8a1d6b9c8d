package studio.desktop.history;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows strategies by their titles in a choice whose first value is all of them. */
final class StrategyTitles extends StringConverter<String> {
    private final String all;
    private final HistoryViewModel titles;

    StrategyTitles(String all, HistoryViewModel titles) {
        this.all = all;
        this.titles = titles;
    }

    @Override
    public String toString(@Nullable String name) {
        return name == null || name.equals(all) ? all : titles.title(name);
    }

    @Override
    public String fromString(String words) {
        throw new UnsupportedOperationException("nobody types a strategy here");
    }
}
