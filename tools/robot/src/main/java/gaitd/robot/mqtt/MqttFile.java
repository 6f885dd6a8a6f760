package gaitd.robot.mqtt;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Signatures;
import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlView;
import gaitd.robot.cli.TextFile;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.runtime.config.ConfigException;
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
    /** As the learner has it by default. */
    private static final Path STORE = Path.of("/var/lib/gaitd/policies");

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
        final BrokerPlan broker = BrokerFile.read(file, root);
        final TomlView robot = root.table("robot");
        final String serial = name(file, robot, "serial", null);
        final String group = name(file, robot, "group", "all");
        robot.end();
        final TomlView publish = root.table("publish");
        final double telemetryHz = publish.number("telemetry_hz", 0, TELEMETRY_HZ_MAX, 1);
        final Path buffer = BrokerFile.beside(file, publish, "buffer");
        if (buffer == null) {
            throw new ConfigException(
                    file + ": publish.buffer is missing: expected a folder for messages while offline");
        }
        final long bufferBytes = publish.whole("buffer_mib", 1, BUFFER_MIB_MAX) * MIB;
        publish.end();
        final TomlView commands = root.table("commands");
        final byte[] key = commands.has("key_file") ? BrokerFile.secret(file, commands, "key_file") : null;
        if (key != null && key.length < KEY_BYTES_MIN) {
            throw new ConfigException(file + ": commands.key_file has " + key.length + " bytes: expected at least "
                    + KEY_BYTES_MIN + " secret ones, as of 'openssl rand -hex 32'");
        }
        final Set<BrokerCommand.Kind> allowed = allowed(file, commands);
        final double ageMaxS = commands.number("age_max_s", 0.5, COMMAND_AGE_S_MAX, COMMAND_AGE_S);
        commands.end();
        final FleetPlan fleet = root.has("fleet") ? fleet(file, root.table("fleet"), serial, group) : null;
        root.end();
        return new MqttPlan(broker, serial, group, telemetryHz, buffer, bufferBytes, allowed, key, ageMaxS, fleet);
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

    private static FleetPlan fleet(final Path file, final TomlView fleet, final String serial, final String group) {
        final Path key = BrokerFile.beside(file, fleet, "key_file");
        final Path folder = BrokerFile.beside(file, fleet, "folder");
        if (key == null || folder == null) {
            throw new ConfigException(
                    file + ": fleet needs key_file, who has to have signed what is published, and folder,"
                            + " where it is kept");
        }
        final Path policy = fleet.has("policy") ? Path.of(fleet.text("policy")) : TrainedPolicies.BEST;
        final Path store = fleet.has("store") ? BrokerFile.beside(file, fleet, "store") : STORE;
        fleet.end();
        try {
            return new FleetPlan(serial, group, Signatures.publicKey(TextFile.read(key)), folder, policy, store);
        } catch (final BundleException e) {
            throw new ConfigException(key + ": " + e.getMessage());
        }
    }
}
