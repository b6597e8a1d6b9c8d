/**
 * The Studio page: the form, the chosen candles, the preflight and Train Strategy. Way in: {@link
 * studio.desktop.studio.StudioController}.
 */
@NullMarked
package studio.desktop.studio;

import org.jspecify.annotations.NullMarked;
