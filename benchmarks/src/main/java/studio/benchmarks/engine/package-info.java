/** How many candles a second a backtest takes in. Way in: {@link studio.benchmarks.engine.EngineTable}. */
@NullMarked
package studio.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
