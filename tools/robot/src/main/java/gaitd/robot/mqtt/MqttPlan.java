package gaitd.robot.mqtt;

import java.nio.file.Path;
import java.util.Set;

/**
 * Which broker, as whom, and what.
 *
 * @param url {@code tcp://HOST:PORT} or {@code ssl://HOST:PORT}
 * @param serial the robot's name in topics
 * @param group the group of robots that it belongs to
 * @param user name for the broker, or null
 * @param password its password, or null
 * @param tls certificates, or null for a connection that is not encrypted
 * @param telemetryHz how often telemetry is published; 0: never
 * @param buffer folder for events that the broker has not taken yet
 * @param bufferBytes most bytes of it
 * @param allowed commands beyond stop and sit
 * @param commandKey secret that commands are signed with; null: no command is taken
 * @param commandAgeMaxS longest time that a command may be valid for, s
 */
@SuppressWarnings("ArrayRecordComponent")
record MqttPlan(
        String url,
        String serial,
        String group,
        String user,
        byte[] password,
        TlsFiles tls,
        double telemetryHz,
        Path buffer,
        long bufferBytes,
        Set<BrokerCommand.Kind> allowed,
        byte[] commandKey,
        double commandAgeMaxS) {
    /**
     * Certificates, in PEM.
     *
     * @param authority certificates of those who may sign the broker's
     * @param certificate this robot's, followed by those who signed it; null for none
     * @param key its key, in PKCS 8; null for none
     */
    record TlsFiles(Path authority, Path certificate, Path key) {}
}
