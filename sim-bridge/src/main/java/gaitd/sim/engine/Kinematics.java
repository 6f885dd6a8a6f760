package gaitd.sim.engine;

import gaitd.hal.A1;

/**
 * Where the links of the legs are in one pose, in trunk axes from the trunk origin.
 *
 * <p>Knows that a hip turns about x and thigh and calf about y. Called by {@link ArticulatedBody} once a step. Allocates
 * nothing after construction.
 */
final class Kinematics {
    /** World from trunk, 3 x 3. */
    final double[] rotation = new double[9];
    /** Joint axes, 12 x 3. */
    final double[] axis = new double[3 * A1.JOINTS];
    /** Joint positions, 12 x 3, m. */
    final double[] origin = new double[3 * A1.JOINTS];
    /** Origin cross axis of each joint: the velocity it gives to the trunk origin as a point of the leg, 12 x 3. */
    final double[] lever = new double[3 * A1.JOINTS];
    /** Centres of the feet, 4 x 3, m. */
    final double[] foot = new double[3 * A1.LEGS];
    /** Centres of mass of the leg links, 12 x 3, m. */
    final double[] com = new double[3 * A1.JOINTS];
    /** Inertias of the leg links about their centres of mass, xx yy zz xy xz yz, 12 x 6, kg m^2. */
    final double[] inertia = new double[6 * A1.JOINTS];

    private final RobotModel model;
    private final double[] turned = new double[9];

    Kinematics(final RobotModel model) {
        this.model = model;
    }

    /**
     * Places the robot.
     *
     * @param quaternion trunk to world, w x y z
     * @param q joint angles, rad
     */
    void update(final double[] quaternion, final double[] q) {
        Attitude.toMatrix(quaternion, rotation);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            placeLeg(leg, q);
        }
    }

    private void placeLeg(final int leg, final double[] q) {
        final int j = 3 * leg;
        final double ch = Trig.cos(q[j]);
        final double sh = Trig.sin(q[j]);
        final double[] off = model.offsetM;
        final int o = 3 * j;
        final int m = 3 * (j + 1);
        origin[o] = off[m];
        origin[o + 1] = off[m + 1];
        origin[o + 2] = off[m + 2];
        axis[o] = 1;
        axis[o + 4] = ch;
        axis[o + 5] = sh;
        axis[o + 7] = ch;
        axis[o + 8] = sh;
        turned(1, 0, ch, sh);
        turnLink(j);
        moved(o + 3, origin, o, off[m + 3], off[m + 4], off[m + 5]);
        turned(Trig.cos(q[j + 1]), Trig.sin(q[j + 1]), ch, sh);
        turnLink(j + 1);
        moved(o + 6, origin, o + 3, off[m + 6], off[m + 7], off[m + 8]);
        final double knee = q[j + 1] + q[j + 2];
        turned(Trig.cos(knee), Trig.sin(knee), ch, sh);
        turnLink(j + 2);
        footAt(3 * leg, o + 6);
        for (int k = o; k < o + 9; k += 3) {
            lever[k] = origin[k + 1] * axis[k + 2] - origin[k + 2] * axis[k + 1];
            lever[k + 1] = origin[k + 2] * axis[k] - origin[k] * axis[k + 2];
            lever[k + 2] = origin[k] * axis[k + 1] - origin[k + 1] * axis[k];
        }
    }

    /** Rotation about x (ch, sh) of a rotation about y (c, s). */
    private void turned(final double c, final double s, final double ch, final double sh) {
        turned[0] = c;
        turned[1] = 0;
        turned[2] = s;
        turned[3] = sh * s;
        turned[4] = ch;
        turned[5] = -sh * c;
        turned[6] = -ch * s;
        turned[7] = sh;
        turned[8] = ch * c;
    }

    private void moved(
            final int to, final double[] from, final int at, final double x, final double y, final double z) {
        origin[to] = from[at] + turned[0] * x + turned[2] * z;
        origin[to + 1] = from[at + 1] + turned[3] * x + turned[4] * y + turned[5] * z;
        origin[to + 2] = from[at + 2] + turned[6] * x + turned[7] * y + turned[8] * z;
    }

    private void footAt(final int to, final int calf) {
        foot[to] = origin[calf] - turned[2] * A1.CALF_M;
        foot[to + 1] = origin[calf + 1] - turned[5] * A1.CALF_M;
        foot[to + 2] = origin[calf + 2] - turned[8] * A1.CALF_M;
    }

    /** Centre of mass and inertia of a leg link, in trunk axes. */
    private void turnLink(final int link) {
        final int c = 3 * (link + 1);
        final double x = model.comM[c];
        final double y = model.comM[c + 1];
        final double z = model.comM[c + 2];
        final int p = 3 * link;
        com[p] = origin[p] + turned[0] * x + turned[2] * z;
        com[p + 1] = origin[p + 1] + turned[3] * x + turned[4] * y + turned[5] * z;
        com[p + 2] = origin[p + 2] + turned[6] * x + turned[7] * y + turned[8] * z;
        final int i = 6 * (link + 1);
        final double[] own = model.inertiaKgM2;
        final double xx = own[i];
        final double yy = own[i + 1];
        final double zz = own[i + 2];
        final double xy = own[i + 3];
        final double xz = own[i + 4];
        final double yz = own[i + 5];
        final double a0 = turned[0] * xx + turned[2] * xz;
        final double a1 = turned[0] * xy + turned[2] * yz;
        final double a2 = turned[0] * xz + turned[2] * zz;
        final double b0 = turned[3] * xx + turned[4] * xy + turned[5] * xz;
        final double b1 = turned[3] * xy + turned[4] * yy + turned[5] * yz;
        final double b2 = turned[3] * xz + turned[4] * yz + turned[5] * zz;
        final double c0 = turned[6] * xx + turned[7] * xy + turned[8] * xz;
        final double c1 = turned[6] * xy + turned[7] * yy + turned[8] * yz;
        final double c2 = turned[6] * xz + turned[7] * yz + turned[8] * zz;
        final int t = 6 * link;
        inertia[t] = a0 * turned[0] + a2 * turned[2];
        inertia[t + 1] = b0 * turned[3] + b1 * turned[4] + b2 * turned[5];
        inertia[t + 2] = c0 * turned[6] + c1 * turned[7] + c2 * turned[8];
        inertia[t + 3] = a0 * turned[3] + a1 * turned[4] + a2 * turned[5];
        inertia[t + 4] = a0 * turned[6] + a1 * turned[7] + a2 * turned[8];
        inertia[t + 5] = b0 * turned[6] + b1 * turned[7] + b2 * turned[8];
    }
}
