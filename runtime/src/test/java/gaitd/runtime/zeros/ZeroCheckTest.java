package gaitd.runtime.zeros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZeroCheckTest {
    private static final double LITTLE_RAD = 1e-6;

    private final JointZeros zeros = SomeZeros.of(new Random(11));

    @Test
    void aRobotThatLiesAsBeforeIsFine() {
        assertEquals("", ZeroCheck.problem(zeros, SomeZeros.rotorRad(zeros, SomeZeros.restRad(zeros))));
    }

    @Test
    void everyJointMayBeUpToTheMarginBeyondItsStopsAndNoFurther() {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            for (final boolean upper : new boolean[] {false, true}) {
                final double stop = upper ? A1.positionMaxRad(joint) : A1.positionMinRad(joint);
                final double beyond = upper ? ZeroCheck.MARGIN_RAD : -ZeroCheck.MARGIN_RAD;
                final double little = upper ? LITTLE_RAD : -LITTLE_RAD;
                assertEquals("", told(joint, stop + beyond - little));
                final String problem = told(joint, stop + beyond + little);
                assertTrue(problem.startsWith("by its stored zero " + A1.jointName(joint) + " is at "), problem);
                assertTrue(problem.contains("run 'gaitd motors rezero'"), problem);
                assertEquals(1, problem.lines().count());
            }
            assertTrue(told(joint, Double.NaN).contains(A1.jointName(joint)));
        }
    }

    private String told(final int joint, final double jointRad) {
        final double[] angles = SomeZeros.restRad(zeros);
        // The leg is not at rest, so that this is about stops alone.
        angles[joint % A1.JOINTS_PER_LEG == 0 ? joint + 1 : joint - 1] += 0.2;
        angles[joint] = jointRad;
        return ZeroCheck.problem(zeros, SomeZeros.rotorRad(zeros, angles));
    }

    /** Of hip and calf a turn more or less is within the range, so that only the leg as a whole tells. */
    @Test
    void aLegThatWasWithoutPowerIsNoticedInEachOfItsJoints() {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            for (final int turns : new int[] {-1, 1}) {
                final double[] angles = SomeZeros.restRad(zeros);
                angles[joint] += turns * JointZeros.TURN_RAD;
                final String problem = ZeroCheck.problem(zeros, SomeZeros.rotorRad(zeros, angles));
                assertTrue(
                        problem.startsWith("the motors of leg " + A1.legName(joint / A1.JOINTS_PER_LEG)
                                + " stand whole turns from where they rested: expected "),
                        problem);
            }
        }
    }

    /** A leg that was moved by hand is another thing: one joint not at rest is enough. */
    @Test
    void aLegIsLyingUpToTheToleranceOnly() {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final int other = joint % A1.JOINTS_PER_LEG == 0 ? joint + 1 : joint - 1;
            for (final int sign : new int[] {-1, 1}) {
                final double[] angles = SomeZeros.restRad(zeros);
                angles[other] += JointZeros.TURN_RAD;
                angles[joint] += sign * (ZeroCheck.REST_RAD - LITTLE_RAD);
                assertTrue(ZeroCheck.problem(zeros, SomeZeros.rotorRad(zeros, angles))
                        .contains("whole turns"));
                angles[joint] += sign * 2 * LITTLE_RAD;
                assertEquals("", ZeroCheck.problem(zeros, SomeZeros.rotorRad(zeros, angles)));
            }
        }
    }
}
