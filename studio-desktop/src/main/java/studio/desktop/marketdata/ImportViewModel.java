package studio.desktop.marketdata;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.desktop.client.MarketDataClient.Upload;
import studio.desktop.client.SeriesGuess;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Texts;
import studio.model.market.ImportChoices;
import studio.model.market.ImportPreview;
import studio.model.market.ImportReport;
import studio.model.market.MarketCalendar;
import studio.model.market.Timeframe;

/** One file on its way in: chosen, previewed, imported. For the FX thread. */
final class ImportViewModel {
    private static final Duration TICK = Duration.ofMillis(200);

    /** How far the file is. */
    enum Stage {
        NONE,
        CHOSEN,
        READING,
        PREVIEWED,
        IMPORTING,
        DONE
    }

    private final DesktopContext context;
    private final Runnable onImported;
    private final StringProperty exchange = new SimpleStringProperty("");
    private final StringProperty symbol = new SimpleStringProperty("");
    private final StringProperty timeframe = new SimpleStringProperty("");
    private final StringProperty calendar = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private String taskId = "";
    private @Nullable Ticket call;
    private @Nullable Ticket tick;

    ImportViewModel(DesktopContext context, Runnable onImported) {
        this.context = context;
        this.onImported = onImported;
        exchange.addListener((o, was, is) -> outdated());
        symbol.addListener((o, was, is) -> outdated());
        timeframe.addListener((o, was, is) -> outdated());
    }

    StringProperty exchange() {
        return exchange;
    }

    StringProperty symbol() {
        return symbol;
    }

    StringProperty timeframe() {
        return timeframe;
    }

    /** A calendar's wire name; empty leaves it to the exchange's name. */
    StringProperty calendar() {
        return calendar;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ImportPreview> preview() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ImportReport> report() {
        return report.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Share of the file that is on its way, 0..1; -1 once all of it is and the server works on. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Takes a file; its name may tell the series, and then it is read at once. */
    void choose(Path chosen) {
        close();
        file.set(chosen);
        SeriesGuess guess = SeriesGuess.of(String.valueOf(chosen.getFileName()));
        exchange.set(guess.exchange());
        symbol.set(guess.symbol());
        timeframe.set(guess.timeframe());
        stage.set(Stage.CHOSEN);
        if (isNamed()) {
            read();
        }
    }

    /** Names that differ from those of the preview make it one of another series. */
    private void outdated() {
        if (stage.get() == Stage.PREVIEWED) {
            preview.set(null);
            stage.set(Stage.CHOSEN);
        }
    }

    private boolean isNamed() {
        return !exchange.get().isBlank()
                && !symbol.get().isBlank()
                && Timeframe.find(timeframe.get()).isPresent();
    }

    /** Asks how the file is understood. */
    void read() {
        Optional<Upload> upload = upload(new AtomicLong());
        if (upload.isEmpty()) {
            return;
        }
        stage.set(Stage.READING);
        call = context.background()
                .call(() -> context.client().marketData().preview(upload.get()))
                .onSuccess(read -> {
                    preview.set(read);
                    stage.set(Stage.PREVIEWED);
                })
                .onError(e -> fail(e, Stage.CHOSEN))
                .start();
    }

    /** Sends the file to be stored. */
    void take() {
        AtomicLong sent = new AtomicLong();
        taskId = UUID.randomUUID().toString().replace("-", "");
        Optional<Upload> upload = upload(sent);
        if (upload.isEmpty()) {
            return;
        }
        stage.set(Stage.IMPORTING);
        watch(sent, upload.get().length());
        call = context.background()
                .call(() -> context.client().marketData().importFile(upload.get()))
                .onSuccess(done -> {
                    report.set(done);
                    stage.set(Stage.DONE);
                })
                .onError(e -> fail(e, Stage.PREVIEWED))
                .andFinally(() -> {
                    cancel(tick);
                    onImported.run();
                })
                .start();
    }

    private void watch(AtomicLong sent, long length) {
        if (stage.get() != Stage.IMPORTING) {
            return;
        }
        double share = length <= 0 ? 1 : (double) sent.get() / length;
        progress.set(share >= 1 ? -1 : share);
        tick = context.delay().after(TICK, () -> watch(sent, length));
    }

    /** Asks the server to stop; nothing is stored then. */
    void cancelImport() {
        context.background()
                .call(() -> context.client().marketData().cancelTask(taskId))
                .onError(e -> problem.set(Failures.sentence(e)))
                .start();
    }

    private Optional<Upload> upload(AtomicLong sent) {
        problem.set("");
        Path path = file.get();
        if (path == null) {
            return Optional.empty();
        }
        if (!isNamed()) {
            problem.set(Texts.get("marketdata.import.unnamed"));
            return Optional.empty();
        }
        try {
            return Optional.of(new Upload(
                    exchange.get().strip(),
                    symbol.get().strip(),
                    Timeframe.of(timeframe.get()),
                    MarketCalendar.find(calendar.get()).orElse(null),
                    ImportChoices.NONE,
                    taskId.isEmpty() ? null : taskId,
                    () -> new BufferedInputStream(Files.newInputStream(path)),
                    Files.size(path),
                    sent::set));
        } catch (IOException e) {
            problem.set(Texts.get("marketdata.import.unreadable", path));
            return Optional.empty();
        }
    }

    private void fail(Exception e, Stage back) {
        problem.set(Failures.sentence(e));
        stage.set(back);
    }

    /** Writes the rejected rows of the import to a file. */
    void saveRejections(Path target) {
        ImportReport done = report.get();
        if (done == null || done.taskId() == null) {
            return;
        }
        String id = done.taskId();
        context.background()
                .call(() ->
                        Files.writeString(target, context.client().marketData().rejections(id)))
                .onSuccess(written -> context.navigation().tell(Texts.get("marketdata.import.saved", written)))
                .onError(e -> problem.set(Failures.sentence(e)))
                .start();
    }

    /** Lets go of the file; an import that is under way goes on, and stands among the tasks. */
    void close() {
        cancel(call);
        cancel(tick);
        taskId = "";
        file.set(null);
        preview.set(null);
        report.set(null);
        problem.set("");
        progress.set(0);
        stage.set(Stage.NONE);
    }

    private static void cancel(@Nullable Ticket ticket) {
        if (ticket != null) {
            ticket.cancel();
        }
    }
}
