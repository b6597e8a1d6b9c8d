package studio.desktop.results;

import org.jspecify.annotations.Nullable;
import studio.desktop.fx.Texts;

/**
 * One figure as a tile shows it.
 *
 * @param id of its tile, e.g. {@code sharpe_ratio}
 * @param value with its unit; "–" when undefined
 * @param meaning one sentence for the tooltip
 */
public record Figure(String id, String label, String value, String meaning, Tone tone) {

    /** Whether a figure speaks of a gain or a loss; its sign says so too. */
    public enum Tone {
        NEUTRAL,
        GAIN,
        LOSS
    }

    /** A figure whose label and meaning stand in the bundle under its id. */
    static Figure of(String id, String value, Tone tone) {
        boolean undefined = value.equals(FigureFormat.UNDEFINED);
        String meaning = Texts.get("figure." + id + ".meaning");
        return new Figure(
                id,
                Texts.get("figure." + id),
                value,
                undefined ? Texts.get("figure.undefined", meaning) : meaning,
                undefined ? Tone.NEUTRAL : tone);
    }

    static Tone tone(@Nullable Double value) {
        return value == null || value == 0 ? Tone.NEUTRAL : value > 0 ? Tone.GAIN : Tone.LOSS;
    }
}
