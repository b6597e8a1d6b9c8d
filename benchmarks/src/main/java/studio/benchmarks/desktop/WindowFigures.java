package studio.benchmarks.desktop;

import static studio.benchmarks.desktop.DrivenWindow.await;
import static studio.benchmarks.desktop.DrivenWindow.awaitToolkit;
import static studio.benchmarks.desktop.DrivenWindow.call;
import static studio.benchmarks.desktop.DrivenWindow.escape;
import static studio.benchmarks.desktop.DrivenWindow.isShown;
import static studio.benchmarks.desktop.DrivenWindow.isUsable;
import static studio.benchmarks.desktop.DrivenWindow.node;
import static studio.benchmarks.desktop.DrivenWindow.onFx;
import static studio.benchmarks.desktop.DrivenWindow.press;
import static studio.benchmarks.desktop.DrivenWindow.pulse;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.desktop.app.StudioApplication;
import studio.desktop.client.TrainingClient;
import studio.desktop.context.DesktopContext;
import studio.desktop.fx.FxThread;
import studio.model.job.JobStatus;
import studio.model.progress.ProgressSnapshot;

/** Drives the real window from outside, as its user would. */
public final class WindowFigures {
    /** The compiler that {@code ./studio} gives the window. */
    static final String AS_STARTED = "-XX:TieredStopAtLevel=1";

    private static final List<String> SCREENLESS =
            List.of("glass.platform", "prism.order", "java.awt.headless", "logback.statusListenerClass");

    private static final int OPENINGS = 9;
    private static final int SCROLL_PULSES = 600;
    private static final int REST_SECONDS = 4;
    private static final int UPDATES_A_SECOND = 20;
    private static final int TRIALS_AN_UPDATE = 5;
    private static final int MODAL_SECONDS = 10;
    private static final int WARM_CYCLES = 60;
    private static final double[] HEAP_AFTER = {0.15, 0.3, 0.6, 1};

    private final BenchWindow window;
    private final String jobId;

    /**
     * Arguments: the server's address, a finished job, how often modal and results are opened and closed, and what to
     * measure: {@code preview} or {@code window}.
     */
    public static void main(String[] args) throws Exception {
        new WindowFigures(URI.create(args[0]), args[1]).measure(Integer.parseInt(args[2]), args[3]);
        System.exit(0);
    }

    /** As {@code ./studio} has it: neither the server's compiler nor its garbage is the window's. */
    static void inItsOwnProcess(URI server, String jobId, int cycles, String part)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(AS_STARTED);
        for (String name : SCREENLESS) {
            command.add("-D" + name + "=" + System.getProperty(name, ""));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WindowFigures.class.getName()));
        command.addAll(List.of(server.toString(), jobId, Integer.toString(cycles), part));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("the window's process ended with " + exit);
        }
    }

    private WindowFigures(URI server, String jobId) {
        this.window = new BenchWindow(server);
        this.jobId = jobId;
    }

    void measure(int cycles, String part) throws Exception {
        System.setProperty("monocle.platform", "Metered");
        Thread app = new Thread(() -> StudioApplication.launchWith(window.start()), "app");
        app.setDaemon(true);
        app.start();
        awaitToolkit();
        await(() -> Window.getWindows().size() == 1 && isUsable("train"));
        if (part.equals("preview")) {
            PreviewFigures.measure();
            return;
        }
        rest();
        opening();
        scrolling();
        modal();
        cycles(cycles);
    }

    /** The seconds that the analyst looks at the Studio page before going elsewhere. */
    private static void rest() throws Exception {
        TaskMeter meter = new TaskMeter();
        CountDownLatch over = new CountDownLatch(1);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.schedule(over::countDown, REST_SECONDS, TimeUnit.SECONDS);
        over.await();
        clock.shutdownNow();
        System.out.println("the " + REST_SECONDS + " s after the window became usable: " + call(meter::told));
    }

    private void opening() throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < OPENINGS; i++) {
            press("railSettings");
            Object stale = call(WindowFigures::firstRow);
            long before = System.nanoTime();
            press("railHistory");
            if (i == 0) {
                await(() -> rows() > 0);
            } else {
                // Rows of the last time stand there at once; what is measured is that fresh ones have come and are
                // drawn.
                await(() -> rows() > 0 && firstRow() != stale);
            }
            pulse();
            millis.add((System.nanoTime() - before) / 1e6);
        }
        System.out.printf(
                "opening History to first rows: first time %.0f ms, then median %.0f ms%n",
                millis.get(0), median(millis.subList(1, OPENINGS)));
    }

    private void scrolling() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger pulses = new AtomicInteger();
        TaskMeter meter = new TaskMeter();
        onFx(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                TableView<?> table = (TableView<?>) node("table");
                int at = pulses.incrementAndGet() * 7;
                table.scrollTo(Math.min(at, table.getItems().size() - 1));
                if (pulses.get() >= SCROLL_PULSES) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        done.await();
        String told = call(meter::told);
        System.out.println(
                "scrolling History, " + SCROLL_PULSES + " pulses, " + call(this::rows) + " rows loaded: " + told);
    }

    private void modal() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
        TrainingClient client = context().client();
        ProgressSnapshot base = client.progress(jobId);
        window.feedBy((ids, listener) -> {
            var ticking = ticks.scheduleAtFixedRate(
                    () -> {
                        ProgressSnapshot next = running(base, sent.incrementAndGet());
                        FxThread.run(() -> listener.onSnapshot(next));
                    },
                    0,
                    1_000 / UPDATES_A_SECOND,
                    TimeUnit.MILLISECONDS);
            return () -> ticking.cancel(false);
        });
        // The chart grows as it does while a job runs.
        window.doleTrials(TRIALS_AN_UPDATE);
        onFx(() -> context().navigation().openProgress(jobId));
        await(() -> isShown("overallBar"));
        CountDownLatch over = new CountDownLatch(1);
        TaskMeter meter = new TaskMeter();
        ticks.schedule(over::countDown, MODAL_SECONDS, TimeUnit.SECONDS);
        over.await();
        String told = call(meter::told);
        ticks.shutdownNow();
        window.doleTrials(0);
        escape();
        System.out.println("modal at " + UPDATES_A_SECOND + " updates a second for " + MODAL_SECONDS + " s: " + told);
    }

    /** The same job as it would be told while it runs. */
    private static ProgressSnapshot running(ProgressSnapshot s, int n) {
        int trials = Math.min(1_000, n * TRIALS_AN_UPDATE);
        return new ProgressSnapshot(
                s.jobId(),
                25 + trials * 0.05,
                s.currentStep(),
                2,
                4,
                trials / 10.0,
                Map.of("optimizer", "random", "n_calls", 1_000),
                s.startedAt(),
                Instant.now(),
                Instant.now().plusSeconds(60),
                trials,
                1_000,
                s.bestScore(),
                n % 100 / 50.0,
                s.bestParams(),
                false,
                null,
                JobStatus.RUNNING,
                "Optimizing... " + trials,
                s.steps(),
                Instant.now().plusSeconds(50),
                Instant.now().plusSeconds(80),
                n / 20.0,
                100.0,
                n % 7,
                0,
                null,
                1,
                s.version() + n);
    }

    private void cycles(int count) throws Exception {
        ProgressSnapshot ended = context().client().progress(jobId);
        window.feedBy((ids, listener) -> {
            FxThread.later(() -> listener.onSnapshot(ended));
            return () -> {};
        });
        for (int i = 0; i < WARM_CYCLES; i++) {
            cycle();
        }
        long before = HeapMeter.used();
        int classesBefore = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        System.out.printf("heap before open-close cycles of modal and results: %.1f MB%n", before / 1e6);
        int done = 0;
        for (double share : HEAP_AFTER) {
            for (; done < Math.round(count * share); done++) {
                cycle();
            }
            long after = HeapMeter.used();
            System.out.printf(
                    "heap after %d cycles: %.1f MB (%+.1f MB, %d classes more)%n",
                    done,
                    after / 1e6,
                    (after - before) / 1e6,
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classesBefore);
        }
    }

    private void cycle() throws Exception {
        onFx(() -> context().navigation().openProgress(jobId));
        await(() -> isShown("overallBar"));
        escape();
        onFx(() -> context().navigation().openResults(jobId));
        await(() -> isShown("equityChart"));
        onFx(() -> context().navigation().openHistory());
        await(() -> isShown("table"));
    }

    private DesktopContext context() {
        return java.util.Objects.requireNonNull(window.context(), "the window is not there yet");
    }

    private static @Nullable Object firstRow() {
        return node("table") instanceof TableView<?> table && !table.getItems().isEmpty()
                ? table.getItems().get(0)
                : null;
    }

    private int rows() {
        return node("table") instanceof TableView<?> table ? table.getItems().size() : 0;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
