package gaitd.robot.firsthour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Refusal;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Robots that are wired, scaled or signed otherwise than assumed: each is told at its step, and nothing after it is done. */
class WrongWiringTest {
    private final Rehearsal rehearsal = new Rehearsal();

    @AfterEach
    void close() {
        rehearsal.close();
    }

    private static void swap(final double[] values, final int i, final int j) {
        final double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }

    private static Arguments of(
            final String name,
            final HourPart part,
            final int passed,
            final Consumer<Sensed> reports,
            final String told) {
        return Arguments.of(name, part, passed, reports, told);
    }

    static Stream<Arguments> reports() {
        return Stream.of(
                of("mode", HourPart.STATES, 0, s -> s.motorMode[7] = 0, "RR_thigh reports mode 0"),
                of("zero lost at start", HourPart.STATES, 0, s -> s.q[2] += 2.1, "FR_calf is at"),
                of("not a number", HourPart.STATES, 0, s -> s.gyro[0] = Double.NaN, "not a number"),
                of("own time stands", HourPart.STATES, 0, s -> s.robotTick = 7, "time stands still at 7"),
                of("unit upside down", HourPart.IMU, 0, s -> s.accelerometer[2] *= -1, "expected about 0 0 +9.8"),
                of("gravity too great", HourPart.IMU, 0, s -> s.accelerometer[2] += 0.45, "expected about 0 0 +9.8"),
                of("gyro's bias", HourPart.IMU, 0, s -> s.gyro[2] += 0.055, "expected at most 0.05 at rest"),
                of("no quaternion", HourPart.IMU, 0, s -> s.quaternion[0] = 0.5, "the quaternion's length is"),
                of(
                        "quaternion's order",
                        HourPart.IMU,
                        0,
                        s -> swap(s.quaternion, 0, 3),
                        "the quaternion's order is not w x y z"),
                of("tilted unit", HourPart.IMU, 0, s -> s.accelerometer[0] += 0.8, "pitch by quaternion"),
                of("gyro's x", HourPart.IMU, 1, s -> s.gyro[0] *= -1, "roll by quaternion +0.35"),
                of("gyro's y", HourPart.IMU, 2, s -> s.gyro[1] *= -1, "pitch by quaternion +0.35"),
                of("gyro's z", HourPart.IMU, 3, s -> s.gyro[2] *= -1, "yaw by quaternion +0.50"),
                of("gyro's scale", HourPart.IMU, 1, s -> s.gyro[0] *= 0.5, "expected all within 0.12"),
                of("gyro's axes", HourPart.IMU, 1, s -> swap(s.gyro, 0, 1), "by gyro"),
                of("accelerometer's side", HourPart.IMU, 1, s -> s.accelerometer[1] *= -1, "by gravity -0.35"),
                of("order of legs", HourPart.JOINTS, 0, s -> swap(s.q, 0, 3), "FL_hip by 1.6"),
                of("order in a leg", HourPart.JOINTS, 0, s -> swap(s.q, 0, 1), "FR_thigh by 1.6"),
                of("speed's sign", HourPart.JOINTS, 1, s -> s.dq[1] *= -1, "speed adds up"),
                of("speed's scale", HourPart.JOINTS, 0, s -> s.dq[0] *= 0.5, "speed adds up"),
                of(
                        "a turn of the rotor",
                        HourPart.JOINTS,
                        2,
                        s -> s.q[2] += 2 * Math.PI / 9.1,
                        "a turn of its rotor is 0.69"),
                of("order of feet", HourPart.FEET, 0, s -> s.footForce[0] = s.footForce[1], "this foot's by 15"),
                of("feet that feel all", HourPart.FEET, 0, s -> s.footForce[3] = s.footForce[0], "this foot's alone"),
                of(
                        "another bit",
                        HourPart.REMOTE,
                        0,
                        s -> s.wirelessRemote[3] = (byte) (2 * s.wirelessRemote[3]),
                        "expected B alone, 0200"),
                of(
                        "stick's sign",
                        HourPart.REMOTE,
                        0,
                        s -> s.wirelessRemote[23] = (byte) (s.wirelessRemote[23] ^ 0x80),
                        "expected forward 0.8"),
                of("no remote", HourPart.REMOTE, 0, s -> Arrays.fill(s.wirelessRemote, (byte) 0), "no remote"),
                of("torque's sign", HourPart.JOINTS, 0, s -> s.tauEst[0] *= -1, "torque -0.99"),
                of("torque's scale", HourPart.JOINTS, 0, s -> s.tauEst[0] *= 1.6, "expected 0.5 to 1.5"),
                of("torque's offset", HourPart.MOTORS, 0, s -> s.tauEst[0] += 1.5, "sign or scale of the torque"),
                of("torque too great", HourPart.MOTORS, 0, s -> s.tauEst[0] = 8.1, "gives 8.1 N m"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void isToldAtItsStep(
            final String name,
            final HourPart part,
            final int passed,
            final Consumer<Sensed> reports,
            final String told) {
        rehearsal.reports = reports;
        final HourReport report = rehearsal.run(part);
        assertFalse(report.isComplete(), name);
        assertTrue(rehearsal.wrong().contains(told), rehearsal::wrong);
        assertEquals(passed, report.passed(), rehearsal::wrong);
        assertEquals(passed + 1, report.lines().size(), "nothing after it is done");
    }

    /** A sign that is wrong in angle and speed alike shows only by what was asked for. */
    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3", "1, 1"})
    void tellsASignByTheSideAskedFor(final int joint, final int passed) {
        rehearsal.reports = sensed -> {
            sensed.q[joint] = joint == 1 ? 1.5 - sensed.q[joint] : -sensed.q[joint];
            sensed.dq[joint] *= -1;
        };
        final HourReport report = rehearsal.run(HourPart.JOINTS);
        assertEquals(passed, report.passed(), rehearsal::wrong);
        assertTrue(rehearsal.wrong().contains("or the joint's sign is wrong"), rehearsal::wrong);
    }

    @Test
    void tellsThatAnotherJointWasLed() {
        rehearsal.leadsInstead = 9;
        rehearsal.run(HourPart.JOINTS);
        assertTrue(rehearsal.wrong().contains("RL_hip by"), rehearsal::wrong);
    }

    @Test
    void goesOnWhenTheSecondTryIsRight() {
        final int[] tries = {0};
        rehearsal.reports = sensed -> {
            if (rehearsal.told.stream()
                            .filter(line -> line.contains("Press your palm"))
                            .count()
                    < 2) {
                sensed.footForce[0] = 0;
            }
            tries[0]++;
        };
        rehearsal.afterWrong = "";
        final HourReport report = rehearsal.run(HourPart.FEET);
        assertTrue(report.isComplete() && tries[0] > 0, rehearsal::wrong);
        assertEquals(2, report.lines().getFirst().get("tries"));
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 4", "2, 8", "0, 1"})
    void tellsMotorsInAnotherOrder(final int one, final int other) {
        rehearsal.obeys = commands -> {
            swap(commands.kp, one, other);
            swap(commands.kd, one, other);
            swap(commands.q, one, other);
            swap(commands.dq, one, other);
        };
        final HourReport report = rehearsal.run(HourPart.MOTORS);
        assertFalse(report.isComplete());
        assertEquals(one, report.passed(), rehearsal::wrong);
    }

    @Test
    void letsAMotorGoThatTurnsTheOtherWay() {
        final double[] home = {Double.NaN};
        rehearsal.obeys = commands -> {
            home[0] = commands.kp[0] > 0 && Double.isNaN(home[0]) ? commands.q[0] : home[0];
            commands.q[0] = commands.kp[0] > 0 ? 2 * home[0] - commands.q[0] : commands.q[0];
        };
        rehearsal.run(HourPart.MOTORS);
        assertTrue(rehearsal.wrong().contains("expected the other way"), rehearsal::wrong);
        assertEquals(0, rehearsal.robot.torqueNm()[0], 1e-9);
    }

    @Test
    void movesNoLegThatSwings() {
        final double[] swing = {0.015};
        rehearsal.reports = sensed -> sensed.q[4] += sensed.robotTick / 100 % 2 == 0 ? swing[0] : 0;
        rehearsal.run(HourPart.MOTORS);
        assertTrue(rehearsal.wrong().contains("the legs do not come to rest"), rehearsal::wrong);
        swing[0] = 0.005;
        assertTrue(rehearsal.run(HourPart.MOTORS).isComplete(), rehearsal::wrong);
    }

    @Test
    void believesThePersonsEyes() {
        rehearsal.seen = "n";
        final HourReport report = rehearsal.run(HourPart.MOTORS);
        assertEquals(0, report.passed());
        assertTrue(rehearsal.wrong().contains("its person saw something else ('n')"), rehearsal::wrong);
    }

    @ParameterizedTest
    @CsvSource({"60, false", "61, true"})
    void endsWhereAMotorIsHot(final int temperature, final boolean ends) {
        rehearsal.reports = sensed -> sensed.motorTemperatureC[11] = temperature;
        if (ends) {
            final String said = assertThrows(Refusal.class, () -> rehearsal.run(HourPart.FEET))
                    .getMessage();
            assertTrue(said.contains("RL_calf has 61 deg C"), said);
        } else {
            assertTrue(rehearsal.run(HourPart.FEET).isComplete());
        }
    }

    @Test
    void endsWhereButtonBIsPressed() {
        rehearsal.reports = sensed -> {
            if (sensed.robotTick > 3000) {
                sensed.wirelessRemote[3] = 2;
            }
        };
        final String said = assertThrows(Refusal.class, () -> rehearsal.run(HourPart.MOTORS))
                .getMessage();
        assertTrue(said.contains("button B"), said);
        rehearsal.robot.advance(0.01);
        for (int j = 0; j < A1.JOINTS; j++) {
            assertEquals(0, rehearsal.robot.torqueNm()[j], 1e-9);
        }
    }

    @Test
    void limitsOfAMotorHoldOnBothSidesAndForEveryJoint() {
        IntStream.range(0, A1.JOINTS).forEach(joint -> {
            final MotorStep step = new MotorStep(joint);
            for (final int sign : new int[] {-1, 1}) {
                final Sensed sensed = new Sensed();
                sensed.tauEst[joint] = sign * 7.99;
                sensed.dq[joint] = sign * 2.99;
                sensed.q[joint] = sign * 0.299;
                sensed.dq[(joint + 5) % 12] = sign * 1.49;
                assertNull(step.beyondLimits(sensed, 0));
                sensed.tauEst[joint] = sign * 8.01;
                assertNotEquals(null, step.beyondLimits(sensed, 0));
                sensed.tauEst[joint] = 0;
                sensed.dq[joint] = sign * 3.01;
                assertNotEquals(null, step.beyondLimits(sensed, 0));
                sensed.dq[joint] = 0;
                sensed.q[joint] = sign * 0.301;
                assertNotEquals(null, step.beyondLimits(sensed, 0));
                sensed.q[joint] = 0;
                sensed.dq[(joint + 5) % 12] = sign * 1.51;
                assertNotEquals(null, step.beyondLimits(sensed, 0));
            }
        });
    }

    @Test
    void neverAsksForMoreThanItSays() {
        final double[] most = new double[3];
        rehearsal.obeys = (final JointCommands commands) -> {
            for (int j = 0; j < A1.JOINTS; j++) {
                most[0] = Math.max(most[0], commands.kp[j]);
                most[1] = Math.max(
                        most[1], commands.kp[j] > 0 ? Math.abs(commands.q[j] - rehearsal.robot.truth().q[j]) : 0);
                most[2] = Math.max(most[2], Math.abs(commands.tau[j]));
            }
        };
        assertTrue(rehearsal.run(HourPart.MOTORS).isComplete(), rehearsal::wrong);
        assertEquals(MotorStep.KP, most[0]);
        assertTrue(most[1] <= MotorStep.AMPLITUDE_RAD, () -> most[1] + " rad");
        assertEquals(0, most[2]);
    }
}
