package gaitd.sim.engine;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import java.util.Arrays;

/**
 * Dynamics of one state in the usual conventions: base velocity in WORLD axes, base angular velocity in TRUNK axes, 12
 * joint speeds.
 *
 * <p>For checks and analysis, not for the step. Call {@link #update} first. Not thread-safe.
 */
public final class DynamicsReadout {
    private final RobotModel model;
    private final ArticulatedBody body;
    private final MassFactor factor = new MassFactor();
    private final double[] position = new double[3];
    private final double[] velocity = new double[18];
    private final double[] work = new double[18];
    private final double[] matrix = new double[18 * 18];

    /**
     * Dynamics of a robot.
     *
     * @param model the robot
     */
    public DynamicsReadout(final RobotModel model) {
        this.model = model;
        this.body = new ArticulatedBody(model);
    }

    /**
     * Takes a state.
     *
     * @param basePosition trunk origin, world, 3, m
     * @param quaternion trunk to world, w x y z, unit
     * @param linearVelocity trunk origin, world axes, 3, m/s
     * @param angularVelocity trunk axes, 3, rad/s
     * @param q joint angles, 12, rad
     * @param dq joint speeds, 12, rad/s
     */
    public void update(
            final double[] basePosition,
            final double[] quaternion,
            final double[] linearVelocity,
            final double[] angularVelocity,
            final double[] q,
            final double[] dq) {
        System.arraycopy(basePosition, 0, position, 0, 3);
        System.arraycopy(linearVelocity, 0, velocity, 0, 3);
        System.arraycopy(angularVelocity, 0, velocity, 3, 3);
        System.arraycopy(dq, 0, velocity, 6, A1.JOINTS);
        body.update(quaternion, angularVelocity, q, dq);
    }

    /**
     * Accelerations under motor torques and a force on the trunk, without losses, limits or ground.
     *
     * @param torqueNm joint torques, 12, N m
     * @param forceWorldN force on the trunk, world axes, 3, N
     * @param pointTrunkM where it acts, trunk axes, 3, m
     * @param out trunk origin's acceleration (world axes), time derivative of the angular velocity's trunk components,
     *     joint accelerations, 18
     */
    public void acceleration(
            final double[] torqueNm, final double[] forceWorldN, final double[] pointTrunkM, final double[] out) {
        turnIn(forceWorldN, work);
        work[3] = pointTrunkM[1] * work[2] - pointTrunkM[2] * work[1];
        work[4] = pointTrunkM[2] * work[0] - pointTrunkM[0] * work[2];
        work[5] = pointTrunkM[0] * work[1] - pointTrunkM[1] * work[0];
        System.arraycopy(torqueNm, 0, work, 6, A1.JOINTS);
        for (int i = 0; i < 18; i++) {
            work[i] -= body.bias()[i];
        }
        factor.factor(body.mass, new double[A1.JOINTS]);
        factor.whiten(work, work);
        factor.accelerate(work, work);
        turnOut(work, 0, 1, out, 0, 1);
        System.arraycopy(work, 3, out, 3, 15);
    }

    private void turnIn(final double[] world, final double[] out) {
        final double[] r = body.pose.rotation;
        for (int i = 0; i < 3; i++) {
            out[i] = r[i] * world[0] + r[3 + i] * world[1] + r[6 + i] * world[2];
        }
    }

    private void turnOut(
            final double[] from, final int at, final int stride, final double[] to, final int start, final int step) {
        final double[] r = body.pose.rotation;
        final double x = from[at];
        final double y = from[at + stride];
        final double z = from[at + 2 * stride];
        for (int i = 0; i < 3; i++) {
            to[start + i * step] = r[3 * i] * x + r[3 * i + 1] * y + r[3 * i + 2] * z;
        }
    }

    /**
     * Mass matrix, armature included.
     *
     * @param out row by row, 18 x 18
     */
    public void massMatrix(final double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                out[18 * i + j] = body.mass.trunkBlock[6 * i + j];
            }
            for (int j = 0; j < A1.JOINTS; j++) {
                out[18 * i + 6 + j] = body.mass.coupling[6 * j + i];
                out[18 * (6 + j) + i] = body.mass.coupling[6 * j + i];
            }
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            for (int k = 0; k < 3; k++) {
                out[18 * (6 + j) + 6 + 3 * (j / 3) + k] = body.mass.legBlock[3 * j + k];
            }
        }
        for (int column = 0; column < 18; column++) {
            turnOut(out, column, 18, out, column, 18);
        }
        for (int r = 0; r < 18; r++) {
            turnOut(out, 18 * r, 1, out, 18 * r, 1);
        }
    }

    /**
     * Coriolis, centrifugal and gravity terms c of M a + c = applied.
     *
     * @param out 18
     */
    public void biasForce(final double[] out) {
        turnOut(body.bias(), 0, 1, out, 0, 1);
        System.arraycopy(body.bias(), 3, out, 3, 15);
    }

    /**
     * Centres of the feet.
     *
     * @param out world, 4 x 3, m
     */
    public void footPosition(final double[] out) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            turnOut(body.pose.foot, 3 * leg, 1, out, 3 * leg, 1);
            for (int i = 0; i < 3; i++) {
                out[3 * leg + i] += position[i];
            }
        }
    }

    /**
     * Jacobian of a foot: its world velocity is J times the 18 velocities.
     *
     * @param leg leg index
     * @param out row by row, 3 x 18
     */
    public void footJacobian(final int leg, final double[] out) {
        final Kinematics pose = body.pose;
        Arrays.fill(out, 0);
        final double x = pose.foot[3 * leg];
        final double y = pose.foot[3 * leg + 1];
        final double z = pose.foot[3 * leg + 2];
        for (int i = 0; i < 3; i++) {
            out[18 * i + i] = 1;
        }
        out[4] = z;
        out[5] = -y;
        out[21] = -z;
        out[23] = x;
        out[39] = y;
        out[40] = -x;
        for (int k = 0; k < 3; k++) {
            final int a = 9 * leg + 3 * k;
            final int column = 6 + 3 * leg + k;
            final double ax = pose.axis[a];
            final double ay = pose.axis[a + 1];
            final double az = pose.axis[a + 2];
            out[column] = pose.lever[a] + ay * z - az * y;
            out[18 + column] = pose.lever[a + 1] + az * x - ax * z;
            out[36 + column] = pose.lever[a + 2] + ax * y - ay * x;
        }
        for (int column = 3; column < 18; column++) {
            turnOut(out, column, 18, out, column, 18);
        }
    }

    /**
     * Centre of mass of the whole robot.
     *
     * @param out world, 3, m
     */
    public void centerOfMass(final double[] out) {
        for (int i = 0; i < 3; i++) {
            work[i] = model.massKg[0] * model.comM[i];
            for (int link = 0; link < A1.JOINTS; link++) {
                work[i] += model.massKg[link + 1] * body.pose.com[3 * link + i];
            }
            work[i] /= model.totalMassKg();
        }
        turnOut(work, 0, 1, out, 0, 1);
        for (int i = 0; i < 3; i++) {
            out[i] += position[i];
        }
    }

    /**
     * Kinetic energy, the armatures' included.
     *
     * @return J
     */
    public double kineticEnergyJ() {
        massMatrix(matrix);
        double twice = 0;
        for (int i = 0; i < 18; i++) {
            for (int j = 0; j < 18; j++) {
                twice += velocity[i] * matrix[18 * i + j] * velocity[j];
            }
        }
        return twice / 2;
    }

    /**
     * Potential energy, 0 with all mass at world z = 0.
     *
     * @return J
     */
    public double potentialEnergyJ() {
        centerOfMass(work);
        return model.totalMassKg() * Gravity.M_S2 * work[2];
    }
}
