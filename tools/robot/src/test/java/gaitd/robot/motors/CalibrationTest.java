package gaitd.robot.motors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.bus.MotorGear;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFile;
import gaitd.runtime.zeros.ZeroMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person with a robot: moves joints to their stops, lays the robot down, switches it off and on. */
@Timeout(60)
class CalibrationTest {
    private static final double[] LYING = {0.1, 1.2, -2.6, -0.1, 1.3, -2.5, 0.2, 1.1, -2.6, -0.2, 1.0, -2.5};
    private static final int[] DIRECTION = {1, -1, -1, 1, 1, 1, -1, -1, 1, -1, 1, -1};
    private static final double STEP_RAD = 2 * Math.PI / 16384 / MotorGear.RATIO;

    private final InputStream keyboard = System.in;
    private final List<PlayedMotors> legs = new ArrayList<>();
    private final double[] zeroRad = new double[A1.JOINTS];

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void switchOn() {
        file = folder.resolve("zeros.toml");
        for (int leg = 0; leg < A1.LEGS; leg++) {
            legs.add(new PlayedMotors());
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            zeroRad[joint] = 0.5 * joint;
            put(joint, LYING[joint]);
        }
    }

    @AfterEach
    void switchOff() {
        System.setIn(keyboard);
        for (final PlayedMotors leg : legs) {
            leg.close();
        }
    }

    private void put(final int joint, final double jointRad) {
        legs.get(joint / A1.JOINTS_PER_LEG).rotorRad[joint % A1.JOINTS_PER_LEG] =
                zeroRad[joint] + DIRECTION[joint] * MotorGear.RATIO * jointRad;
    }

    /** Does what is asked before each Enter: each joint to its lower stop, to its upper one, at last the robot down. */
    private final class Person extends InputStream {
        private int asked;

        @Override
        public int read() {
            final int joint = asked / 2;
            if (joint < A1.JOINTS) {
                put(joint, asked % 2 == 0 ? A1.positionMinRad(joint) : A1.positionMaxRad(joint));
            } else {
                for (int i = 0; i < A1.JOINTS; i++) {
                    put(i, LYING[i]);
                }
            }
            asked++;
            return '\n';
        }

        @Override
        public int read(final byte[] bytes, final int offset, final int length) {
            bytes[offset] = (byte) read();
            return 1;
        }
    }

    private Cli calibrate(final InputStream person) {
        System.setIn(person);
        return Cli.run(
                "motors",
                "calibrate",
                "--zeros",
                file.toString(),
                "--port",
                legs.get(0).device(),
                "--port",
                legs.get(1).device(),
                "--port",
                legs.get(2).device(),
                "--port",
                legs.get(3).device());
    }

    @Test
    void findsAllZerosAndDirectionsAndFindsThemAgainAfterALossOfPower() {
        final Cli cli = calibrate(new Person());
        assertEquals(ExitCode.OK, cli.code(), cli::toString);
        final JointZeros found = ZeroFile.read(file);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(DIRECTION[joint], found.joints().get(joint).direction(), A1.jointName(joint));
            assertEquals(zeroRad[joint], found.joints().get(joint).zeroRad(), 0.001, A1.jointName(joint));
        }
        assertArrayEquals(LYING, restRad(found), 2 * STEP_RAD);
        assertEquals(ExitCode.OK, check().code(), check()::toString);

        for (int joint = 0; joint < A1.JOINTS; joint++) {
            zeroRad[joint] += 2 * Math.PI * (joint % 5 - 2);
            put(joint, LYING[joint] + 0.03);
        }
        final String told = check().refusedWith(ExitCode.FAILED);
        assertTrue(told.contains("rezero"), told);

        final Cli again = Cli.run("motors", "rezero", "--lies", "--zeros", file.toString());
        assertEquals(ExitCode.OK, again.code(), again::toString);
        final JointZeros now = ZeroFile.read(file);
        assertEquals(ZeroMethod.REST, now.method());
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(zeroRad[joint], now.joints().get(joint).zeroRad(), 0.001, A1.jointName(joint));
        }
        assertTrue(check().out().contains("fit"), check()::toString);
    }

    private Cli check() {
        return Cli.run("motors", "check", "--zeros", file.toString());
    }

    private static double[] restRad(final JointZeros zeros) {
        return zeros.joints().stream().mapToDouble(zero -> zero.restRad()).toArray();
    }

    @Test
    void aJointThatIsNotMovedIsRefusedAndNothingIsWritten() throws IOException {
        Files.writeString(file, "the old one");
        final Cli cli = calibrate(new ByteArrayInputStream("\n\n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(cli.refusedWith(ExitCode.REFUSED)
                .contains("FR_hip moved by 0.00 rad between its stops: expected 1.60"));
        assertEquals("the old one", Files.readString(file));
    }

    @Test
    void nobodyAtTheTerminalAMissingMotorAndANoChangeNothing() {
        assertTrue(calibrate(InputStream.nullInputStream())
                .refusedWith(ExitCode.REFUSED)
                .contains("nobody answers: expected a person at a terminal"));
        legs.get(2).silent[1] = true;
        assertTrue(calibrate(new Person())
                .refusedWith(ExitCode.REFUSED)
                .contains("RR_thigh, motor 1 on " + legs.get(2).device() + ", does not answer"));
        assertFalse(Files.exists(file));
        legs.get(2).silent[1] = false;
        assertEquals(ExitCode.OK, calibrate(new Person()).code());
        System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
        final Cli unsure = Cli.run("motors", "rezero", "--zeros", file.toString());
        assertTrue(unsure.refusedWith(ExitCode.FAILED).contains("nothing changed: expected 'yes'"));
    }

    @Test
    void aWiggleWithZerosStaysBetweenTheStopsOfItsJoint() {
        assertEquals(ExitCode.OK, calibrate(new Person()).code());
        put(4, A1.positionMaxRad(4) - 0.05);
        final String[] command = {
            "motors",
            "wiggle",
            "--zeros",
            file.toString(),
            "--port",
            legs.get(1).device(),
            "--ids",
            "1",
            "--period",
            "1",
            "--times",
            "2"
        };
        assertTrue(Cli.run(command).refusedWith(ExitCode.FAILED).contains("FL_thigh was not moved to the end: at "));
        put(4, A1.positionMaxRad(4) - 0.15);
        assertEquals(ExitCode.OK, Cli.run(command).code());
        command[5] = "/dev/null";
        assertTrue(Cli.run(command).refusedWith(ExitCode.USAGE).contains("is none of the ports of --zeros"));
    }
}
