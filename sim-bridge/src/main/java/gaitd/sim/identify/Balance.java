package gaitd.sim.identify;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.maths.Trig;
import gaitd.sim.engine.DynamicsReadout;
import gaitd.sim.engine.RobotModel;

/**
 * The equations of motion of a moving robot with the ground's forces eliminated.
 *
 * <p>Three rows of a leg give the force on its foot from its torques, whether it stands or hangs: f = J^-T (inertia and
 * gravity of the leg - torque). Put into the six rows of the trunk, no force is left that is not known, so neither contact nor friction of
 * the ground need be known. Gravity comes with the accelerometer's specific force, so attitude is needed for the foot's
 * contact point alone. Allocates nothing after construction.
 */
final class Balance {
    /** Rows of the trunk: force, moment about its origin. */
    static final int TRUNK_ROWS = 6;

    /** Inertia, gravity and velocity terms of the nominal robot: force, moment, 12 joint torques. */
    final double[] inertial = new double[18];
    /** Force on the trunk's rows by a torque of a joint, 12 x 6. */
    final double[] lever = new double[TRUNK_ROWS * A1.JOINTS];

    /** Velocity of each foot's contact point against the trunk origin, 4 x 3, m/s. */
    final double[] contactMS = new double[3 * A1.LEGS];

    private static final double[] LEVEL = {1, 0, 0, 0};
    private static final double[] ORIGIN = new double[3];
    private static final int DOFS = 18;

    private final DynamicsReadout dynamics;
    private final double[] mass = new double[DOFS * DOFS];
    private final double[] jacobian = new double[3 * DOFS];
    private final double[] foot = new double[3 * A1.LEGS];
    private final double[] acceleration = new double[DOFS];
    private final double[] inverse = new double[9];

    /** Balance of a robot as it was made. */
    Balance(final RobotModel nominal) {
        dynamics = new DynamicsReadout(nominal);
    }

    /**
     * Takes a moment.
     *
     * @param motion what the sensors tell
     * @param q joint angles as they are believed to be, 12, rad
     */
    void update(final Motion motion, final double[] q) {
        dynamics.update(ORIGIN, LEVEL, ORIGIN, motion.turn, q, motion.dq);
        dynamics.massMatrix(mass);
        dynamics.biasForce(inertial);
        for (int i = 0; i < 3; i++) {
            acceleration[i] = motion.specificForce[i];
            acceleration[3 + i] = motion.turnRate[i];
        }
        acceleration[2] -= Gravity.M_S2;
        System.arraycopy(motion.ddq, 0, acceleration, 6, A1.JOINTS);
        for (int i = 0; i < DOFS; i++) {
            double sum = inertial[i];
            for (int j = 0; j < DOFS; j++) {
                sum += mass[DOFS * i + j] * acceleration[j];
            }
            inertial[i] = sum;
        }
        dynamics.footPosition(foot);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            lever(leg, q[A1.JOINTS_PER_LEG * leg], motion);
        }
    }

    /** A torque u of the leg on its joints is the force J^-T u on the foot, and acts on the trunk where the foot touches. */
    private void lever(final int leg, final double hipRad, final Motion motion) {
        final double[] up = motion.up;
        dynamics.footJacobian(leg, jacobian);
        final double cos = Trig.cos(hipRad);
        final double sin = Trig.sin(hipRad);
        final double rx = -A1.FOOT_RADIUS_M * up[0];
        final double ry = -A1.FOOT_RADIUS_M * up[1];
        final double rz = -A1.FOOT_RADIUS_M * up[2];
        final int column = 6 + 3 * leg;
        final double a = jacobian[column];
        final double d = jacobian[DOFS + column] - rz;
        final double g = jacobian[2 * DOFS + column] + ry;
        final double tx = cos * rz - sin * ry;
        final double ty = sin * rx;
        final double tz = -cos * rx;
        final double b = jacobian[column + 1] + tx;
        final double e = jacobian[DOFS + column + 1] + ty;
        final double h = jacobian[2 * DOFS + column + 1] + tz;
        final double c = jacobian[column + 2] + tx;
        final double f = jacobian[DOFS + column + 2] + ty;
        final double i = jacobian[2 * DOFS + column + 2] + tz;
        final double det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
        inverse[0] = (e * i - f * h) / det;
        inverse[1] = (c * h - b * i) / det;
        inverse[2] = (b * f - c * e) / det;
        inverse[3] = (f * g - d * i) / det;
        inverse[4] = (a * i - c * g) / det;
        inverse[5] = (c * d - a * f) / det;
        inverse[6] = (d * h - e * g) / det;
        inverse[7] = (b * g - a * h) / det;
        inverse[8] = (a * e - b * d) / det;
        final double px = foot[3 * leg] + rx;
        final double py = foot[3 * leg + 1] + ry;
        final double pz = foot[3 * leg + 2] + rz;
        final double[] w = motion.turn;
        final double hip = motion.dq[3 * leg];
        final double thigh = motion.dq[3 * leg + 1];
        final double calf = motion.dq[3 * leg + 2];
        contactMS[3 * leg] = a * hip + b * thigh + c * calf + w[1] * pz - w[2] * py;
        contactMS[3 * leg + 1] = d * hip + e * thigh + f * calf + w[2] * px - w[0] * pz;
        contactMS[3 * leg + 2] = g * hip + h * thigh + i * calf + w[0] * py - w[1] * px;
        for (int j = 0; j < A1.JOINTS_PER_LEG; j++) {
            final int at = TRUNK_ROWS * (3 * leg + j);
            final double fx = inverse[3 * j];
            final double fy = inverse[3 * j + 1];
            final double fz = inverse[3 * j + 2];
            lever[at] = fx;
            lever[at + 1] = fy;
            lever[at + 2] = fz;
            lever[at + 3] = py * fz - pz * fy;
            lever[at + 4] = pz * fx - px * fz;
            lever[at + 5] = px * fy - py * fx;
        }
    }
}
