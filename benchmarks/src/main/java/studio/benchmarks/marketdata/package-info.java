/** What importing and reading candles is measured with. */
@NullMarked
package studio.benchmarks.marketdata;

import org.jspecify.annotations.NullMarked;
