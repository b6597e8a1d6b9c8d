/**
 * What every screen is built with: the hop to the FX thread, background calls, the text bundle, formats, FXML loading and
 * the style sheet. Way in: {@link studio.desktop.fx.Screen}, {@link studio.desktop.fx.Background}.
 */
@NullMarked
package studio.desktop.fx;

import org.jspecify.annotations.NullMarked;
