package studio.desktop.app;

import java.util.OptionalInt;

/** What the desktop around the window can show. Calls come from any thread but the FX thread; what it cannot do, it leaves. */
public interface DesktopSignals {

    /** A notification of the desktop, seen also while the window is not. */
    void notify(String title, String words);

    /** Progress on the window's place in the taskbar, 0..100; empty takes it away. */
    void progress(OptionalInt percent);

    /** A desktop that can show nothing. */
    static DesktopSignals none() {
        return new DesktopSignals() {
            @Override
            public void notify(String title, String words) {}

            @Override
            public void progress(OptionalInt percent) {}
        };
    }
}
