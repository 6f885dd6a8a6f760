package gaitd.robot.bus;

import gaitd.hal.A1;
import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlView;
import gaitd.robot.cli.TextFile;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the file of a robot on buses, and that of its zeros beside it. Refuses in one line that names the file, the key and what was
 * expected.
 */
public final class BusFile {
    private static final int A1_BAUD = 4_800_000;
    private static final double REPLY_TIMEOUT_US = 2000;
    private static final double COMMAND_TIMEOUT_MS = 50;

    private BusFile() {}

    /**
     * Reads it.
     *
     * @param file such as {@code /etc/gaitd/bus.toml}; names in it are beside it
     * @return what it says
     * @throws ConfigException in one line
     */
    public static BusPlan read(final Path file) {
        final TomlView root = TomlReader.parse(TextFile.read(file), file.toString(), ConfigException.thrower());
        final TomlView ports = root.table("ports");
        final List<Path> devices = new ArrayList<>();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            devices.add(file.toAbsolutePath().resolveSibling(ports.text(A1.legName(leg))));
        }
        ports.end();
        if (devices.stream().distinct().count() < A1.LEGS) {
            throw new ConfigException(file + ": [ports] names a port twice; expected one for each of FR, FL, RR, RL");
        }
        final TomlView bus = root.table("bus");
        final Path zeros = file.toAbsolutePath().resolveSibling(bus.text("zeros"));
        final BusPlan plan = new BusPlan(
                file,
                devices,
                bus.has("baud") ? (int) bus.whole("baud", 9600, 6_000_000) : A1_BAUD,
                bus.number("cycle_us", 500, 20_000, 0),
                bus.number("reply_timeout_us", 300, 100_000, REPLY_TIMEOUT_US),
                bus.number("command_timeout_ms", 5, 1000, COMMAND_TIMEOUT_MS),
                zeros(zeros, devices),
                ImuPlan.read(file, root.table("imu")));
        bus.end();
        root.end();
        return plan;
    }

    /** Zeros that were found on other ports are those of other legs, or of another robot. */
    private static JointZeros zeros(final Path file, final List<Path> devices) {
        final JointZeros zeros = ZeroFile.read(file);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final Path found = Path.of(zeros.ports().get(leg));
            if (!same(found, devices.get(leg))) {
                throw new ConfigException(
                        ("%s: the zeros of leg %s were found on %s, the bus is %s; expected the same port:"
                                        + " correct [ports], or run 'gaitd motors calibrate'")
                                .formatted(file, A1.legName(leg), found, devices.get(leg)));
            }
        }
        return zeros;
    }

    private static boolean same(final Path one, final Path other) {
        try {
            return (Files.exists(one) && Files.exists(other))
                    ? Files.isSameFile(one, other)
                    : one.toAbsolutePath().normalize().equals(other.normalize());
        } catch (final IOException e) {
            return false;
        }
    }
}
