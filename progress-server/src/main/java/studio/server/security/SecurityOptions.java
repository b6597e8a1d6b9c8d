package studio.server.security;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in, and how the connection is kept from listeners.
 *
 * @param requireToken demand tokens on loopback too, as behind a proxy that speaks for strangers; elsewhere they always are
 * @param allowedHosts names beside the own ones that a request's {@code Host} and {@code Origin} may carry, in lower case
 *     without port
 * @param certificate PEM file with the server's certificate and its chain; null for plain HTTP
 * @param privateKey PEM file with the certificate's PKCS #8 key, unencrypted; null exactly when there is no certificate
 */
public record SecurityOptions(
        boolean requireToken,
        List<String> allowedHosts,
        @Nullable Path certificate,
        @Nullable Path privateKey) {
    /** Plain HTTP, tokens where the address demands them. */
    public static final SecurityOptions STANDARD = new SecurityOptions(false, List.of(), null, null);

    public SecurityOptions {
        if ((certificate == null) != (privateKey == null)) {
            throw new IllegalArgumentException(
                    "TLS needs a certificate and its key: give --tls-cert and --tls-key together");
        }
        allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    public boolean tls() {
        return certificate != null;
    }
}
