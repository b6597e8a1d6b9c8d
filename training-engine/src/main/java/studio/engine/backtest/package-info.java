/** The backtest rules: fills, costs, exits, equity. Way in: {@link studio.engine.backtest.Backtest}. */
@NullMarked
package studio.engine.backtest;

import org.jspecify.annotations.NullMarked;
