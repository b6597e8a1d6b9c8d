/** Saved configurations over HTTP. */
@NullMarked
package studio.server.configuration.web;

import org.jspecify.annotations.NullMarked;
