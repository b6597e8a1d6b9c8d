package studio.desktop.chart;

/** A linear map from values to pixels. A range without width is widened, so that a single value stands in the middle. */
record Scale(double min, double max, double pixelAtMin, double pixelAtMax) {

    Scale {
        if (!(max > min)) {
            double half = min == 0 ? 1 : Math.abs(min) * 0.1;
            max = min + half;
            min = min - half;
        }
    }

    double pixel(double value) {
        return pixelAtMin + (value - min) / (max - min) * (pixelAtMax - pixelAtMin);
    }

    double value(double pixel) {
        return min + (pixel - pixelAtMin) / (pixelAtMax - pixelAtMin) * (max - min);
    }

    boolean holds(double value) {
        return value >= min && value <= max;
    }
}
