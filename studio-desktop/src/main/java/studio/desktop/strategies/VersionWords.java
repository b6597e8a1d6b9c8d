package studio.desktop.strategies;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Formats;
import studio.desktop.fx.Texts;
import studio.model.strategy.StrategyVersion;

/** A version in a list of them: its number, when it was saved, and what was said of it. */
final class VersionWords extends StringConverter<StrategyVersion> {
    private static final int LONGEST_NOTE = 60;

    private final Formats formats;

    VersionWords(Formats formats) {
        this.formats = formats;
    }

    @Override
    public String toString(@Nullable StrategyVersion version) {
        if (version == null) {
            return "";
        }
        String note = version.note().strip();
        String shown = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE - 1) + "…" : note;
        return Texts.get("strategies.version.item", version.version(), formats.dateTime(version.savedAt()))
                + (shown.isEmpty() ? "" : " · " + shown);
    }

    @Override
    public @Nullable StrategyVersion fromString(String words) {
        return null;
    }
}
