package studio.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.server.security.TokenService;
import studio.server.security.web.Guard;
import studio.server.security.web.HostNames;

/** Where the server listens, and what it asks of those who come. */
final class ListenRules {
    private static final Logger LOG = LoggerFactory.getLogger(ListenRules.class);

    private final ServerOptions options;
    private final boolean tokensWanted;
    private final boolean loopback;

    /** @throws ServerStartException when the host is no address of this machine's knowledge */
    ListenRules(ServerOptions options) {
        this.options = options;
        this.loopback = isLoopback(options.host());
        this.tokensWanted = !loopback || options.security().requireToken();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException e) {
            throw new ServerStartException("The address " + host + " is not known on this machine.", e);
        }
    }

    /** Beyond this machine nobody gets in without a token, so a server without one is of no use but to intruders. */
    void requireTokens(TokenService tokens) {
        if (!tokensWanted) {
            return;
        }
        if (!tokens.anyGood()) {
            throw new ServerStartException(
                    "Listening on " + options.host() + " would let nobody in, since there is no token that is good"
                            + " yet. Make one with: ./studio token create NAME --role analyst"
                            + " (and the same --db or --data-dir).",
                    null);
        }
        if (!loopback && !options.security().tls()) {
            LOG.warn(
                    "tokens travel unprotected on {}: give --tls-cert and --tls-key, or let a proxy speak TLS for this"
                            + " server",
                    options.host());
        }
    }

    Guard guard(TokenService tokens) {
        List<String> more = options.security().allowedHosts();
        if (!tokensWanted) {
            return new Guard(HostNames.loopback(options.host(), more), null);
        }
        return new Guard(HostNames.guardedByTokens(more), tokens);
    }

    /** What to call the server by; an IPv6 address stands in brackets in a URL. */
    URI address(int port) {
        String host = options.host();
        return URI.create((options.security().tls() ? "https://" : "http://")
                + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
