package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.gait.JointGains;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.safety.SafetyGovernor;
import org.junit.jupiter.api.Test;

/** The legs are as stiff and damped as the policy that drives them was trained with. */
class GainsTest {
    private static final double WALK_KP = 50;
    private static final double WALK_KD = 3;

    private final Config config = new Config.Builder()
            .set(Setting.POLICY_BLEND_S, 0.4, "test")
            .set(Setting.SWING_KP, WALK_KP, "test")
            .set(Setting.STANCE_KP, WALK_KP, "test")
            .set(Setting.SWING_KD, WALK_KD, "test")
            .set(Setting.STANCE_KD, WALK_KD, "test")
            .conclude();
    private final FakeCell cell = FakeCell.offsets(0);
    private final FakeCell other = FakeCell.offsets(0);

    private static void assertGains(final double kp, final double kd, final TickFrame frame) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(kp, frame.real(TickField.KP_COMMAND, joint), 1e-5, A1.jointName(joint));
            assertEquals(kd, frame.real(TickField.KD_COMMAND, joint), 1e-6, A1.jointName(joint));
        }
    }

    private Rig walking() {
        final Rig rig = new Rig(config, () -> 0, cell.policy(config), other.policy(config));
        rig.walk();
        return rig;
    }

    @Test
    void comeAndGoWithThePolicysShare() {
        cell.gains = FakeCell.gains(80, 1);
        final Rig rig = walking();
        for (int tick = 0; tick < 200; tick++) {
            final TickFrame frame = rig.tick();
            final double share = frame.real(TickField.POLICY_SHARE, 0);
            assertGains(WALK_KP + share * (80 - WALK_KP), WALK_KD + share * (1 - WALK_KD), frame);
        }
        assertGains(80, 1, rig.tick());
        rig.ask(OperatorRequest.POLICY_OFF);
        assertGains(WALK_KP, WALK_KD, rig.run(0.5));
    }

    @Test
    void moveFromPolicyToPolicyWithoutAJump() {
        cell.gains = FakeCell.gains(80, 1);
        other.gains = FakeCell.gains(30, 2);
        final Rig rig = walking();
        rig.run(0.5);
        rig.ask(OperatorRequest.POLICY_NEXT);
        double last = 80;
        double most = 0;
        for (int tick = 0; tick < 450; tick++) {
            final double kp = rig.tick().real(TickField.KP_COMMAND, 5);
            most = Math.max(most, Math.abs(kp - last));
            last = kp;
        }
        assertEquals(30, last, 1e-5);
        assertTrue(most > 0 && most < 1, "kp jumped by " + most);
    }

    @Test
    void differFromJointToJoint() {
        final double[] kp = new double[A1.JOINTS];
        final double[] kd = new double[A1.JOINTS];
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            kp[joint] = 40 + joint;
            kd[joint] = 1 + 0.1 * joint;
        }
        cell.gains = new JointGains(kp, kd);
        final TickFrame frame = walkedOn();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(kp[joint], frame.real(TickField.KP_COMMAND, joint), 1e-5);
            assertEquals(kd[joint], frame.real(TickField.KD_COMMAND, joint), 1e-6);
        }
    }

    private TickFrame walkedOn() {
        return walking().run(0.5);
    }

    @Test
    void neverExceedTheGovernorsLimits() {
        cell.gains = FakeCell.gains(1e4, 1e3);
        final TickFrame frame = walkedOn();
        assertGains(config.get(Setting.KP_MAX), config.get(Setting.KD_MAX), frame);
        assertTrue((frame.get(TickField.LIMITED_BITS) & SafetyGovernor.LIMITED_GAIN) != 0);
    }

    @Test
    void aFaultyPolicyLosesThem() {
        cell.gains = FakeCell.gains(80, 1);
        final Rig rig = walking();
        rig.run(0.5);
        cell.gives[3] = Float.NaN;
        final TickFrame frame = rig.run(0.5);
        assertEquals(PolicyFault.NOT_FINITE.ordinal(), frame.get(TickField.POLICY_FAULT));
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertGains(WALK_KP, WALK_KD, frame);
    }

    @Test
    void standingAgainTheLegsHaveTheirOwn() {
        cell.gains = FakeCell.gains(80, 1);
        final Rig rig = walking();
        rig.run(0.5);
        rig.ask(OperatorRequest.STOP);
        rig.run(0.1);
        rig.ask(OperatorRequest.POLICY_OFF);
        rig.walk();
        assertGains(WALK_KP, WALK_KD, rig.tick());
    }

    @Test
    void areTwelveOfEach() {
        assertThrows(IllegalArgumentException.class, () -> new JointGains(new double[11], new double[12]));
        assertThrows(IllegalArgumentException.class, () -> new JointGains(new double[12], new double[13]));
    }
}
