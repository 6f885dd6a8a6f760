package gaitd.sim.engine;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Mass matrix of trunk and legs, armature included, from composite inertias.
 *
 * <p>A leg couples to the trunk only, so M is kept as its trunk block, twelve columns that couple a joint to the trunk and
 * four 3 x 3 leg blocks. Vectors are in trunk axes from the trunk origin, linear before angular. Source: Featherstone,
 * Rigid Body Dynamics Algorithms, 2008, section 6.2. Called by {@link ArticulatedBody} once a step. Allocates nothing
 * after construction.
 */
final class MassMatrix {
    /** Trunk block of M, 6 x 6. */
    final double[] trunkBlock = new double[36];
    /** Columns of M from a joint to the trunk, 12 x 6. */
    final double[] coupling = new double[6 * A1.JOINTS];
    /** Leg blocks of M, 4 x 3 x 3. */
    final double[] legBlock = new double[9 * A1.LEGS];

    private final RobotModel model;

    MassMatrix(final RobotModel model) {
        this.model = model;
    }

    /**
     * Computes the matrix of a pose.
     *
     * @param at the pose
     */
    void update(final Kinematics at) {
        trunkInertia();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            legInertia(leg, at);
        }
        mirrorTrunkBlock();
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

    private void legInertia(final int leg, final Kinematics at) {
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
            final double x = at.com[p];
            final double y = at.com[p + 1];
            final double z = at.com[p + 2];
            m += own;
            hx += own * x;
            hy += own * y;
            hz += own * z;
            xx += at.inertia[t] + own * (y * y + z * z);
            yy += at.inertia[t + 1] + own * (x * x + z * z);
            zz += at.inertia[t + 2] + own * (x * x + y * y);
            xy += at.inertia[t + 3] - own * x * y;
            xz += at.inertia[t + 4] - own * x * z;
            yz += at.inertia[t + 5] - own * y * z;
            final double ax = at.axis[p];
            final double ay = at.axis[p + 1];
            final double az = at.axis[p + 2];
            final double vx = at.lever[p];
            final double vy = at.lever[p + 1];
            final double vz = at.lever[p + 2];
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
                final double value = at.lever[a] * px
                        + at.lever[a + 1] * py
                        + at.lever[a + 2] * pz
                        + at.axis[a] * lx
                        + at.axis[a + 1] * ly
                        + at.axis[a + 2] * lz;
                legBlock[9 * leg + 3 * above + k] = value;
                legBlock[9 * leg + 3 * k + above] = value;
            }
            legBlock[9 * leg + 4 * k] += model.armatureKgM2[3 * leg + k];
        }
        addToTrunk(m, hx, hy, hz);
        addRotational(xx, yy, zz, xy, xz, yz);
    }
}
