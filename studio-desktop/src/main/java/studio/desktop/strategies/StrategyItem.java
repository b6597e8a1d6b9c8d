package studio.desktop.strategies;

import org.jspecify.annotations.Nullable;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyKind;

/**
 * One row of the list.
 *
 * @param key as {@link Opened#key}
 * @param info null for a new strategy that was never saved, and for one whose draft alone is known
 * @param draft whether there is text that is not saved
 */
record StrategyItem(String key, String title, @Nullable StrategyInfo info, boolean draft) {

    /** In the list's order. */
    enum Group {
        UNSAVED,
        WRITTEN,
        BUILT_IN,
        PLUGIN,
        ARCHIVED
    }

    Group group() {
        if (info == null) {
            return Group.UNSAVED;
        }
        if (info.archived()) {
            return Group.ARCHIVED;
        }
        return info.kind() == StrategyKind.WRITTEN
                ? Group.WRITTEN
                : info.kind() == StrategyKind.PLUGIN ? Group.PLUGIN : Group.BUILT_IN;
    }
}
