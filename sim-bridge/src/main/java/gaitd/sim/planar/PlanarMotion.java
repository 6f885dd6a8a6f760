package gaitd.sim.planar;

import gaitd.maths.Trig;
import java.util.Arrays;

/**
 * Places of links, mass matrix and bias of a chain in a state.
 *
 * <p>By each link's Jacobian; chains are of ten links or fewer. Allocates nothing after construction.
 */
final class PlanarMotion {
    /** Downward. */
    static final double GRAVITY_M_S2 = 9.81;

    /** Mass matrix with armature, row by row, size x size. */
    final double[] mass;
    /** Forces of gravity and of velocities that joints have to bear at zero acceleration. */
    final double[] bias;

    private final PlanarModel model;
    private final int n;
    private final int[] parent;
    private final PlanarJoint[] joint;
    private final double[] x;
    private final double[] z;
    private final double[] angle;
    private final double[] cos;
    private final double[] sin;
    private final double[] rate;
    private final double[] ax;
    private final double[] az;
    private final double[] columnX;
    private final double[] columnZ;

    PlanarMotion(final PlanarModel model) {
        this.model = model;
        n = model.size();
        mass = new double[n * n];
        bias = new double[n];
        parent = model.links.stream().mapToInt(PlanarLink::parent).toArray();
        joint = model.links.stream().map(PlanarLink::joint).toArray(PlanarJoint[]::new);
        x = new double[n];
        z = new double[n];
        angle = new double[n];
        cos = new double[n];
        sin = new double[n];
        rate = new double[n];
        ax = new double[n];
        az = new double[n];
        columnX = new double[n];
        columnZ = new double[n];
    }

    /** Takes a state: positions from an index on, then velocities. */
    void update(final double[] state, final int at) {
        for (int i = 0; i < n; i++) {
            place(i, state[at + i], state[at + n + i]);
        }
        Arrays.fill(mass, 0);
        Arrays.fill(bias, 0);
        for (int i = 0; i < n; i++) {
            mass[i * n + i] = model.links.get(i).drive().armature();
        }
        for (int i = 0; i < n; i++) {
            if (model.massKg[i] > 0) {
                weigh(i);
            }
        }
    }

    private void place(final int i, final double q, final double v) {
        final int p = parent[i];
        final PlanarLink link = model.links.get(i);
        final double turn = joint[i].turn();
        if (p < 0) {
            x[i] = link.xM();
            z[i] = link.zM();
            ax[i] = 0;
            az[i] = 0;
            angle[i] = turn * q;
            rate[i] = turn * v;
        } else {
            final double dx = cos[p] * link.xM() + sin[p] * link.zM();
            final double dz = -sin[p] * link.xM() + cos[p] * link.zM();
            x[i] = x[p] + dx;
            z[i] = z[p] + dz;
            ax[i] = ax[p] - rate[p] * rate[p] * dx;
            az[i] = az[p] - rate[p] * rate[p] * dz;
            angle[i] = angle[p] + turn * q;
            rate[i] = rate[p] + turn * v;
        }
        if (joint[i] == PlanarJoint.SLIDE_X) {
            x[i] += q;
        } else if (joint[i] == PlanarJoint.SLIDE_Z) {
            z[i] += q;
        }
        cos[i] = Trig.cos(angle[i]);
        sin[i] = Trig.sin(angle[i]);
    }

    private void weigh(final int i) {
        final double m = model.massKg[i];
        final double cx = worldX(i, model.comX[i], model.comZ[i]);
        final double cz = worldZ(i, model.comX[i], model.comZ[i]);
        final double accX = ax[i] - rate[i] * rate[i] * (cx - x[i]);
        final double accZ = az[i] - rate[i] * rate[i] * (cz - z[i]) + GRAVITY_M_S2;
        for (int j = i; j >= 0; j = parent[j]) {
            columnX[j] = alongX(j, cz);
            columnZ[j] = alongZ(j, cx);
            bias[j] += m * (columnX[j] * accX + columnZ[j] * accZ);
        }
        for (int j = i; j >= 0; j = parent[j]) {
            for (int k = j; k >= 0; k = parent[k]) {
                final double add = m * (columnX[j] * columnX[k] + columnZ[j] * columnZ[k])
                        + model.inertia[i] * joint[j].turn() * joint[k].turn();
                mass[j * n + k] += add;
                if (j != k) {
                    mass[k * n + j] += add;
                }
            }
        }
    }

    /** World x of a point of a link, m. */
    double worldX(final int link, final double px, final double pz) {
        return x[link] + cos[link] * px + sin[link] * pz;
    }

    /** World z of a point of a link, m. */
    double worldZ(final int link, final double px, final double pz) {
        return z[link] - sin[link] * px + cos[link] * pz;
    }

    /** Speed along x that a joint's speed of 1 gives a point at a height. */
    private double alongX(final int j, final double pz) {
        return joint[j] == PlanarJoint.SLIDE_X ? 1 : joint[j].turn() * (pz - z[j]);
    }

    /** Speed along z that a joint's speed of 1 gives a point at a place. */
    private double alongZ(final int j, final double px) {
        return joint[j] == PlanarJoint.SLIDE_Z ? 1 : -joint[j].turn() * (px - x[j]);
    }

    /** Writes how joints move a point of a link along z, and along x into the next row. */
    void point(final int link, final double px, final double pz, final double[] rows, final int at) {
        Arrays.fill(rows, at, at + 2 * n, 0);
        for (int j = link; j >= 0; j = parent[j]) {
            rows[at + j] = alongZ(j, px);
            rows[at + n + j] = alongX(j, pz);
        }
    }
}
