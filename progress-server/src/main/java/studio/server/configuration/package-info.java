/** Saved configurations. Way in: {@link studio.server.configuration.ConfigurationService}. */
@NullMarked
package studio.server.configuration;

import org.jspecify.annotations.NullMarked;
