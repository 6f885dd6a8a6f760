package gaitd.robot.mqtt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MqttFileTest {
    private static final String SECRET = "0123456789abcdef";
    private static final String TEXT = """
            [broker]
            url = "tcp://broker:1883"
            user = "a1-07"
            password_file = "password"
            [robot]
            serial = "a1-07"
            [publish]
            telemetry_hz = 2
            buffer = "buffer"
            buffer_mib = 16
            [commands]
            key_file = "key"
            allow = ["walk"]
            age_max_s = 3
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void secrets() throws IOException {
        secret("key", SECRET);
        secret("password", "open sesame");
    }

    private void secret(final String name, final String text) throws IOException {
        final Path file = folder.resolve(name);
        Files.writeString(file, text + "\nmore\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }

    private MqttPlan read(final String text) throws IOException {
        return MqttFile.read(Files.writeString(folder.resolve("mqtt.toml"), text));
    }

    @Test
    void readsWhatIsThere() throws IOException {
        final MqttPlan plan = read(TEXT);
        assertEquals("tcp://broker:1883", plan.broker().url());
        assertEquals("all", plan.group());
        assertArrayEquals(
                "open sesame".getBytes(StandardCharsets.UTF_8), plan.broker().password());
        assertNull(plan.broker().tls());
        assertEquals(2, plan.telemetryHz());
        assertEquals(folder.resolve("buffer"), plan.buffer());
        assertEquals(16 << 20, plan.bufferBytes());
        assertEquals(
                EnumSet.of(BrokerCommand.Kind.STOP, BrokerCommand.Kind.SIT, BrokerCommand.Kind.WALK), plan.allowed());
        assertArrayEquals(SECRET.getBytes(StandardCharsets.UTF_8), plan.commandKey());
        assertEquals(3, plan.commandAgeMaxS());
    }

    @Test
    void withoutASecretNoCommandIsTaken() throws IOException {
        assertNull(read(TEXT.replace("key_file = \"key\"\n", "")).commandKey());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp://broker:1883 | http://broker:1883 | expected tcp://HOST:PORT or ssl://HOST:PORT",
                "tcp://broker:1883 | tcp://broker | expected tcp://HOST:PORT",
                "tcp://broker:1883 | tcp://me:secret@broker:1883 | expected tcp://HOST:PORT",
                "tcp://broker:1883 | ssl://broker:8883 | broker.authority_file is missing",
                "tcp://broker:1883 | tcp://a b:1 | is no address",
                "serial = \"a1-07\" | serial = \"a1/07\" | robot.serial = a1/07: expected 1 to 64",
                "serial = \"a1-07\" | serial = \"\" | expected 1 to 64",
                "telemetry_hz = 2 | telemetry_hz = 51 | telemetry_hz",
                "buffer = \"buffer\" | | buffer is missing",
                "buffer_mib = 16 | buffer_mib = 0 | buffer_mib",
                "age_max_s = 3 | age_max_s = 61 | age_max_s",
                "age_max_s = 3 | age_max_s = 0.4 | age_max_s",
                "[\"walk\"] | [\"clear\"] | expected some of",
                "key_file = \"key\" | key_file = \"none\" | there is no such file",
                "user = \"a1-07\" | certificate_file = \"c\" | go together"
            })
    void refusesInOneLine(final String right, final String wrong, final String why) {
        final String text = TEXT.replace(right, wrong == null ? "" : wrong);
        final String said =
                assertThrows(ConfigException.class, () -> read(text)).getMessage();
        assertTrue(said.contains(why), said);
        assertEquals(1, said.lines().count());
    }

    @Test
    void aSecretIsLongAndForFewEyes() throws IOException {
        secret("key", SECRET.substring(1));
        assertTrue(assertThrows(ConfigException.class, () -> read(TEXT))
                .getMessage()
                .contains("has 15 bytes"));
        secret("key", SECRET);
        read(TEXT);
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(assertThrows(ConfigException.class, () -> read(TEXT))
                .getMessage()
                .contains("chmod o="));
    }
}
