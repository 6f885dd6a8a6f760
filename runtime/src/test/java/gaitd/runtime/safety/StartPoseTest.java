package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Poses and places that a robot does not rise from, and hanging. */
class StartPoseTest {
    private static final double LEASH_RAD = 0.25;
    /** More than the noise of the fake robot's angles. */
    private static final double JITTER_RAD = 1e-5;
    /** What a joint turns in a tick at most, rad. */
    private static final double STEP_RAD = 0.02;

    private static final double PERIOD_S = 0.002;

    private static final double WEIGHT_N = 0.9 * A1.MASS_KG * 9.81;

    private Rig rig = carried();

    /** A robot whose feet have to carry it. */
    private static Rig carried() {
        final double limitN = Setting.HUNG_UP_N.defaultValue;
        return new Rig(
                new Config.Builder().set(Setting.HUNG_UP_N, limitN, "test").conclude());
    }

    private void lie() {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            rig.robot.says.q[3 * leg + A1.THIGH] = 1.3;
            rig.robot.says.q[3 * leg + A1.CALF] = -2.65;
        }
    }

    private void lean(final double pitchRad) {
        rig.robot.says.quaternion[0] = Math.cos(pitchRad / 2);
        rig.robot.says.quaternion[2] = Math.sin(pitchRad / 2);
        rig.robot.says.rpy[1] = pitchRad;
        rig.robot.says.accelerometer[0] = -9.81 * Math.sin(pitchRad);
        rig.robot.says.accelerometer[2] = 9.81 * Math.cos(pitchRad);
    }

    /** Ticks a robot whose legs go where they are told and carry a share of the weight that they are to carry. */
    private TickFrame follow(final double seconds, final double share) {
        TickFrame frame = rig.tick();
        for (int tick = 1; tick < seconds / PERIOD_S; tick++) {
            for (int i = 0; i < A1.JOINTS; i++) {
                final double kp = rig.robot.commanded.kp[i];
                final double goal = rig.robot.commanded.q[i] + (1 - share) * rig.robot.commanded.tau[i] / kp;
                final double step = kp > 20 ? Math.clamp(goal - rig.robot.says.q[i], -STEP_RAD, STEP_RAD) : 0;
                rig.robot.says.q[i] += step;
                rig.robot.says.dq[i] = step / PERIOD_S;
            }
            frame = rig.tick();
        }
        return frame;
    }

    @ParameterizedTest
    @CsvSource({"1, 3.8", "4, 2.35", "7, -0.5", "10, 0.25", "0, 0.65", "3, -0.65", "6, 0.79", "9, -0.79"})
    void pressesABlockedLegGentlyAndGivesUp(final int joint, final double angleRad) {
        lie();
        rig.robot.says.q[joint] = angleRad;
        rig.tick();
        rig.ask(OperatorRequest.STAND);
        for (int tick = 0; tick < 1000; tick++) {
            assertEquals(Mode.STAND_UP, Rig.mode(rig.tick()));
            final double pull = rig.robot.commanded.q[joint] - angleRad;
            assertTrue(Math.abs(pull) <= LEASH_RAD + JITTER_RAD, "target " + pull + " rad away");
            assertEquals(0, rig.robot.commanded.tau[joint]);
        }
        final TickFrame frame = rig.run(2);
        assertEquals(Fault.START_POSE, Rig.fault(frame));
        assertEquals(joint, frame.get(TickField.FAULT_JOINT));
        assertEquals(Mode.FAULT, Rig.mode(frame));
        rig.assertDamping();
    }

    @ParameterizedTest
    @CsvSource({"1, 2.25", "4, 0.35", "0, 0.55", "9, -0.55"})
    void risesAtOnceFromAUsualPose(final int joint, final double angleRad) {
        lie();
        rig.robot.says.q[joint] = angleRad;
        rig.tick();
        rig.ask(OperatorRequest.STAND);
        assertEquals(Fault.STAND_UP_FAILED, Rig.fault(rig.run(2.1)), "legs that do not move have risen by then");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void doesNotRiseFromALeanBeyondTheLimit(final int sign) {
        lie();
        lean(sign * Math.toRadians(29));
        rig.run(0.5);
        rig.ask(OperatorRequest.STAND);
        assertEquals(Fault.NONE, Rig.fault(rig.run(0.1)));
        rig = carried();
        lie();
        lean(sign * Math.toRadians(31));
        rig.run(0.5);
        rig.ask(OperatorRequest.STAND);
        assertEquals(Fault.START_LEAN, Rig.fault(rig.run(0.1)));
        rig.assertDamping();
    }

    @Test
    void doesNotRiseFromALeanOnceLegsAreFolded() {
        lie();
        rig.robot.says.q[A1.THIGH] = 3;
        lean(Math.toRadians(31));
        rig.run(0.5);
        rig.ask(OperatorRequest.STAND);
        assertEquals(Fault.NONE, Rig.fault(follow(0.5, 1)));
        assertEquals(Fault.START_LEAN, Rig.fault(follow(2, 1)));
    }

    @Test
    void saysThatItHangsAndFoldsItsLegsAgain() {
        lie();
        rig.tick();
        rig.ask(OperatorRequest.STAND);
        final TickFrame frame = follow(2.1, 0);
        assertEquals(Fault.HUNG_UP, Rig.fault(frame));
        assertEquals(Mode.SIT_DOWN, Rig.mode(frame));
        assertEquals(Mode.FAULT, Rig.mode(follow(2, 0)));
    }

    @ParameterizedTest
    @CsvSource({"28, true", "33, false"})
    void hangsByTheForceOfItsFeet(final double carriedN, final boolean hangs) {
        lie();
        rig.tick();
        rig.ask(OperatorRequest.STAND);
        assertEquals(hangs, Rig.fault(follow(2.1, carriedN / WEIGHT_N)) == Fault.HUNG_UP);
    }

    @Test
    void standsHungUpWhereThatIsAllowed() {
        rig = new Rig(new Config.Builder()
                .set(Setting.HUNG_UP_N, Double.NEGATIVE_INFINITY, "--hung")
                .conclude());
        lie();
        rig.tick();
        rig.ask(OperatorRequest.STAND);
        TickFrame frame = follow(2.1, 0);
        assertEquals(Mode.STAND, Rig.mode(frame));
        frame = follow(3, 0);
        assertEquals(Mode.STAND, Rig.mode(frame));
        assertEquals(Fault.NONE, Rig.fault(frame));
        assertNotEquals(0, frame.get(TickField.GUARDS_OFF_BITS) & Fault.HUNG_UP.bit());
        rig.ask(OperatorRequest.SIT);
        assertEquals(Mode.PASSIVE, Rig.mode(follow(3, 0)));
    }
}
