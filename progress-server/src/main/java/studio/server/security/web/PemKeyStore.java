package studio.server.security.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that certificate authorities hand out (PEM), as Java wants them. */
public final class PemKeyStore {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
    /** The key lies in memory only; the store's password protects nothing. */
    private static final char[] PASSWORD = "in memory".toCharArray();

    private PemKeyStore() {}

    /**
     * Reads certificate, chain and key.
     *
     * @throws IllegalArgumentException with a sentence that names the file and what is wrong with it
     */
    public static KeyStore read(Path certificate, Path privateKey) {
        Certificate[] chain = certificates(certificate);
        PrivateKey key = key(privateKey);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, PASSWORD, chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "The key in " + privateKey + " does not go with the certificate in " + certificate + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** The password of the store's one entry. */
    public static String password() {
        return new String(PASSWORD);
    }

    private static Certificate[] certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new IllegalArgumentException("The TLS certificate file " + file + " holds no certificate.");
            }
            return chain;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The TLS certificate file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalArgumentException("The TLS key file " + file + " cannot be read: " + e.getMessage(), e);
        }
        Matcher found = KEY.matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("The TLS key file " + file
                    + " holds no PKCS #8 key without a password. Make one of it by: openssl pkcs8 -topk8 -nocrypt -in OLD"
                    + " -out NEW");
        }
        PKCS8EncodedKeySpec bytes =
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(bytes);
            } catch (InvalidKeySpecException notOfThisKind) {
                // The next kind is tried; what is of none is told below.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has " + algorithm, e);
            }
        }
        throw new IllegalArgumentException(
                "The TLS key file " + file + " holds a key that is none of " + String.join(", ", ALGORITHMS) + ".");
    }
}
