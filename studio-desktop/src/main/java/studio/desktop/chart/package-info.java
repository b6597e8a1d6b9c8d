/**
 * Small canvas charts: scores as they come, equity with its drawdown. What to draw is decided in classes without a
 * toolkit; the nodes only paint. Way in: {@link studio.desktop.chart.ScoreChart}, {@link
 * studio.desktop.chart.EquityChart}.
 */
@NullMarked
package studio.desktop.chart;

import org.jspecify.annotations.NullMarked;
