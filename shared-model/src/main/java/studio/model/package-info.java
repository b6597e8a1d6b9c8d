/**
 * What client and server say to each other: records and enums, their validation, and one JSON mapping.
 *
 * <p>Records mirror the wire contract field by field; in JSON their names are snake_case and every field is always
 * present, {@code null} where it is not known.
 */
@NullMarked
package studio.model;

import org.jspecify.annotations.NullMarked;
