/** What every route shares: answers, problems, readers of bodies and queries, tags, idempotency. Way in: {@link studio.server.shared.web.Routes}. */
@NullMarked
package studio.server.shared.web;

import org.jspecify.annotations.NullMarked;
