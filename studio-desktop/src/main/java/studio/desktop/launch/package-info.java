/**
 * Where desktop, terminal and server are put together. Way in: {@link studio.desktop.launch.Main}. The only package that
 * knows both the desktop's and the server's classes.
 */
@NullMarked
package studio.desktop.launch;

import org.jspecify.annotations.NullMarked;
