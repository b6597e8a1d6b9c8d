package studio.desktop.context;

import java.time.InstantSource;
import studio.desktop.client.TrainingClient;
import studio.desktop.fx.Background;
import studio.desktop.fx.Debounce;
import studio.desktop.fx.Formats;
import studio.desktop.settings.Settings;

/** What every page is built from; made once by the app shell. */
public record DesktopContext(
        TrainingClient client,
        Background background,
        Debounce.Delay delay,
        Settings settings,
        Formats formats,
        InstantSource clock,
        Navigation navigation) {}
