/**
 * What screens are given by hand when the app is put together. Way in: {@link studio.desktop.context.DesktopContext}.
 */
@NullMarked
package studio.desktop.context;

import org.jspecify.annotations.NullMarked;
