/**
 * The window: start view, rail, status line, banner, modals, theme, shortcuts. Way in: {@link
 * studio.desktop.app.StudioApplication#launchWith}.
 */
@NullMarked
package studio.desktop.app;

import org.jspecify.annotations.NullMarked;
