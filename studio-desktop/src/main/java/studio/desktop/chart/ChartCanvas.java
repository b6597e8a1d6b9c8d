package studio.desktop.chart;

import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/**
 * A resizable chart of two layers: the picture, and the crosshair over it. Drawing happens in layout, so that any number
 * of changes between two frames cost one redraw. The crosshair follows the mouse, or the left and right keys.
 */
abstract class ChartCanvas extends ChartColors {
    static final Font FONT = Font.font(11);
    static final double LINE_HEIGHT = 15;

    private final Canvas picture = new Canvas();
    private final Canvas overlay = new Canvas();

    ChartCanvas(String styleClass) {
        getStyleClass().addAll("studio-chart", styleClass);
        getChildren().addAll(picture, overlay);
        overlay.setMouseTransparent(true);
        picture.setMouseTransparent(true);
        setPickOnBounds(true);
        // Time and numbers run from left to right in every script.
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setMinSize(160, 90);
        setPrefSize(420, 220);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> point(Double.NaN, Double.NaN));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Paints the whole picture. */
    abstract void draw(GraphicsContext g, double width, double height);

    /** Paints the crosshair of what is pointed at, if anything. */
    abstract void drawPointer(GraphicsContext g, double width, double height);

    /** Points at what lies nearest; NaN points at nothing. */
    abstract void point(double x, double y);

    /** Points at the neighbour: -1 to the left, 1 to the right. */
    abstract void pointNext(int direction);

    private void onKey(KeyEvent e) {
        if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
            pointNext(e.getCode() == KeyCode.LEFT ? -1 : 1);
            e.consume();
        }
    }

    final void redraw() {
        requestLayout();
    }

    final void redrawPointer() {
        GraphicsContext g = overlay.getGraphicsContext2D();
        g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        g.setFont(FONT);
        drawPointer(g, overlay.getWidth(), overlay.getHeight());
    }

    @Override
    protected final void layoutChildren() {
        double width = Math.max(1, Math.floor(getWidth()));
        double height = Math.max(1, Math.floor(getHeight()));
        for (Canvas layer : new Canvas[] {picture, overlay}) {
            layer.setWidth(width);
            layer.setHeight(height);
        }
        GraphicsContext g = picture.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFont(FONT);
        draw(g, width, height);
        redrawPointer();
    }

    /** A one pixel wide line on whole pixels. */
    static void hairline(GraphicsContext g, Color color, double x1, double y1, double x2, double y2) {
        g.setStroke(color);
        g.setLineWidth(1);
        g.strokeLine(Math.floor(x1) + 0.5, Math.floor(y1) + 0.5, Math.floor(x2) + 0.5, Math.floor(y2) + 0.5);
    }

    static void text(GraphicsContext g, Color color, TextAlignment alignment, String text, double x, double baseline) {
        g.setFill(color);
        g.setTextAlign(alignment);
        g.fillText(text, x, baseline);
    }

    static double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(FONT);
        return measured.getLayoutBounds().getWidth();
    }

    /** A small note beside a point, moved so that it stays inside the chart. */
    final void note(GraphicsContext g, double x, double y, double width, String... lines) {
        double w = 12;
        for (String line : lines) {
            w = Math.max(w, widthOf(line) + 16);
        }
        double h = lines.length * LINE_HEIGHT + 10;
        double left = x + 10 + w > width ? Math.max(0, x - 10 - w) : x + 10;
        double top = Math.max(0, y - h / 2);
        g.setFill(labelFill());
        g.fillRoundRect(left, top, w, h, 6, 6);
        g.setStroke(grid());
        g.setLineWidth(1);
        g.strokeRoundRect(Math.floor(left) + 0.5, Math.floor(top) + 0.5, Math.floor(w), Math.floor(h), 6, 6);
        for (int i = 0; i < lines.length; i++) {
            text(g, label(), TextAlignment.LEFT, lines[i], left + 8, top + 16 + i * LINE_HEIGHT);
        }
    }
}
