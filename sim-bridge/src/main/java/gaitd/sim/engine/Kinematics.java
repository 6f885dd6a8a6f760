package gaitd.sim.engine;

import gaitd.hal.A1;
import gaitd.maths.Trig;

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
    /** Angles of hip, thigh and calf links against the trunk, their sines and cosines, 12 each. */
    private final double[] angle = new double[A1.JOINTS];

    private final double[] sine = new double[A1.JOINTS];
    private final double[] cosine = new double[A1.JOINTS];

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
        for (int j = 0; j < A1.JOINTS; j += 3) {
            angle[j] = q[j];
            angle[j + 1] = q[j + 1];
            angle[j + 2] = q[j + 1] + q[j + 2];
        }
        Trig.sinCos(angle, sine, cosine);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            placeLeg(leg);
        }
    }

    private void placeLeg(final int leg) {
        final int j = 3 * leg;
        final int o = 3 * j;
        final double ch = cosine[j];
        final double sh = sine[j];
        final double c1 = cosine[j + 1];
        final double s1 = sine[j + 1];
        final double c2 = cosine[j + 2];
        final double s2 = sine[j + 2];
        final double[] off = model.offsetM;
        origin[o] = off[o + 3];
        origin[o + 1] = off[o + 4];
        origin[o + 2] = off[o + 5];
        axis[o] = 1;
        axis[o + 4] = ch;
        axis[o + 5] = sh;
        axis[o + 7] = ch;
        axis[o + 8] = sh;
        turned(1, 0, ch, sh, off, o + 6, origin, o, origin, o + 3);
        turned(c1, s1, ch, sh, off, o + 9, origin, o + 3, origin, o + 6);
        final double reach = A1.CALF_M;
        foot[j] = origin[o + 6] - s2 * reach;
        foot[j + 1] = origin[o + 7] + sh * c2 * reach;
        foot[j + 2] = origin[o + 8] - ch * c2 * reach;
        turned(1, 0, ch, sh, model.comM, o + 3, origin, o, com, o);
        turned(c1, s1, ch, sh, model.comM, o + 6, origin, o + 3, com, o + 3);
        turned(c2, s2, ch, sh, model.comM, o + 9, origin, o + 6, com, o + 6);
        turnInertia(j, 1, 0, ch, sh);
        turnInertia(j + 1, c1, s1, ch, sh);
        turnInertia(j + 2, c2, s2, ch, sh);
        for (int k = o; k < o + 9; k += 3) {
            lever[k] = origin[k + 1] * axis[k + 2] - origin[k + 2] * axis[k + 1];
            lever[k + 1] = origin[k + 2] * axis[k] - origin[k] * axis[k + 2];
            lever[k + 2] = origin[k] * axis[k + 1] - origin[k + 1] * axis[k];
        }
    }

    /** Start plus a vector turned about y (c, s), then about x (ch, sh). */
    private static void turned(
            final double c,
            final double s,
            final double ch,
            final double sh,
            final double[] vector,
            final int v,
            final double[] start,
            final int a,
            final double[] out,
            final int to) {
        final double x = vector[v];
        final double y = vector[v + 1];
        final double z = vector[v + 2];
        final double down = c * z - s * x;
        out[to] = start[a] + (c * x + s * z);
        out[to + 1] = start[a + 1] + (ch * y - sh * down);
        out[to + 2] = start[a + 2] + (sh * y + ch * down);
    }

    /** Inertia of a leg link turned likewise, one axis after the other. */
    private void turnInertia(final int link, final double c, final double s, final double ch, final double sh) {
        final int i = 6 * (link + 1);
        final double[] own = model.inertiaKgM2;
        final double cs = c * s;
        final double across = own[i + 4];
        final double yy = own[i + 1];
        final double zz = s * s * own[i] - 2 * cs * across + c * c * own[i + 2];
        final double xy = c * own[i + 3] + s * own[i + 5];
        final double xz = cs * (own[i + 2] - own[i]) + (c * c - s * s) * across;
        final double yz = c * own[i + 5] - s * own[i + 3];
        final double chsh = ch * sh;
        final int t = 6 * link;
        inertia[t] = c * c * own[i] + 2 * cs * across + s * s * own[i + 2];
        inertia[t + 1] = ch * ch * yy - 2 * chsh * yz + sh * sh * zz;
        inertia[t + 2] = sh * sh * yy + 2 * chsh * yz + ch * ch * zz;
        inertia[t + 3] = ch * xy - sh * xz;
        inertia[t + 4] = sh * xy + ch * xz;
        inertia[t + 5] = chsh * (yy - zz) + (ch * ch - sh * sh) * yz;
    }
}
