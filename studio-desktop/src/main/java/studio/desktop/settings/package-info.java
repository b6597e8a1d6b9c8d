/**
 * What the app remembers, and the page that changes it. Way in: {@link studio.desktop.settings.SettingsStore}, {@link
 * studio.desktop.settings.Settings}.
 */
@NullMarked
package studio.desktop.settings;

import org.jspecify.annotations.NullMarked;
