package gaitd.robot.mqtt;

import java.nio.file.Path;

/**
 * Whom to connect to, and as whom.
 *
 * @param url {@code tcp://HOST:PORT} or {@code ssl://HOST:PORT}
 * @param user name for the broker, or null
 * @param password its password, or null
 * @param tls certificates, or null for a connection that is not encrypted
 */
@SuppressWarnings("ArrayRecordComponent")
public record BrokerPlan(String url, String user, byte[] password, TlsFiles tls) {
    /**
     * Certificates, in PEM.
     *
     * @param authority certificates of those who may sign the broker's
     * @param certificate this client's, followed by those who signed it; null for none
     * @param key its key, in PKCS 8; null for none
     */
    public record TlsFiles(Path authority, Path certificate, Path key) {}
}
