/** Strategies over HTTP. */
@NullMarked
package studio.server.strategy.web;

import org.jspecify.annotations.NullMarked;
