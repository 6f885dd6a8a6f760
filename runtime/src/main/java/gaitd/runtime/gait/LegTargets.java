package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import java.util.Arrays;

/**
 * Joint targets of policies that move the legs alone, and the share in which they do.
 *
 * <p>What reaches the joints is the sum of the torques that the walk and each policy would command, each by its share: gains add up by
 * shares, angles by share and stiffness, speeds by share and damping. Written and read once a tick while walking, by one
 * thread. Allocates nothing after construction.
 */
public final class LegTargets {
    private static final double ALL = 1 - 1e-9;

    private final double[] kp = new double[A1.JOINTS];
    private final double[] kd = new double[A1.JOINTS];
    private final double[] kpAngle = new double[A1.JOINTS];
    private double share;

    LegTargets() {}

    /** Back to the walk alone. */
    public void clear() {
        share = 0;
        Arrays.fill(kp, 0);
        Arrays.fill(kd, 0);
        Arrays.fill(kpAngle, 0);
    }

    /**
     * Adds one policy's targets.
     *
     * @param policyShare how much of it moves the legs, 0 to 1; all since the last clearing make 1 or less
     * @param gains what it was trained with
     * @param angleRad target angles, 12, finite, rad
     */
    public void add(final double policyShare, final JointGains gains, final double[] angleRad) {
        share += policyShare;
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            kp[joint] += policyShare * gains.kp[joint];
            kd[joint] += policyShare * gains.kd[joint];
            kpAngle[joint] += policyShare * gains.kp[joint] * angleRad[joint];
        }
    }

    /** Whether the walk has no share in the legs, and rests. */
    boolean alone() {
        return share >= ALL;
    }

    /** Commands all joints without the walk. */
    void command(final JointCommands out) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            out.mode[joint] = MotorMode.SERVO;
            out.q[joint] = kp[joint] > 0 ? kpAngle[joint] / kp[joint] : out.q[joint];
            out.dq[joint] = 0;
            out.tau[joint] = 0;
            out.kp[joint] = kp[joint];
            out.kd[joint] = kd[joint];
        }
    }

    /** Blends into commands of the walk, whose gains have been blended already. */
    void blend(final JointCommands out) {
        if (share > 0) {
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                final double walkKp = Math.max(0, out.kp[joint] - kp[joint]);
                final double walkKd = Math.max(0, out.kd[joint] - kd[joint]);
                final double allKp = walkKp + kp[joint];
                final double allKd = walkKd + kd[joint];
                out.q[joint] = allKp > 0 ? (walkKp * out.q[joint] + kpAngle[joint]) / allKp : out.q[joint];
                out.dq[joint] = allKd > 0 ? walkKd * out.dq[joint] / allKd : 0;
                out.tau[joint] *= 1 - share;
            }
        }
    }
}
