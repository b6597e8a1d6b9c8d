/** Strategies that analysts bring as jars. Way in: {@link studio.server.plugin.Plugins}. */
@NullMarked
package studio.server.plugin;

import org.jspecify.annotations.NullMarked;
