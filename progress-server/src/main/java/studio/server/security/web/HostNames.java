package studio.server.security.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a server may be asked. A page of another site that has its name resolve to this machine (DNS
 * rebinding) still sends that name in {@code Host}, and {@code Origin} tells whose page asks. Immutable.
 */
public final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
    private static final int LONGEST_SHOWN = 80;

    private final Set<String> allowed;
    private final boolean anyHost;

    private HostNames(Set<String> allowed, boolean anyHost) {
        this.allowed = allowed;
        this.anyHost = anyHost;
    }

    /** Of a server that only this machine reaches: its loopback names, the address that it listens on, and those given. */
    public static HostNames loopback(String address, List<String> more) {
        Set<String> names = new HashSet<>(LOOPBACK);
        names.add(bracketed(address));
        names.addAll(more);
        return new HostNames(Set.copyOf(names), false);
    }

    /** Of a server with tokens, which no foreign page has: every name will do; pages of this machine and those given may ask. */
    public static HostNames guardedByTokens(List<String> more) {
        return new HostNames(Set.copyOf(more), true);
    }

    /** @param header as it came; a request without one is refused */
    boolean allowsHost(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return false;
        }
        return anyHost || allowed.contains(name(header));
    }

    /** Programs send none; a page of a site that is not ours sends its own, or {@code null}. */
    boolean allowsOrigin(@Nullable String header) {
        if (header == null) {
            return true;
        }
        try {
            String host = new URI(header.strip()).getHost();
            return host != null && allowed.contains(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String name(String host) {
        return PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    private static String bracketed(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
    }

    /** What came, short enough to be repeated. */
    static String shown(@Nullable String header) {
        if (header == null) {
            return "(nothing)";
        }
        return "'" + (header.length() > LONGEST_SHOWN ? header.substring(0, LONGEST_SHOWN) + "…" : header) + "'";
    }
}
