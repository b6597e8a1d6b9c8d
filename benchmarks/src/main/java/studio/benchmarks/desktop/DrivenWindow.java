package studio.benchmarks.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import studio.desktop.fx.FxThread;

/** The one window there is, driven from a thread that is not its own; looking at nodes is for its own. */
final class DrivenWindow {
    private DrivenWindow() {}

    static void awaitToolkit() throws InterruptedException, ExecutionException {
        while (true) {
            try {
                onFx(() -> {});
                return;
            } catch (IllegalStateException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static Scene scene() {
        return Window.getWindows().get(0).getScene();
    }

    static Node node(String id) {
        return scene().getRoot().lookup("#" + id);
    }

    static boolean isShown(String id) {
        Node node = node(id);
        return node != null && node.isVisible();
    }

    static boolean isUsable(String id) {
        return isShown(id) && !node(id).isDisabled();
    }

    static void press(String id) throws InterruptedException, ExecutionException {
        onFx(() -> ((ToggleButton) node(id)).fire());
    }

    static void escape() throws InterruptedException, ExecutionException {
        onFx(() -> Event.fireEvent(
                node("overlay"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
    }

    static void onFx(Runnable action) throws InterruptedException, ExecutionException {
        FutureTask<Void> task = new FutureTask<>(action, null);
        FxThread.later(task);
        task.get();
    }

    static <T> T call(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        FxThread.later(task);
        return task.get();
    }

    static void await(BooleanSupplier condition) throws InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not come about within a minute");
            }
        }
    }

    /** Returns once a whole frame has been laid out. */
    static void pulse() throws InterruptedException, ExecutionException {
        CountDownLatch laidOut = new CountDownLatch(1);
        onFx(() -> {
            Scene scene = scene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.countDown();
                }
            });
            scene.getRoot().requestLayout();
            Platform.requestNextPulse();
        });
        laidOut.await();
    }

    /** Frames over the whole window: the renderer lets go of pictures of nodes that are gone only while it draws. */
    static void draw() throws InterruptedException, ExecutionException {
        for (double opacity : new double[] {0.99, 1}) {
            onFx(() -> scene().getRoot().setOpacity(opacity));
            pulse();
        }
    }
}
