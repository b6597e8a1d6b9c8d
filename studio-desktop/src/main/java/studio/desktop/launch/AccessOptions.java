package studio.desktop.launch;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.server.security.SecurityOptions;

/** Who is let in, and how the connection is kept from listeners. */
final class AccessOptions {
    @Option(
            names = "--require-token",
            description = "Demand tokens on loopback too, as behind a proxy. Beyond loopback they always are.")
    private boolean requireToken;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "Another name that requests and web pages may call this server by; may be repeated.")
    private List<String> hosts = List.of();

    @Option(names = "--tls-cert", paramLabel = "FILE", description = "Certificate and chain (PEM): serve https.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The certificate's key (PEM, PKCS #8, no password).")
    private @Nullable Path privateKey;

    /** Throws {@code IllegalArgumentException} when one of the two files is missing. */
    SecurityOptions toOptions() {
        return new SecurityOptions(requireToken, hosts, certificate, privateKey);
    }
}
