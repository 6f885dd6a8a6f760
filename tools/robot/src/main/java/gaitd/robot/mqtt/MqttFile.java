package gaitd.robot.mqtt;

import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlView;
import gaitd.robot.cli.TextFile;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the file that says which broker. Refuses in one line that names the file, the key and what was expected. */
final class MqttFile {
    private static final double TELEMETRY_HZ_MAX = 50;
    private static final double COMMAND_AGE_S_MAX = 60;
    private static final double COMMAND_AGE_S = 5;
    private static final long BUFFER_MIB_MAX = 4096;
    private static final long MIB = 1L << 20;
    private static final int KEY_BYTES_MIN = 16;
    private static final int NAMES_MAX = 8;
    private static final String NAME = "[A-Za-z0-9_.-]{1,64}";

    private MqttFile() {}

    /**
     * Reads it.
     *
     * @param file such as {@code /etc/gaitd/mqtt.toml}; names in it are beside it
     * @return what it says
     * @throws ConfigException in one line
     */
    static MqttPlan read(final Path file) {
        final TomlView root = TomlReader.parse(TextFile.read(file), file.toString(), ConfigException.thrower());
        final TomlView broker = root.table("broker");
        final String url = url(file, broker.text("url"));
        final boolean encrypted = url.startsWith("ssl:");
        final String user = broker.has("user") ? broker.text("user") : null;
        final byte[] password = broker.has("password_file") ? secret(file, broker, "password_file") : null;
        if (broker.has("authority_file") != encrypted) {
            throw new ConfigException(file + ": broker.authority_file "
                    + (encrypted
                            ? "is missing: expected the certificates of those who may sign the broker's"
                            : "is about ssl://: expected that url, or no such file"));
        }
        if (broker.has("certificate_file") != broker.has("key_file") || (broker.has("key_file") && !encrypted)) {
            throw new ConfigException(
                    file + ": broker.certificate_file and broker.key_file go together, and with ssl:// only");
        }
        final MqttPlan.TlsFiles tls = encrypted
                ? new MqttPlan.TlsFiles(
                        beside(file, broker, "authority_file"),
                        beside(file, broker, "certificate_file"),
                        beside(file, broker, "key_file"))
                : null;
        broker.end();
        final TomlView robot = root.table("robot");
        final String serial = name(file, robot, "serial", null);
        final String group = name(file, robot, "group", "all");
        robot.end();
        final TomlView publish = root.table("publish");
        final double telemetryHz = publish.number("telemetry_hz", 0, TELEMETRY_HZ_MAX, 1);
        final Path buffer = beside(file, publish, "buffer");
        if (buffer == null) {
            throw new ConfigException(
                    file + ": publish.buffer is missing: expected a folder for messages while offline");
        }
        final long bufferBytes = publish.whole("buffer_mib", 1, BUFFER_MIB_MAX) * MIB;
        publish.end();
        final TomlView commands = root.table("commands");
        final byte[] key = commands.has("key_file") ? secret(file, commands, "key_file") : null;
        if (key != null && key.length < KEY_BYTES_MIN) {
            throw new ConfigException(file + ": commands.key_file has " + key.length + " bytes: expected at least "
                    + KEY_BYTES_MIN + " secret ones, as of 'openssl rand -hex 32'");
        }
        final Set<BrokerCommand.Kind> allowed = allowed(file, commands);
        final double ageMaxS = commands.number("age_max_s", 0.5, COMMAND_AGE_S_MAX, COMMAND_AGE_S);
        commands.end();
        root.end();
        return new MqttPlan(
                url, serial, group, user, password, tls, telemetryHz, buffer, bufferBytes, allowed, key, ageMaxS);
    }

    private static String url(final Path file, final String text) {
        try {
            final URI uri = new URI(text);
            if (uri.getHost() != null
                    && uri.getPort() > 0
                    && ("tcp".equals(uri.getScheme()) || "ssl".equals(uri.getScheme()))
                    && uri.getPath().isEmpty()
                    && uri.getUserInfo() == null) {
                return text;
            }
        } catch (final URISyntaxException e) {
            throw new ConfigException(file + ": broker.url = " + text + " is no address: " + e.getMessage());
        }
        throw new ConfigException(
                file + ": broker.url = " + text + ": expected tcp://HOST:PORT or ssl://HOST:PORT, and nothing else");
    }

    private static String name(final Path file, final TomlView table, final String key, final String otherwise) {
        final String name = otherwise != null && !table.has(key) ? otherwise : table.text(key);
        if (!name.matches(NAME)) {
            throw new ConfigException(file + ": robot." + key + " = " + name
                    + ": expected 1 to 64 of the letters A-Z a-z, digits, - _ and ., since it is part of topics");
        }
        return name;
    }

    private static Set<BrokerCommand.Kind> allowed(final Path file, final TomlView commands) {
        final Set<BrokerCommand.Kind> allowed = EnumSet.of(BrokerCommand.Kind.STOP, BrokerCommand.Kind.SIT);
        for (final String name : commands.has("allow") ? commands.texts("allow", NAMES_MAX) : List.<String>of()) {
            try {
                allowed.add(BrokerCommand.Kind.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (final IllegalArgumentException e) {
                throw new ConfigException(
                        file + ": commands.allow has " + name + ": expected some of \"stand\" and \"walk\"");
            }
        }
        return allowed;
    }

    private static Path beside(final Path file, final TomlView table, final String key) {
        return table.has(key) ? file.toAbsolutePath().resolveSibling(table.text(key)) : null;
    }

    /** The first line of a file that only its owner, or the owner and a group, may read. */
    private static byte[] secret(final Path file, final TomlView table, final String key) {
        final Path secret = beside(file, table, key);
        final String text = TextFile.read(secret);
        try {
            if (Files.getPosixFilePermissions(secret).stream()
                    .anyMatch(permission -> permission.name().startsWith("OTHERS_"))) {
                throw new ConfigException(secret + ": every user may open it: expected a secret; chmod o= " + secret);
            }
        } catch (final IOException e) {
            throw new ConfigException(secret + ": cannot be read (" + e.getMessage() + ")");
        }
        return text.lines().findFirst().orElse("").strip().getBytes(StandardCharsets.UTF_8);
    }
}
