package studio.desktop.chart;

import javafx.scene.paint.Color;

/** Relative luminance and contrast as WCAG 2.1 defines them (success criterion 1.4.3). */
public final class Contrast {
    private Contrast() {}

    /** 0 for black, 1 for white. */
    public static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    /** 1..21; AA asks for 4.5 of text, 3 of large text and of what a control is told by. */
    public static double ratio(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
