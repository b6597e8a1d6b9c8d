package studio.desktop.chart;

/** Which cells of two by two pixels are painted already: a second mark there would not be seen. */
final class Cells {
    private final int columns;
    private final boolean[] taken;

    Cells(double width, double height) {
        this.columns = (int) width / 2 + 2;
        this.taken = new boolean[columns * ((int) height / 2 + 2)];
    }

    /** True the first time that a mark falls there; false outside of the picture. */
    boolean take(double x, double y) {
        if (!(x >= 0) || !(y >= 0)) {
            return false;
        }
        int cell = (int) (x / 2) + (int) (y / 2) * columns;
        if (x / 2 >= columns || cell >= taken.length || taken[cell]) {
            return false;
        }
        taken[cell] = true;
        return true;
    }
}
