/** Health, version and preflight of the server. */
@NullMarked
package studio.model.system;

import org.jspecify.annotations.NullMarked;
