/**
 * Market data that a new embedded database begins with: real candles from a Maven artifact, and a simulated year. Way
 * in: {@link studio.server.sample.SampleData}.
 */
@NullMarked
package studio.server.sample;

import org.jspecify.annotations.NullMarked;
