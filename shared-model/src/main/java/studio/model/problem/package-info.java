/** Errors as RFC 9457 problem details. */
@NullMarked
package studio.model.problem;

import org.jspecify.annotations.NullMarked;
