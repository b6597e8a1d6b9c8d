/** What each published figure was measured with. */
@NullMarked
package studio.benchmarks;

import org.jspecify.annotations.NullMarked;
