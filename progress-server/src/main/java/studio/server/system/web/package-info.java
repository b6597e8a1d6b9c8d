/** Health, version and the OpenAPI document over HTTP. */
@NullMarked
package studio.server.system.web;

import org.jspecify.annotations.NullMarked;
