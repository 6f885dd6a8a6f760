package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;

/**
 * Joint commands of one leg from its foot's target: inverse kinematics for the angles, the Jacobian for speeds and for
 * the torques of a ground force.
 *
 * <p>Used by every gait and posture; called once a leg and tick. Allocates nothing.
 */
final class LegDrive {
    private static final double SINGULAR = 2e-4;

    private final LegKinematics kinematics;
    private final double[] q = new double[A1.JOINTS];
    private final double[] j = new double[9];

    /**
     * A drive for one kind of legs.
     *
     * @param legs their lengths
     */
    LegDrive(final LegGeometry legs) {
        kinematics = new LegKinematics(legs);
    }

    /**
     * Commands one leg.
     *
     * @param leg leg index
     * @param foot target places of all feet, trunk axes, 4 x 3, m
     * @param footVelocity target velocities of all feet, trunk axes, 4 x 3, m/s
     * @param groundForce expected forces of the ground on the feet, trunk axes, 4 x 3, N
     * @param kp stiffness, N m/rad
     * @param kd damping, N m s/rad
     * @param out commands of the leg's joints
     * @return whether the target can be reached
     */
    boolean command(
            final int leg,
            final double[] foot,
            final double[] footVelocity,
            final double[] groundForce,
            final double kp,
            final double kd,
            final JointCommands out) {
        final int i = 3 * leg;
        final boolean reached = kinematics.inverse(leg, foot, i, q);
        kinematics.jacobian(leg, q, j);
        final double c0 = j[4] * j[8] - j[5] * j[7];
        final double c1 = j[5] * j[6] - j[3] * j[8];
        final double c2 = j[3] * j[7] - j[4] * j[6];
        final double det = j[0] * c0 + j[1] * c1 + j[2] * c2;
        final double scale = Math.abs(det) < SINGULAR ? 0 : 1 / det;
        final double vx = footVelocity[i];
        final double vy = footVelocity[i + 1];
        final double vz = footVelocity[i + 2];
        out.dq[i] = scale * (c0 * vx + (j[2] * j[7] - j[1] * j[8]) * vy + (j[1] * j[5] - j[2] * j[4]) * vz);
        out.dq[i + 1] = scale * (c1 * vx + (j[0] * j[8] - j[2] * j[6]) * vy + (j[2] * j[3] - j[0] * j[5]) * vz);
        out.dq[i + 2] = scale * (c2 * vx + (j[1] * j[6] - j[0] * j[7]) * vy + (j[0] * j[4] - j[1] * j[3]) * vz);
        for (int k = 0; k < A1.JOINTS_PER_LEG; k++) {
            out.mode[i + k] = MotorMode.SERVO;
            out.q[i + k] = q[i + k];
            out.tau[i + k] = -(j[k] * groundForce[i] + j[3 + k] * groundForce[i + 1] + j[6 + k] * groundForce[i + 2]);
            out.kp[i + k] = kp;
            out.kd[i + k] = kd;
        }
        return reached;
    }
}
