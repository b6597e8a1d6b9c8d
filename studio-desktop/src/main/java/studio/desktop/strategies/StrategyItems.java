package studio.desktop.strategies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.desktop.fx.Texts;
import studio.model.strategy.StrategyInfo;

/**
 * The rows of the list: the server's strategies, and the drafts of those that it does not know or that could not be asked for,
 * as far as the search leaves them. For one thread.
 */
final class StrategyItems {
    private static final Comparator<StrategyItem> ORDER = Comparator.comparing(StrategyItem::group)
            .thenComparing(item -> item.title().toLowerCase(Locale.ROOT));

    private final StrategyDrafts drafts;
    private final ObservableList<StrategyItem> shown = FXCollections.observableArrayList();
    private final BooleanProperty archivedShown = new SimpleBooleanProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private List<StrategyInfo> found = List.of();

    StrategyItems(StrategyDrafts drafts) {
        this.drafts = drafts;
        archivedShown.addListener((o, was, is) -> list());
        search.addListener((o, was, is) -> list());
    }

    /** What the server has. */
    void set(List<StrategyInfo> all) {
        found = all;
        list();
    }

    void replace(StrategyInfo info) {
        set(found.stream().map(s -> s.name().equals(info.name()) ? info : s).toList());
    }

    void remove(String name) {
        set(found.stream().filter(s -> !s.name().equals(name)).toList());
    }

    /** Makes the rows again, since a draft came, went or has another title. */
    void list() {
        List<StrategyItem> all = new ArrayList<>();
        for (StrategyInfo info : found) {
            all.add(new StrategyItem(
                    info.name(), info.title(), info, drafts.of(info.name()).isPresent()));
        }
        for (String key : drafts.keys()) {
            if (of(key).isEmpty()) {
                all.add(new StrategyItem(key, draftTitle(key), null, true));
            }
        }
        String word = search.get().strip().toLowerCase(Locale.ROOT);
        List<StrategyItem> rows = all.stream()
                .filter(item -> archivedShown.get() || item.group() != StrategyItem.Group.ARCHIVED)
                .filter(item -> word.isEmpty()
                        || (item.title() + " " + item.key())
                                .toLowerCase(Locale.ROOT)
                                .contains(word))
                .sorted(ORDER)
                .toList();
        if (!shown.equals(rows)) {
            shown.setAll(rows);
        }
    }

    private String draftTitle(String key) {
        StrategyDraft draft = drafts.of(key).orElseThrow();
        String title = Opened.title(draft.text());
        if (!title.isEmpty()) {
            return title;
        }
        return draft.name() == null ? Texts.get("strategies.untitled") : draft.name();
    }

    /** The server's strategy of that name, whatever the search leaves; empty while it is not known. */
    Optional<StrategyInfo> of(String name) {
        return found.stream().filter(info -> info.name().equals(name)).findFirst();
    }

    boolean isTaken(String title) {
        return found.stream().anyMatch(s -> s.title().equalsIgnoreCase(title))
                || drafts.keys().stream()
                        .flatMap(key -> drafts.of(key).stream())
                        .anyMatch(draft -> Opened.title(draft.text()).equalsIgnoreCase(title));
    }

    ObservableList<StrategyItem> shown() {
        return shown;
    }

    BooleanProperty archivedShownProperty() {
        return archivedShown;
    }

    StringProperty searchProperty() {
        return search;
    }
}
