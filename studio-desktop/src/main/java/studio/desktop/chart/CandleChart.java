package studio.desktop.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.model.market.CandleColumns;
import studio.model.market.SeriesClock;

/**
 * Candles with their volume. Scrolling zooms at the mouse, dragging pans, a double click shows all; with the keyboard + and
 * - zoom, Ctrl with left and right pans, Home shows all. FX thread only.
 */
public final class CandleChart extends ChartCanvas {
    private static final double TOP = 24;
    private static final double FOOT = 22;

    private final CandlePainter painter = new CandlePainter(this);
    private final TradePainter tradePainter = new TradePainter(this);
    private final CandleTexts texts;
    private List<TradeMark> trades = List.of();
    private int chosenTrade = -1;
    private BiConsumer<Instant, Instant> onLook = (from, to) -> {};
    private @Nullable CandleColumns columns;
    private @Nullable CandleView view;
    private Scale times = new Scale(0, 1, 0, 1);
    private Scale prices = new Scale(0, 1, 1, 0);
    private double dragX = Double.NaN;
    private double pointerY = Double.NaN;
    private int pointed = -1;

    public CandleChart(CandleTexts texts) {
        super("candle-chart");
        this.texts = texts;
        addEventHandler(ScrollEvent.SCROLL, this::onScroll);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPress);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDrag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> dragX = Double.NaN);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onViewKey);
        setAccessibleText(texts.empty());
    }

    /** Called when another span of time is looked at, so that finer candles can be brought. */
    public void onLook(BiConsumer<Instant, Instant> listener) {
        onLook = listener;
    }

    /** Another series, of which nothing is drawn until {@link #show}. */
    public void clear() {
        columns = null;
        view = null;
        pointed = -1;
        setAccessibleText(texts.empty());
        redraw();
    }

    /** Draws these candles; the first ones after {@link #clear} are taken for the whole series. */
    public void show(CandleColumns candles) {
        if (candles.time().length == 0) {
            clear();
            return;
        }
        double candleMillis = candles.timeframe().millis();
        if (view == null) {
            long last = candles.time()[candles.time().length - 1];
            double end = last + candleMillis * candles.candlesPerPoint();
            view = CandleView.whole(candles.time()[0], end, candleMillis);
        }
        columns = candles;
        pointed = -1;
        setAccessibleText(texts.describe(candles.time().length, candles.close()[candles.time().length - 1]));
        redraw();
    }

    /** Draws these trades over the candles. */
    public void setTrades(List<TradeMark> marks) {
        trades = List.copyOf(marks);
        chosenTrade = -1;
        redraw();
    }

    /** Marks one trade where it stands; -1 marks none. */
    public void markTrade(int trade) {
        chosenTrade = trade;
        redraw();
    }

    /** Looks at one trade from close by, a few times its own length, and marks it; -1 marks none. */
    public void lookAtTrade(int trade) {
        chosenTrade = trade;
        CandleView now = view;
        if (now != null && trade >= 0 && trade < trades.size()) {
            TradeMark t = trades.get(trade);
            double span = Math.max(t.exit() - t.entry(), now.candleMillis()) * 4;
            look(now.all().zoom(span / now.wholeSpan(), now.from()).around((t.entry() + t.exit()) / 2.0));
        }
        redraw();
    }

    public void zoomIn() {
        zoom(0.7);
    }

    public void zoomOut() {
        zoom(1 / 0.7);
    }

    /** The whole series again. */
    public void zoomAll() {
        if (view != null) {
            look(view.all());
        }
    }

    private void zoom(double factor) {
        if (view != null) {
            look(view.zoom(factor, (view.from() + view.to()) / 2));
        }
    }

    private void look(CandleView wanted) {
        if (!wanted.equals(view)) {
            view = wanted;
            onLook.accept(Instant.ofEpochMilli((long) wanted.from()), Instant.ofEpochMilli((long) wanted.to()));
            redraw();
        }
    }

    private void onScroll(ScrollEvent e) {
        if (view == null || e.getDeltaY() == 0 && e.getDeltaX() == 0) {
            return;
        }
        if (Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
            look(view.pan(-e.getDeltaX() * view.span() / getWidth()));
        } else {
            look(view.zoom(Math.pow(0.998, e.getDeltaY()), times.value(e.getX())));
        }
        e.consume();
    }

    private void onPress(MouseEvent e) {
        dragX = e.getX();
        if (e.getClickCount() == 2 && view != null) {
            look(view.all());
        }
    }

    private void onDrag(MouseEvent e) {
        if (view != null && !Double.isNaN(dragX)) {
            look(view.pan(times.value(dragX) - times.value(e.getX())));
            dragX = e.getX();
        }
    }

    private void onViewKey(KeyEvent e) {
        CandleView now = view;
        if (now == null) {
            return;
        }
        KeyCode code = e.getCode();
        if (code == KeyCode.PLUS || code == KeyCode.ADD || code == KeyCode.EQUALS) {
            zoomIn();
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            zoomOut();
        } else if (code == KeyCode.HOME) {
            zoomAll();
        } else if (e.isShortcutDown() && code == KeyCode.LEFT) {
            look(now.pan(-now.span() / 5));
        } else if (e.isShortcutDown() && code == KeyCode.RIGHT) {
            look(now.pan(now.span() / 5));
        } else {
            return;
        }
        e.consume();
    }

    @Override
    void draw(GraphicsContext g, double width, double height) {
        CandleColumns c = columns;
        CandleView v = view;
        if (c == null || v == null) {
            text(g, text(), TextAlignment.CENTER, texts.empty(), width / 2, height / 2);
            return;
        }
        int from = v.firstIn(c);
        int end = v.endIn(c);
        double floor = height - FOOT;
        double volumeTop = TOP + (floor - TOP) * 0.8;
        double[] range = painter.range(c, from, end);
        Scale rough = new Scale(range[0], range[1], volumeTop - 8, TOP + 6);
        NumberTicks marks = NumberTicks.between(rough.min(), rough.max(), (int) Math.max(2, (volumeTop - TOP) / 46));
        double right = width - painter.axisWidth(marks);
        times = new Scale(v.from(), v.to(), 0, right);
        prices = rough;

        for (double mark : marks.values()) {
            hairline(g, grid(), 0, prices.pixel(mark), right, prices.pixel(mark));
            // The tag of the last price is drawn over the axis there.
            if (Math.abs(prices.pixel(mark) - prices.pixel(c.close()[c.close().length - 1])) > 16) {
                text(
                        g,
                        text(),
                        TextAlignment.LEFT,
                        marks.label(mark, Locale.getDefault()),
                        right + 6,
                        prices.pixel(mark) + 4);
            }
        }
        TimeTicks days = TimeTicks.between(
                Instant.ofEpochMilli((long) v.from()),
                Instant.ofEpochMilli((long) v.to()),
                (int) Math.max(2, right / 90),
                zone(c.clock()),
                Locale.getDefault());
        for (TimeTicks.Tick day : days.ticks()) {
            double x = times.pixel(day.time().toEpochMilli());
            hairline(g, grid(), x, TOP, x, floor);
            double half = widthOf(day.label()) / 2;
            if (x - half >= 0 && x + half <= width) {
                text(g, text(), TextAlignment.CENTER, day.label(), x, height - 7);
            }
        }
        hairline(g, grid(), 0, floor, width, floor);
        painter.candles(g, c, new CandlePainter.Area(times, prices, from, end, volumeTop + 4, floor, right));
        g.save();
        g.beginPath();
        g.rect(0, TOP, right, volumeTop - TOP + 4);
        g.clip();
        tradePainter.paint(g, trades, chosenTrade, times, prices);
        g.restore();
        painter.lastPrice(g, c, prices, right, width, texts);
        if (pointed < 0) {
            text(g, text(), TextAlignment.LEFT, fitting(texts.heading(c.candlesPerPoint()), " · ", width - 12), 6, 15);
        }
    }

    @Override
    void drawPointer(GraphicsContext g, double width, double height) {
        CandleColumns c = columns;
        if (c == null || pointed < 0 || pointed >= c.time().length) {
            return;
        }
        double bar = c.timeframe().millis() * (double) c.candlesPerPoint();
        double x = times.pixel(c.time()[pointed] + bar / 2);
        Instant time = Instant.ofEpochMilli(c.time()[pointed]);
        // The heading under the overlay gives way to the candle's figures.
        g.setFill(labelFill());
        g.fillRect(1, 1, width - 2, TOP - 4);
        text(
                g,
                label(),
                TextAlignment.LEFT,
                fitting(
                        texts.candle(
                                c.clock(),
                                time,
                                c.open()[pointed],
                                c.high()[pointed],
                                c.low()[pointed],
                                c.close()[pointed],
                                c.volume()[pointed]),
                        "   ",
                        width - 12),
                6,
                15);
        double right = times.pixelAtMax();
        hairline(g, text(), x, TOP, x, height - FOOT);
        String words = fitting(texts.time(time), " · ", right - 12);
        double half = widthOf(words) / 2 + 6;
        tag(g, words, Math.max(half, Math.min(x, right - half)), height - FOOT + 1, true);
        if (!Double.isNaN(pointerY) && pointerY > TOP && pointerY < prices.pixelAtMin()) {
            hairline(g, text(), 0, pointerY, right, pointerY);
            tag(g, texts.price(prices.value(pointerY)), right + 2, pointerY - 9, false);
        }
    }

    /** A series with a zone of its own is read by its exchange's clock, others by the reader's. */
    private static ZoneId zone(SeriesClock clock) {
        return clock.zone() instanceof ZoneOffset ? ZoneId.systemDefault() : clock.zone();
    }

    /** As many of its parts as there is room for, the first at least. */
    private static String fitting(String words, String between, double room) {
        String fitting = words;
        for (int end = fitting.lastIndexOf(between);
                end > 0 && widthOf(fitting) > room;
                end = fitting.lastIndexOf(between)) {
            fitting = fitting.substring(0, end);
        }
        return fitting;
    }

    private void tag(GraphicsContext g, String words, double x, double top, boolean centred) {
        double w = widthOf(words) + 10;
        double left = centred ? x - w / 2 : x;
        g.setFill(labelFill());
        g.fillRoundRect(left, top, w, 18, 4, 4);
        g.setStroke(text());
        g.setLineWidth(1);
        g.strokeRoundRect(Math.floor(left) + 0.5, Math.floor(top) + 0.5, Math.floor(w) - 1, 17, 4, 4);
        text(g, label(), TextAlignment.LEFT, words, left + 5, top + 13);
    }

    @Override
    void point(double x, double y) {
        CandleColumns c = columns;
        pointerY = y;
        if (c == null || view == null || Double.isNaN(x) || x > times.pixelAtMax()) {
            pointed = -1;
        } else {
            long time = (long) times.value(x);
            int at = java.util.Arrays.binarySearch(c.time(), time);
            pointed = at >= 0 ? at : Math.max(0, -at - 2);
        }
        redrawPointer();
    }

    @Override
    void pointNext(int direction) {
        if (columns == null || view == null) {
            return;
        }
        int first = view.firstIn(columns);
        int last = view.endIn(columns) - 1;
        pointed = pointed < 0 ? last : Math.max(first, Math.min(last, pointed + direction));
        pointerY = Double.NaN;
        redrawPointer();
    }
}
