package studio.desktop.app;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import studio.desktop.settings.SettingsStore;
import studio.desktop.studio.RequestCheck;

/**
 * What the launcher gives the window.
 *
 * @param workers run blocking calls; owned by the launcher
 * @param onExit called once the window has closed
 */
public record DesktopStart(
        Connector connector,
        SettingsStore store,
        Executor workers,
        InstantSource clock,
        RequestCheck rules,
        Screens screens,
        DesktopSignals signals,
        Runnable onExit) {}
