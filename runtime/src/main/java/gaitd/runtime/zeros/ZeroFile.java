package gaitd.runtime.zeros;

import gaitd.hal.A1;
import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import gaitd.runtime.config.ConfigException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Zeros as TOML: a table of the ports by leg, and one a joint. */
public final class ZeroFile {
    private static final long FORMAT = 1;
    private static final double ANGLE_MAX_RAD = 1e6;
    private static final String HEAD = """
            # Zeros of the motors, as found by 'gaitd motors'. They hold until a motor loses its power.
            # direction: 1 where rotor and joint turn the same way, else -1
            # zero_rad: the rotor's angle when the joint is at 0
            # range_rad: the joint's angles at its stops
            # rest_rad: the joint's angle while the robot lies as it is switched on
            """;

    private ZeroFile() {}

    /**
     * Reads a file.
     *
     * @param file where it is
     * @return its zeros
     * @throws ConfigException when it is missing, cannot be read, or holds something else
     */
    public static JointZeros read(final Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (final NoSuchFileException e) {
            throw new ConfigException("there is no file of zeros " + file
                    + ": expected the one that 'gaitd motors calibrate' wrote; run that, with the robot hung up");
        } catch (final AccessDeniedException e) {
            throw new ConfigException(
                    "the file of zeros " + file + " may not be read: expected permission; change its owner");
        } catch (final CharacterCodingException e) {
            throw new ConfigException(
                    "the file of zeros " + file + " is no text in UTF-8; run 'gaitd motors calibrate'");
        } catch (final IOException e) {
            throw new ConfigException("the file of zeros " + file + " cannot be read (" + e.getMessage() + ")");
        }
    }

    /**
     * Parses a text.
     *
     * @param text the whole text
     * @param name of the file, for messages
     * @return its zeros
     * @throws ConfigException at the first thing that is wrong
     */
    public static JointZeros parse(final String text, final String name) {
        final TomlView root = TomlReader.parse(text, name, ConfigException.thrower());
        root.whole("format", FORMAT, FORMAT);
        final String made = root.text("made");
        final ZeroMethod method = root.choice("method", ZeroMethod.class);
        final TomlView tables = root.table("port");
        final List<String> ports = new ArrayList<>();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            ports.add(tables.text(A1.legName(leg)));
        }
        tables.end();
        final List<JointZero> joints = new ArrayList<>();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            joints.add(joint(root.table(A1.jointName(joint)), name, joint));
        }
        root.end();
        return new JointZeros(made, method, ports, joints);
    }

    private static JointZero joint(final TomlView table, final String name, final int joint) {
        final long direction = table.whole("direction", -1, 1);
        if (direction == 0) {
            throw new ConfigException(name + ": direction of " + A1.jointName(joint) + " is 0: expected 1 or -1");
        }
        final double[] range = table.range("range_rad", -2 * Math.PI, 2 * Math.PI);
        final JointZero zero = new JointZero(
                (int) direction,
                table.number("zero_rad", -ANGLE_MAX_RAD, ANGLE_MAX_RAD),
                range[0],
                range[1],
                table.number("rest_rad", -2 * Math.PI, 2 * Math.PI));
        table.end();
        final double expectedRad = A1.positionMaxRad(joint) - A1.positionMinRad(joint);
        if (Math.abs(range[1] - range[0] - expectedRad) > ZeroFinder.RANGE_TOLERANCE_RAD) {
            throw new ConfigException(name + ": range_rad of " + A1.jointName(joint) + " is [" + range[0] + ", "
                    + range[1] + "]: expected " + expectedRad + " rad between, " + ZeroFinder.RANGE_TOLERANCE_RAD
                    + " more or less; run 'gaitd motors calibrate'");
        }
        return zero;
    }

    /**
     * Writes zeros as text.
     *
     * @param zeros which
     * @return what {@link #parse} reads
     */
    public static String text(final JointZeros zeros) {
        final TomlText text = new TomlText()
                .put("format", FORMAT)
                .put("made", zeros.made())
                .put("method", zeros.method())
                .table("[port]");
        for (int leg = 0; leg < A1.LEGS; leg++) {
            text.put(A1.legName(leg), zeros.ports().get(leg));
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final JointZero zero = zeros.joints().get(joint);
            text.table("[" + A1.jointName(joint) + "]")
                    .put("direction", zero.direction())
                    .put("zero_rad", zero.zeroRad())
                    .put("range_rad", new double[] {zero.minRad(), zero.maxRad()})
                    .put("rest_rad", zero.restRad());
        }
        return HEAD + text;
    }
}
