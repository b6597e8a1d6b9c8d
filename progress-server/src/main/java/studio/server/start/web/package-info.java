/** Start, re-run and preflight over HTTP. */
@NullMarked
package studio.server.start.web;

import org.jspecify.annotations.NullMarked;
