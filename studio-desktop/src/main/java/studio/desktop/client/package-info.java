/** The server as desktop and terminal see it; the only place that knows OkHttp. Way in: {@link studio.desktop.client.TrainingClient}. */
@NullMarked
package studio.desktop.client;

import org.jspecify.annotations.NullMarked;
