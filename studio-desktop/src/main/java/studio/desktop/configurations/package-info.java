/**
 * What trainings have saved: the configurations that an analyst takes away. Way in: {@link
 * studio.desktop.configurations.ConfigurationsController}.
 */
@NullMarked
package studio.desktop.configurations;

import org.jspecify.annotations.NullMarked;
