package gaitd.sim.engine;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Equations of motion of trunk and four legs in one state: M a + c = f over 18 velocities.
 *
 * <p>All vectors are in trunk axes from the trunk origin. Velocities are (trunk origin's velocity, trunk's angular
 * velocity, 12 joint speeds); a leg couples to the trunk only, so M is kept as its trunk block, twelve columns that
 * couple a joint to the trunk and four 3 x 3 leg blocks. Composite inertias give M, a recursive Newton-Euler pass gives
 * c. Source: Featherstone, Rigid Body Dynamics Algorithms, 2008, chapters 5 and 6.
 *
 * <p>Called by the engine once a step. Allocates nothing after construction. Not thread-safe.
 */
final class ArticulatedBody {
    private static final int LEG_LINKS = A1.JOINTS;

    final RobotModel model;
    /** World from trunk, 3 x 3. */
    final double[] rotation = new double[9];
    /** Joint axes, 12 x 3. */
    final double[] axis = new double[3 * A1.JOINTS];
    /** Joint positions, 12 x 3. */
    final double[] origin = new double[3 * A1.JOINTS];
    /** Feet, 4 x 3. */
    final double[] foot = new double[3 * A1.LEGS];
    /** Centres of mass of the leg links, 12 x 3. */
    final double[] com = new double[3 * LEG_LINKS];
    /** Trunk block of M, 6 x 6, upper triangle and lower triangle. */
    final double[] trunkBlock = new double[36];
    /** Columns of M from a joint to the trunk, 12 x 6. */
    final double[] coupling = new double[6 * A1.JOINTS];
    /** Leg blocks of M with armature, 4 x 3 x 3. */
    final double[] legBlock = new double[9 * A1.LEGS];
    /** Bias c, 18. */
    final double[] bias = new double[18];

    private final double[] inertia = new double[6 * LEG_LINKS];
    private final double[] turned = new double[9];
    /** Of each joint, the velocity it gives to the trunk origin as a point of the leg. */
    final double[] lever = new double[3 * A1.JOINTS];

    private final double[] force = new double[3 * LEG_LINKS];
    private final double[] moment = new double[3 * LEG_LINKS];
    private final double[] linkForce = new double[6];
    private final double[] spin = new double[3];
    private final double[] spinRate = new double[3];
    private final double[] acceleration = new double[3];

    ArticulatedBody(final RobotModel model) {
        this.model = model;
    }

    /**
     * Computes everything for a state.
     *
     * @param quaternion trunk to world, w x y z
     * @param angularVelocity trunk axes, rad/s
     * @param q joint angles, rad
     * @param dq joint speeds, rad/s
     */
    void update(final double[] quaternion, final double[] angularVelocity, final double[] q, final double[] dq) {
        Attitude.toMatrix(quaternion, rotation);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            placeLeg(leg, q);
        }
        trunkBias(angularVelocity);
        trunkInertia();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            legBias(leg, angularVelocity, dq);
            legInertia(leg);
        }
        mirrorTrunkBlock();
    }

    private void placeLeg(final int leg, final double[] q) {
        final int j = 3 * leg;
        final double ch = StrictMath.cos(q[j]);
        final double sh = StrictMath.sin(q[j]);
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
        turned(StrictMath.cos(q[j + 1]), StrictMath.sin(q[j + 1]), ch, sh);
        turnLink(j + 1);
        moved(o + 6, origin, o + 3, off[m + 6], off[m + 7], off[m + 8]);
        final double knee = q[j + 1] + q[j + 2];
        turned(StrictMath.cos(knee), StrictMath.sin(knee), ch, sh);
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

    private void trunkInertia() {
        Arrays.fill(trunkBlock, 0);
        addToTrunk(
                model.massKg[0],
                model.massKg[0] * model.comM[0],
                model.massKg[0] * model.comM[1],
                model.massKg[0] * model.comM[2]);
        final double m = model.massKg[0];
        final double x = model.comM[0];
        final double y = model.comM[1];
        final double z = model.comM[2];
        final double[] i = model.inertiaKgM2;
        addRotational(
                i[0] + m * (y * y + z * z),
                i[1] + m * (x * x + z * z),
                i[2] + m * (x * x + y * y),
                i[3] - m * x * y,
                i[4] - m * x * z,
                i[5] - m * y * z);
    }

    private void addToTrunk(final double m, final double hx, final double hy, final double hz) {
        trunkBlock[0] += m;
        trunkBlock[7] += m;
        trunkBlock[14] += m;
        trunkBlock[4] += hz;
        trunkBlock[5] -= hy;
        trunkBlock[9] -= hz;
        trunkBlock[11] += hx;
        trunkBlock[15] += hy;
        trunkBlock[16] -= hx;
    }

    private void addRotational(
            final double xx, final double yy, final double zz, final double xy, final double xz, final double yz) {
        trunkBlock[21] += xx;
        trunkBlock[28] += yy;
        trunkBlock[35] += zz;
        trunkBlock[22] += xy;
        trunkBlock[23] += xz;
        trunkBlock[29] += yz;
    }

    private void mirrorTrunkBlock() {
        for (int row = 1; row < 6; row++) {
            for (int column = 0; column < row; column++) {
                trunkBlock[6 * row + column] = trunkBlock[6 * column + row];
            }
        }
    }

    private void legInertia(final int leg) {
        double m = 0;
        double hx = 0;
        double hy = 0;
        double hz = 0;
        double xx = 0;
        double yy = 0;
        double zz = 0;
        double xy = 0;
        double xz = 0;
        double yz = 0;
        for (int k = 2; k >= 0; k--) {
            final int link = 3 * leg + k;
            final int p = 3 * link;
            final int t = 6 * link;
            final double own = model.massKg[link + 1];
            final double x = com[p];
            final double y = com[p + 1];
            final double z = com[p + 2];
            m += own;
            hx += own * x;
            hy += own * y;
            hz += own * z;
            xx += inertia[t] + own * (y * y + z * z);
            yy += inertia[t + 1] + own * (x * x + z * z);
            zz += inertia[t + 2] + own * (x * x + y * y);
            xy += inertia[t + 3] - own * x * y;
            xz += inertia[t + 4] - own * x * z;
            yz += inertia[t + 5] - own * y * z;
            final double ax = axis[p];
            final double ay = axis[p + 1];
            final double az = axis[p + 2];
            final double vx = lever[p];
            final double vy = lever[p + 1];
            final double vz = lever[p + 2];
            final double px = m * vx + ay * hz - az * hy;
            final double py = m * vy + az * hx - ax * hz;
            final double pz = m * vz + ax * hy - ay * hx;
            final double lx = hy * vz - hz * vy + xx * ax + xy * ay + xz * az;
            final double ly = hz * vx - hx * vz + xy * ax + yy * ay + yz * az;
            final double lz = hx * vy - hy * vx + xz * ax + yz * ay + zz * az;
            coupling[t] = px;
            coupling[t + 1] = py;
            coupling[t + 2] = pz;
            coupling[t + 3] = lx;
            coupling[t + 4] = ly;
            coupling[t + 5] = lz;
            for (int above = 0; above <= k; above++) {
                final int a = 3 * (3 * leg + above);
                final double value = lever[a] * px
                        + lever[a + 1] * py
                        + lever[a + 2] * pz
                        + axis[a] * lx
                        + axis[a + 1] * ly
                        + axis[a + 2] * lz;
                legBlock[9 * leg + 3 * above + k] = value;
                legBlock[9 * leg + 3 * k + above] = value;
            }
            legBlock[9 * leg + 4 * k] += model.armatureKgM2;
        }
        addToTrunk(m, hx, hy, hz);
        addRotational(xx, yy, zz, xy, xz, yz);
    }

    private void trunkBias(final double[] w) {
        spin[0] = w[0];
        spin[1] = w[1];
        spin[2] = w[2];
        spinRate[0] = 0;
        spinRate[1] = 0;
        spinRate[2] = 0;
        final double up = RobotModel.GRAVITY_M_S2;
        acceleration[0] = up * rotation[6];
        acceleration[1] = up * rotation[7];
        acceleration[2] = up * rotation[8];
        force(model.massKg[0], model.comM, 0, model.comM[0], model.comM[1], model.comM[2], model.inertiaKgM2, 0);
        System.arraycopy(linkForce, 0, bias, 0, 6);
    }

    /**
     * Force and moment about the trunk origin that move a link as {@link #spin}, {@link #spinRate} and
     * {@link #acceleration} (of its frame's origin) say, into {@link #linkForce}.
     */
    private void force(
            final double m,
            final double[] centre,
            final int at,
            final double dx,
            final double dy,
            final double dz,
            final double[] inertias,
            final int i) {
        final double wx = spin[0];
        final double wy = spin[1];
        final double wz = spin[2];
        final double rx = spinRate[0];
        final double ry = spinRate[1];
        final double rz = spinRate[2];
        final double ux = wy * dz - wz * dy;
        final double uy = wz * dx - wx * dz;
        final double uz = wx * dy - wy * dx;
        final double fx = m * (acceleration[0] + ry * dz - rz * dy + wy * uz - wz * uy);
        final double fy = m * (acceleration[1] + rz * dx - rx * dz + wz * ux - wx * uz);
        final double fz = m * (acceleration[2] + rx * dy - ry * dx + wx * uy - wy * ux);
        final double xx = inertias[i];
        final double yy = inertias[i + 1];
        final double zz = inertias[i + 2];
        final double xy = inertias[i + 3];
        final double xz = inertias[i + 4];
        final double yz = inertias[i + 5];
        final double lx = xx * wx + xy * wy + xz * wz;
        final double ly = xy * wx + yy * wy + yz * wz;
        final double lz = xz * wx + yz * wy + zz * wz;
        linkForce[0] = fx;
        linkForce[1] = fy;
        linkForce[2] = fz;
        linkForce[3] = centre[at + 1] * fz - centre[at + 2] * fy + xx * rx + xy * ry + xz * rz + wy * lz - wz * ly;
        linkForce[4] = centre[at + 2] * fx - centre[at] * fz + xy * rx + yy * ry + yz * rz + wz * lx - wx * lz;
        linkForce[5] = centre[at] * fy - centre[at + 1] * fx + xz * rx + yz * ry + zz * rz + wx * ly - wy * lx;
    }

    private void legBias(final int leg, final double[] w, final double[] dq) {
        final double up = RobotModel.GRAVITY_M_S2;
        spin[0] = w[0];
        spin[1] = w[1];
        spin[2] = w[2];
        spinRate[0] = 0;
        spinRate[1] = 0;
        spinRate[2] = 0;
        acceleration[0] = up * rotation[6];
        acceleration[1] = up * rotation[7];
        acceleration[2] = up * rotation[8];
        double fromX = 0;
        double fromY = 0;
        double fromZ = 0;
        for (int k = 0; k < 3; k++) {
            final int link = 3 * leg + k;
            final int p = 3 * link;
            moveAlong(origin[p] - fromX, origin[p + 1] - fromY, origin[p + 2] - fromZ);
            fromX = origin[p];
            fromY = origin[p + 1];
            fromZ = origin[p + 2];
            final double gx = axis[p] * dq[link];
            final double gy = axis[p + 1] * dq[link];
            final double gz = axis[p + 2] * dq[link];
            spinRate[0] += spin[1] * gz - spin[2] * gy;
            spinRate[1] += spin[2] * gx - spin[0] * gz;
            spinRate[2] += spin[0] * gy - spin[1] * gx;
            spin[0] += gx;
            spin[1] += gy;
            spin[2] += gz;
            force(
                    model.massKg[link + 1],
                    com,
                    p,
                    com[p] - fromX,
                    com[p + 1] - fromY,
                    com[p + 2] - fromZ,
                    inertia,
                    6 * link);
            for (int i = 0; i < 3; i++) {
                force[p + i] = linkForce[i];
                moment[p + i] = linkForce[i + 3];
            }
        }
        gather(leg);
    }

    private void moveAlong(final double dx, final double dy, final double dz) {
        final double ux = spin[1] * dz - spin[2] * dy;
        final double uy = spin[2] * dx - spin[0] * dz;
        final double uz = spin[0] * dy - spin[1] * dx;
        acceleration[0] += spinRate[1] * dz - spinRate[2] * dy + spin[1] * uz - spin[2] * uy;
        acceleration[1] += spinRate[2] * dx - spinRate[0] * dz + spin[2] * ux - spin[0] * uz;
        acceleration[2] += spinRate[0] * dy - spinRate[1] * dx + spin[0] * uy - spin[1] * ux;
    }

    private void gather(final int leg) {
        double fx = 0;
        double fy = 0;
        double fz = 0;
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int link = 3 * leg + 2; link >= 3 * leg; link--) {
            final int p = 3 * link;
            fx += force[p];
            fy += force[p + 1];
            fz += force[p + 2];
            nx += moment[p];
            ny += moment[p + 1];
            nz += moment[p + 2];
            bias[6 + link] = lever[p] * fx
                    + lever[p + 1] * fy
                    + lever[p + 2] * fz
                    + axis[p] * nx
                    + axis[p + 1] * ny
                    + axis[p + 2] * nz;
        }
        bias[0] += fx;
        bias[1] += fy;
        bias[2] += fz;
        bias[3] += nx;
        bias[4] += ny;
        bias[5] += nz;
    }
}
