package studio.desktop.results;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import studio.desktop.chart.ChartFrame;
import studio.desktop.context.DesktopContext;
import studio.desktop.context.Failures;
import studio.desktop.fx.Background.Ticket;
import studio.desktop.fx.Texts;

/** Asks where a file is to go and writes it in the background; says where it went, or why it could not. FX thread only. */
public final class FileExport {
    private final DesktopContext context;
    private final FileChoice files;
    private final Consumer<String> onProblem;
    private final List<Ticket> calls = new ArrayList<>();

    /** {@code onProblem} hears the sentence that says why nothing was written. */
    public FileExport(DesktopContext context, FileChoice files, Consumer<String> onProblem) {
        this.context = context;
        this.files = files;
        this.onProblem = onProblem;
    }

    /** What is written is made in the background too, once a place has been chosen. */
    public void write(Window over, String name, Callable<byte[]> content) {
        files.choose(over, name)
                .ifPresent(file -> calls.add(context.background()
                        .call(() -> written(file, content.call()))
                        .onSuccess(done -> context.navigation().tell(Texts.get("results.exported", file)))
                        .onError(e -> onProblem.accept(Texts.get("results.export.failed", file, reason(e))))
                        .start()));
    }

    /** Lets the frames' buttons save their charts as PNG. */
    public void pictures(ChartFrame... frames) {
        for (ChartFrame frame : frames) {
            frame.onSave(this::picture);
        }
    }

    private void picture(ChartFrame frame) {
        // The picture is taken now, on this thread; turning it into a file is not.
        BufferedImage image = SwingFXUtils.fromFXImage(frame.picture(), null);
        write(frame.getScene().getWindow(), frame.getFileName() + ".png", () -> png(image));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Path written(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof UncheckedIOException ? String.valueOf(e.getMessage()) : Failures.sentence(e);
    }

    /** Lets go of what is under way: files are still written, but nobody hears of it. */
    public void letGo() {
        calls.forEach(Ticket::cancel);
        calls.clear();
    }
}
