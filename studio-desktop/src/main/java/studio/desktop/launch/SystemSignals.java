package studio.desktop.launch;

import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.Taskbar;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.desktop.app.DesktopSignals;

/**
 * The desktop around the window: {@code notify-send} on Linux, where few desktops still have a tray, else the tray; the
 * taskbar where Java reaches it. What is missing is left out, since the window tells the same. Thread-safe.
 */
final class SystemSignals implements DesktopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(SystemSignals.class);

    private @Nullable TrayIcon trayIcon;

    @Override
    public synchronized void notify(String title, String words) {
        try {
            if (isLinux()) {
                notifySend(title, words);
            } else if (!GraphicsEnvironment.isHeadless() && SystemTray.isSupported()) {
                tray(title).displayMessage(title, words, TrayIcon.MessageType.INFO);
            }
        } catch (IOException | java.awt.AWTException | RuntimeException e) {
            LOG.debug("The desktop shows no notification; the window does", e);
        }
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static void notifySend(String title, String words) throws IOException {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            Path program = Path.of(folder, "notify-send");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                new ProcessBuilder(program.toString(), "--app-name=" + title, "--", title, words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return;
            }
        }
    }

    private TrayIcon tray(String title) throws java.awt.AWTException {
        TrayIcon icon = trayIcon;
        if (icon == null) {
            Image dot = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
            icon = new TrayIcon(dot, title);
            SystemTray.getSystemTray().add(icon);
            trayIcon = icon;
        }
        return icon;
    }

    @Override
    public synchronized void progress(OptionalInt percent) {
        // On Linux this would start a second toolkit for a launcher that hardly any desktop has.
        if (isLinux() || GraphicsEnvironment.isHeadless() || !Taskbar.isTaskbarSupported()) {
            return;
        }
        Taskbar taskbar = Taskbar.getTaskbar();
        if (taskbar.isSupported(Taskbar.Feature.PROGRESS_VALUE)) {
            taskbar.setProgressValue(percent.orElse(-1));
        }
    }
}
