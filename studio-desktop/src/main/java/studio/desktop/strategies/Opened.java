package studio.desktop.strategies;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.model.strategy.StrategyInfo;
import studio.model.strategy.StrategyKind;
import studio.model.strategy.StrategyOrigin;
import studio.model.strategy.StrategyVersion;

/**
 * What stands in the editor.
 *
 * @param key of its draft: the identifier of a saved strategy, or a key of {@link StrategyDrafts#newKey}
 * @param name the identifier; null for a strategy that was never saved
 * @param version that the text is, or began as; null for a new one and for those that have none
 * @param newest the newest version; null where there are none, and where they are not known
 * @param savedText as it is on the server; empty for a new one, and while it is not known
 * @param text to begin with: the draft, or the saved text
 * @param readOnly true for built-in strategies, plug-ins, archived ones and older versions
 * @param kind null for a new one
 * @param copiedFrom what a new one was copied from
 */
record Opened(
        String key,
        @Nullable String name,
        String title,
        @Nullable Integer version,
        @Nullable Integer newest,
        String savedText,
        String text,
        boolean readOnly,
        boolean archived,
        @Nullable StrategyKind kind,
        String description,
        @Nullable StrategyOrigin copiedFrom) {
    private static final Pattern HEADER = Pattern.compile("(strategy\\s+\")([^\"\\n]*)(\")");

    static Opened of(StrategyInfo info, @Nullable StrategyDraft draft) {
        boolean written = info.kind() == StrategyKind.WRITTEN;
        String saved = info.text() == null ? "" : info.text();
        boolean editable = written && !info.archived();
        return new Opened(
                info.name(),
                info.name(),
                info.title(),
                editable && draft != null ? draft.basedOn() : info.version(),
                info.version(),
                saved,
                editable && draft != null ? draft.text() : saved,
                !editable,
                info.archived(),
                info.kind(),
                info.description(),
                null);
    }

    /** From a draft alone: a new strategy, or a saved one of which nothing else is known while the server is away. */
    static Opened ofDraft(String key, StrategyDraft draft) {
        return new Opened(
                key,
                draft.name(),
                title(draft.text()),
                draft.basedOn(),
                null,
                "",
                draft.text(),
                false,
                false,
                draft.name() == null ? null : StrategyKind.WRITTEN,
                "",
                draft.copiedFrom());
    }

    static Opened ofOld(StrategyVersion version, int newest) {
        return new Opened(
                version.name(),
                version.name(),
                version.title(),
                version.version(),
                newest,
                version.text(),
                version.text(),
                true,
                false,
                StrategyKind.WRITTEN,
                version.description(),
                null);
    }

    /** The title in a text's first line; empty while there is none. */
    static String title(String text) {
        Matcher header = HEADER.matcher(text);
        return header.find() ? header.group(2).strip() : "";
    }

    /** The text under another title. */
    static String retitled(String text, String title) {
        Matcher header = HEADER.matcher(text);
        return header.find() ? header.replaceFirst("$1" + Matcher.quoteReplacement(title) + "$3") : text;
    }

    /** False for what is written in Java and has rules alone. */
    boolean hasText() {
        return kind == null || kind == StrategyKind.WRITTEN || !savedText.isEmpty() || !text.isEmpty();
    }

    /** The version, 0 where there is none. */
    int versionNumber() {
        return version == null ? 0 : version;
    }

    /** The newest version, 0 where there is none. */
    int newestNumber() {
        return newest == null ? 0 : newest;
    }

    boolean isOldVersion() {
        return readOnly && !archived && kind == StrategyKind.WRITTEN && version != null && !version.equals(newest);
    }
}
