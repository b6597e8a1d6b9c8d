package studio.desktop.chart;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours that a chart takes from the style sheet; each is a CSS property that follows the theme's tokens. */
abstract class ChartColors extends Region {
    private static final StyleablePropertyFactory<ChartColors> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> text = color("-chart-text", c -> c.text, Color.GRAY);
    private final StyleableProperty<Color> grid = color("-chart-grid", c -> c.grid, Color.LIGHTGRAY);
    private final StyleableProperty<Color> dot = color("-chart-dot", c -> c.dot, Color.GRAY);
    private final StyleableProperty<Color> line = color("-chart-line", c -> c.line, Color.BLUE);
    private final StyleableProperty<Color> gain = color("-chart-gain", c -> c.gain, Color.GREEN);
    private final StyleableProperty<Color> loss = color("-chart-loss", c -> c.loss, Color.RED);
    private final StyleableProperty<Color> warning = color("-chart-warning", c -> c.warning, Color.ORANGE);
    private final StyleableProperty<Color> label = color("-chart-label", c -> c.label, Color.BLACK);
    private final StyleableProperty<Color> labelFill = color("-chart-label-fill", c -> c.labelFill, Color.WHITE);

    private StyleableProperty<Color> color(
            String name, java.util.function.Function<ChartColors, StyleableProperty<Color>> of, Color initial) {
        return new Themed(this, name, FACTORY.createColorCssMetaData(name, of::apply, initial), initial);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public String getUserAgentStylesheet() {
        return java.util.Objects.requireNonNull(ChartColors.class.getResource("chart.css"))
                .toExternalForm();
    }

    final Color text() {
        return text.getValue();
    }

    final Color grid() {
        return grid.getValue();
    }

    final Color dot() {
        return dot.getValue();
    }

    final Color line() {
        return line.getValue();
    }

    final Color gain() {
        return gain.getValue();
    }

    final Color loss() {
        return loss.getValue();
    }

    final Color warning() {
        return warning.getValue();
    }

    final Color label() {
        return label.getValue();
    }

    final Color labelFill() {
        return labelFill.getValue();
    }

    /** A colour whose change asks for a redraw. */
    private static final class Themed extends javafx.css.SimpleStyleableObjectProperty<Color> {
        private final ChartColors chart;

        Themed(ChartColors chart, String name, CssMetaData<ChartColors, Color> meta, Color initial) {
            super(meta, chart, name, initial);
            this.chart = chart;
        }

        @Override
        protected void invalidated() {
            chart.requestLayout();
        }
    }
}
