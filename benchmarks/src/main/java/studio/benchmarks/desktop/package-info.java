/**
 * How quick and how steady the window is, headless and drawn in software, against a real server with a long history. Way
 * in: {@link studio.benchmarks.desktop.DesktopFigures}.
 */
@NullMarked
package studio.benchmarks.desktop;

import org.jspecify.annotations.NullMarked;
