package gaitd.runtime.zeros;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.bus.MotorGear;
import gaitd.runtime.config.Refusal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroFinderTest {
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void stopsGiveDirectionZeroAndRangeOfEveryJoint(final int direction) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final double zeroRad = 3.7 * joint - 20;
            final JointZero found = ZeroFinder.ofStops(
                    joint,
                    rotor(direction, zeroRad, A1.positionMinRad(joint)),
                    rotor(direction, zeroRad, A1.positionMaxRad(joint)));
            assertEquals(direction, found.direction());
            assertEquals(zeroRad, found.zeroRad(), EXACT);
            assertEquals(A1.positionMinRad(joint), found.minRad(), EXACT);
            assertEquals(A1.positionMaxRad(joint), found.maxRad(), EXACT);
        }
    }

    /** What a real range differs by is spread over both ends. */
    @Test
    void aRangeIsTakenJustInsideTheToleranceAndRefusedJustOutside() {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final double min = A1.positionMinRad(joint);
            final double max = A1.positionMaxRad(joint);
            for (final int direction : new int[] {-1, 1}) {
                for (final int more : new int[] {-1, 1}) {
                    final double inside = more * (ZeroFinder.RANGE_TOLERANCE_RAD - 1e-6);
                    final double outside = more * (ZeroFinder.RANGE_TOLERANCE_RAD + 1e-6);
                    final int any = joint;
                    final JointZero found = ZeroFinder.ofStops(
                            joint, rotor(direction, 5, min - inside / 2), rotor(direction, 5, max + inside / 2));
                    assertEquals(5, found.zeroRad(), EXACT);
                    assertEquals(min - inside / 2, found.minRad(), EXACT);
                    final String told = assertThrows(
                                    Refusal.class,
                                    () -> ZeroFinder.ofStops(
                                            any, rotor(direction, 5, min), rotor(direction, 5, max + outside)))
                            .getMessage();
                    assertTrue(told.startsWith(A1.jointName(joint) + " moved by "), told);
                    assertTrue(told.contains("between its stops: expected "), told);
                }
            }
        }
    }

    @Test
    void anAngleThatIsNoneIsRefused() {
        assertThrows(Refusal.class, () -> ZeroFinder.ofStops(0, Double.NaN, 1));
        final JointZeros zeros = SomeZeros.of(new Random(1));
        final double[] rotor = SomeZeros.rotorRad(zeros, SomeZeros.restRad(zeros));
        rotor[7] = Double.NaN;
        assertThrows(Refusal.class, () -> ZeroFinder.ofRest(zeros, rotor, "later"));
    }

    @Test
    void restIsWhereTheJointsLie() {
        final JointZeros zeros = SomeZeros.of(new Random(2));
        final double[] lying = {0.1, 1.2, -2.7, -0.1, 1.3, -2.6, 0.2, 1.1, -2.5, -0.2, 1.0, -2.4};
        final JointZeros rested = ZeroFinder.rested(zeros, SomeZeros.rotorRad(zeros, lying));
        assertArrayEquals(lying, SomeZeros.restRad(rested), EXACT);
        assertArrayEquals(lying, rested.jointRad(SomeZeros.rotorRad(zeros, lying)), EXACT);
    }

    /** Each motor wakes up within some turn of its own; the robot lies a little differently. */
    @Test
    void wholeTurnsAreFoundAgainAfterALossOfPower() {
        final long seed = 3;
        final Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            final JointZeros zeros = SomeZeros.of(random);
            final double[] lying = SomeZeros.restRad(zeros);
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                lying[joint] += random.nextDouble(-1, 1) * (ZeroFinder.REST_TOLERANCE_RAD - 1e-6);
            }
            final double[] rotor = SomeZeros.rotorRad(zeros, lying);
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                rotor[joint] += 2 * Math.PI * random.nextInt(-6, 7);
            }
            final JointZeros found = ZeroFinder.ofRest(zeros, rotor, "later");
            assertArrayEquals(lying, found.jointRad(rotor), EXACT, () -> "seed " + seed);
            assertArrayEquals(SomeZeros.restRad(zeros), SomeZeros.restRad(found), 0);
            assertEquals(ZeroMethod.REST, found.method());
            assertEquals("later", found.made());
            assertEquals(zeros.ports(), found.ports());
        }
    }

    @Test
    void aJointThatLiesElsewhereIsRefusedWhateverTheTurns() {
        final JointZeros zeros = SomeZeros.of(new Random(4));
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            for (final int sign : new int[] {-1, 1}) {
                for (final int turns : new int[] {-2, 0, 3}) {
                    final double[] lying = SomeZeros.restRad(zeros);
                    lying[joint] += sign * (ZeroFinder.REST_TOLERANCE_RAD + 1e-6) + turns * JointZeros.TURN_RAD;
                    final double[] rotor = SomeZeros.rotorRad(zeros, lying);
                    final String told = assertThrows(Refusal.class, () -> ZeroFinder.ofRest(zeros, rotor, "later"))
                            .getMessage();
                    assertTrue(told.startsWith(A1.jointName(joint) + " lies "), told);
                    assertTrue(told.contains("from where it lay: expected at most 0.25 rad; "), told);
                }
            }
        }
    }

    private static double rotor(final int direction, final double zeroRad, final double jointRad) {
        return zeroRad + direction * MotorGear.RATIO * jointRad;
    }
}
