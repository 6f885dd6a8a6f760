package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LegTargetsTest {
    private final SplittableRandom random = new SplittableRandom(41);
    private final LegTargets targets = new LegTargets();
    private final PolicyGains gains = new PolicyGains();

    private double[] angles() {
        return random.doubles(A1.JOINTS, -2, 2).toArray();
    }

    private JointGains someGains() {
        return new JointGains(
                random.doubles(A1.JOINTS, 1, 90).toArray(),
                random.doubles(A1.JOINTS, 0.1, 5).toArray());
    }

    private JointCommands walk() {
        final JointCommands walk = new JointCommands();
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            walk.mode[joint] = MotorMode.SERVO;
            walk.q[joint] = random.nextDouble(-2, 2);
            walk.dq[joint] = random.nextDouble(-9, 9);
            walk.tau[joint] = random.nextDouble(-20, 20);
            walk.kp[joint] = random.nextDouble(1, 90);
            walk.kd[joint] = random.nextDouble(0.1, 5);
        }
        return walk;
    }

    private static double torque(final JointCommands c, final int joint, final double q, final double dq) {
        return c.tau[joint] + c.kp[joint] * (c.q[joint] - q) + c.kd[joint] * (c.dq[joint] - dq);
    }

    private static JointCommands copy(final JointCommands of) {
        final JointCommands copy = new JointCommands();
        copy.set(of);
        return copy;
    }

    /** Whatever a joint does at the moment, its torque is the two controllers' torques by their shares. */
    @Test
    void torquesAddUpByShares() {
        for (int trial = 0; trial < 200; trial++) {
            final double share = random.nextDouble();
            final JointGains own = someGains();
            final double[] wanted = angles();
            final JointCommands walk = walk();
            final JointCommands out = copy(walk);
            targets.clear();
            gains.clear();
            gains.add(share, own);
            targets.add(share, own, wanted);
            gains.blend(out);
            targets.blend(out);
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                final double q = random.nextDouble(-2, 2);
                final double dq = random.nextDouble(-9, 9);
                final double policy = own.kp[joint] * (wanted[joint] - q) - own.kd[joint] * dq;
                assertEquals(
                        (1 - share) * torque(walk, joint, q, dq) + share * policy,
                        torque(out, joint, q, dq),
                        1e-9,
                        "share " + share + ", " + A1.jointName(joint));
            }
        }
    }

    @Test
    void withoutAShareTheWalkIsTheWalkToTheBit() {
        final JointCommands walk = walk();
        final JointCommands out = copy(walk);
        targets.add(0.5, someGains(), angles());
        targets.clear();
        targets.blend(out);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(walk.q[joint], out.q[joint]);
            assertEquals(walk.dq[joint], out.dq[joint]);
            assertEquals(walk.tau[joint], out.tau[joint]);
            assertEquals(walk.kp[joint], out.kp[joint]);
            assertEquals(walk.kd[joint], out.kd[joint]);
        }
    }

    @Test
    void aloneEveryJointIsWhereThePolicyAimsIt() {
        final JointGains own = someGains();
        final double[] wanted = angles();
        final JointCommands out = walk();
        targets.add(1, own, wanted);
        assertTrue(targets.alone());
        targets.command(out);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(MotorMode.SERVO, out.mode[joint]);
            assertEquals(wanted[joint], out.q[joint], 1e-12);
            assertEquals(0, out.dq[joint]);
            assertEquals(0, out.tau[joint]);
            assertEquals(own.kp[joint], out.kp[joint]);
            assertEquals(own.kd[joint], out.kd[joint]);
        }
    }

    @Test
    void isAloneFromTheWholeShareOn() {
        targets.add(0.6, someGains(), angles());
        assertFalse(targets.alone());
        targets.add(0.399_999, someGains(), angles());
        assertFalse(targets.alone());
        targets.add(0.000_001, someGains(), angles());
        assertTrue(targets.alone());
    }

    /** Joints without stiffness or damping stay numbers. */
    @Test
    void gainsOfZeroGiveFiniteCommands() {
        final JointGains limp = new JointGains(new double[A1.JOINTS], new double[A1.JOINTS]);
        for (final double share : new double[] {0.5, 1}) {
            final JointCommands out = walk();
            targets.clear();
            gains.clear();
            gains.add(share, limp);
            targets.add(share, limp, angles());
            gains.blend(out);
            targets.blend(out);
            assertFinite(out);
            if (targets.alone()) {
                targets.command(out);
                assertFinite(out);
            }
        }
    }

    private static void assertFinite(final JointCommands out) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertTrue(
                    Double.isFinite(out.q[joint]) && Double.isFinite(out.dq[joint]) && Double.isFinite(out.tau[joint]),
                    A1.jointName(joint) + " " + out.q[joint] + " " + out.dq[joint]);
        }
    }
}
