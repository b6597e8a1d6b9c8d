/** Who may ask the server what: tokens and their roles. Way in: {@link studio.server.security.TokenService}. */
@NullMarked
package studio.server.security;

import org.jspecify.annotations.NullMarked;
