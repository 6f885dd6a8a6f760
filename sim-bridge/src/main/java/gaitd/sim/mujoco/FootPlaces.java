package gaitd.sim.mujoco;

import gaitd.hal.A1;
import gaitd.maths.Trig;
import gaitd.sim.engine.RobotModel;

/**
 * Foot positions of a state by forward kinematics, since MuJoCo's own positions are those before the step.
 *
 * <p>Called after each step. Allocates nothing after construction. Not thread-safe.
 */
final class FootPlaces {
    private final RobotModel model;
    private final double[] leg = new double[3];

    /**
     * Feet of a robot.
     *
     * @param model its joints' places, read at each update
     */
    FootPlaces(final RobotModel model) {
        this.model = model;
    }

    /**
     * Places the feet.
     *
     * @param position trunk origin in the world, its orientation w x y z, joint angles; 19, m and rad
     * @param out centres of the feet in the world, 4 x 3, m
     */
    void update(final double[] position, final double[] out) {
        final double w = position[3];
        for (int foot = 0; foot < A1.LEGS; foot++) {
            inTrunk(foot, position);
            final double vx = leg[0];
            final double vy = leg[1];
            final double vz = leg[2];
            final double tx = 2 * (position[5] * vz - position[6] * vy);
            final double ty = 2 * (position[6] * vx - position[4] * vz);
            final double tz = 2 * (position[4] * vy - position[5] * vx);
            out[3 * foot] = position[0] + vx + w * tx + position[5] * tz - position[6] * ty;
            out[3 * foot + 1] = position[1] + vy + w * ty + position[6] * tx - position[4] * tz;
            out[3 * foot + 2] = position[2] + vz + w * tz + position[4] * ty - position[5] * tx;
        }
    }

    private void inTrunk(final int foot, final double[] position) {
        final int hip = 3 * (1 + A1.JOINTS_PER_LEG * foot);
        final int q = 7 + A1.JOINTS_PER_LEG * foot;
        leg[0] = 0;
        leg[1] = 0;
        leg[2] = -A1.CALF_M;
        pitchAndMove(position[q + 2], hip + 6);
        pitchAndMove(position[q + 1], hip + 3);
        final double c = Trig.cos(position[q]);
        final double s = Trig.sin(position[q]);
        final double y = leg[1];
        final double z = leg[2];
        leg[0] += model.offsetM[hip];
        leg[1] = model.offsetM[hip + 1] + c * y - s * z;
        leg[2] = model.offsetM[hip + 2] + s * y + c * z;
    }

    /** Turns about the y axis, then adds the joint's place in its parent. */
    private void pitchAndMove(final double angleRad, final int offset) {
        final double c = Trig.cos(angleRad);
        final double s = Trig.sin(angleRad);
        final double x = leg[0];
        final double z = leg[2];
        leg[0] = model.offsetM[offset] + c * x + s * z;
        leg[1] += model.offsetM[offset + 1];
        leg[2] = model.offsetM[offset + 2] - s * x + c * z;
    }
}
