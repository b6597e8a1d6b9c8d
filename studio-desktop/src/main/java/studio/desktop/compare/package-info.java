/**
 * Two to five trainings side by side. Way in: {@link studio.desktop.compare.ComparisonController}.
 */
@NullMarked
package studio.desktop.compare;

import org.jspecify.annotations.NullMarked;
