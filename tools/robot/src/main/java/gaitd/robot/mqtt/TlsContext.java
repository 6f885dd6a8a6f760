package gaitd.robot.mqtt;

import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Encrypted connections from certificates in PEM. Trusts those named in the file and nobody else. */
final class TlsContext {
    private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_ENDS = "-----END PRIVATE KEY-----";
    private static final List<String> KEY_KINDS = List.of("RSA", "EC", "EdDSA");
    private static final char[] NO_PASSWORD = {};

    private TlsContext() {}

    /**
     * Reads the files.
     *
     * @param files which
     * @return makes sockets that take only brokers whose certificate is signed by the authority, and show the robot's where there is one
     * @throws ConfigException in one line
     */
    static SSLSocketFactory sockets(final BrokerPlan.TlsFiles files) {
        try {
            final KeyStore trusted = empty();
            int number = 0;
            for (final Certificate certificate : certificates(files.authority())) {
                trusted.setCertificateEntry("authority" + number++, certificate);
            }
            final TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            final SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    files.certificate() == null ? null : own(files).getKeyManagers(), trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (final GeneralSecurityException | IOException e) {
            throw new ConfigException("certificates for MQTT: " + e.getMessage());
        }
    }

    private static KeyManagerFactory own(final BrokerPlan.TlsFiles files) throws GeneralSecurityException, IOException {
        final KeyStore store = empty();
        store.setKeyEntry(
                "robot",
                key(files.key()),
                NO_PASSWORD,
                certificates(files.certificate()).toArray(Certificate[]::new));
        final KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        return keys;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        final KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Collection<? extends Certificate> certificates(final Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            final Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new ConfigException(file + ": expected certificates in PEM, found none");
            }
            return found;
        } catch (final IOException | GeneralSecurityException e) {
            throw new ConfigException(file + ": expected certificates in PEM: " + e.getMessage());
        }
    }

    private static PrivateKey key(final Path file) {
        try {
            final String text = Files.readString(file);
            final int begin = text.indexOf(KEY_BEGINS);
            final int end = text.indexOf(KEY_ENDS);
            if (begin < 0 || end < begin) {
                throw new ConfigException(file + ": expected a key in PKCS 8 ('" + KEY_BEGINS
                        + "'); 'openssl pkcs8 -topk8 -nocrypt' makes one of others");
            }
            final byte[] encoded = Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGINS.length(), end));
            for (final String kind : KEY_KINDS) {
                final PrivateKey key = key(kind, encoded);
                if (key != null) {
                    return key;
                }
            }
            throw new ConfigException(file + ": expected a key of " + String.join(", ", KEY_KINDS));
        } catch (final IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new ConfigException(file + ": expected a key in PEM: " + e.getMessage());
        }
    }

    /** A key of one kind; null when it is of another. */
    private static PrivateKey key(final String kind, final byte[] encoded) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (final InvalidKeySpecException e) {
            return null;
        }
    }
}
