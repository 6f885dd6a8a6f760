package gaitd.sim.engine;

import gaitd.hal.A1;
import gaitd.hal.Gravity;

/**
 * Bias of the equations of motion: the forces that balance gravity and velocity terms at zero acceleration.
 *
 * <p>Recursive Newton-Euler pass in trunk axes. Source: Featherstone, Rigid Body Dynamics Algorithms, 2008, section
 * 5.3. Called by {@link ArticulatedBody} once a step. Allocates nothing after construction.
 */
final class NewtonEuler {
    /** Bias: force on the trunk, moment about its origin, 12 joint torques, N and N m. */
    final double[] bias = new double[18];

    private final RobotModel model;
    /** Force on each leg link and its moment about the trunk origin, 12 x 6. */
    private final double[] wrench = new double[6 * A1.JOINTS];

    NewtonEuler(final RobotModel model) {
        this.model = model;
    }

    /**
     * Computes the bias of a state.
     *
     * @param pose the pose
     * @param angularVelocity of the trunk, trunk axes, rad/s
     * @param dq joint speeds, rad/s
     */
    void update(final Kinematics pose, final double[] angularVelocity, final double[] dq) {
        trunkBias(pose, angularVelocity);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            legBias(leg, pose, angularVelocity, dq);
        }
    }

    /** The trunk origin accelerates upward in place of gravity. */
    private void trunkBias(final Kinematics pose, final double[] w) {
        final double[] c = model.comM;
        final double g = Gravity.M_S2;
        final double ux = w[1] * c[2] - w[2] * c[1];
        final double uy = w[2] * c[0] - w[0] * c[2];
        final double uz = w[0] * c[1] - w[1] * c[0];
        final double ax = g * pose.rotation[6] + (w[1] * uz - w[2] * uy);
        final double ay = g * pose.rotation[7] + (w[2] * ux - w[0] * uz);
        final double az = g * pose.rotation[8] + (w[0] * uy - w[1] * ux);
        wrench(model.massKg[0], c, 0, ax, ay, az, model.inertiaKgM2, 0, w[0], w[1], w[2], 0, 0, 0, bias, 0);
    }

    /** Force and moment about the trunk origin that move a link so, its centre of mass accelerating by a. */
    private static void wrench(
            final double m,
            final double[] centre,
            final int c,
            final double ax,
            final double ay,
            final double az,
            final double[] inertias,
            final int i,
            final double wx,
            final double wy,
            final double wz,
            final double rx,
            final double ry,
            final double rz,
            final double[] out,
            final int at) {
        final double fx = m * ax;
        final double fy = m * ay;
        final double fz = m * az;
        final double xx = inertias[i];
        final double yy = inertias[i + 1];
        final double zz = inertias[i + 2];
        final double xy = inertias[i + 3];
        final double xz = inertias[i + 4];
        final double yz = inertias[i + 5];
        final double lx = xx * wx + xy * wy + xz * wz;
        final double ly = xy * wx + yy * wy + yz * wz;
        final double lz = xz * wx + yz * wy + zz * wz;
        final double x = centre[c];
        final double y = centre[c + 1];
        final double z = centre[c + 2];
        out[at] = fx;
        out[at + 1] = fy;
        out[at + 2] = fz;
        out[at + 3] = (y * fz - z * fy) + (xx * rx + xy * ry + xz * rz) + (wy * lz - wz * ly);
        out[at + 4] = (z * fx - x * fz) + (xy * rx + yy * ry + yz * rz) + (wz * lx - wx * lz);
        out[at + 5] = (x * fy - y * fx) + (xz * rx + yz * ry + zz * rz) + (wx * ly - wy * lx);
    }

    private void legBias(final int leg, final Kinematics pose, final double[] w, final double[] dq) {
        final double[] origin = pose.origin;
        final double[] com = pose.com;
        final double g = Gravity.M_S2;
        double ax = g * pose.rotation[6];
        double ay = g * pose.rotation[7];
        double az = g * pose.rotation[8];
        double wx = w[0];
        double wy = w[1];
        double wz = w[2];
        double rx = 0;
        double ry = 0;
        double rz = 0;
        double fromX = 0;
        double fromY = 0;
        double fromZ = 0;
        for (int link = 3 * leg; link < 3 * leg + 3; link++) {
            final int p = 3 * link;
            final double dx = origin[p] - fromX;
            final double dy = origin[p + 1] - fromY;
            final double dz = origin[p + 2] - fromZ;
            final double ux = wy * dz - wz * dy;
            final double uy = wz * dx - wx * dz;
            final double uz = wx * dy - wy * dx;
            ax += (ry * dz - rz * dy) + (wy * uz - wz * uy);
            ay += (rz * dx - rx * dz) + (wz * ux - wx * uz);
            az += (rx * dy - ry * dx) + (wx * uy - wy * ux);
            fromX = origin[p];
            fromY = origin[p + 1];
            fromZ = origin[p + 2];
            final double gx = pose.axis[p] * dq[link];
            final double gy = pose.axis[p + 1] * dq[link];
            final double gz = pose.axis[p + 2] * dq[link];
            rx += wy * gz - wz * gy;
            ry += wz * gx - wx * gz;
            rz += wx * gy - wy * gx;
            wx += gx;
            wy += gy;
            wz += gz;
            final double cx = com[p] - fromX;
            final double cy = com[p + 1] - fromY;
            final double cz = com[p + 2] - fromZ;
            final double vx = wy * cz - wz * cy;
            final double vy = wz * cx - wx * cz;
            final double vz = wx * cy - wy * cx;
            wrench(
                    model.massKg[link + 1],
                    com,
                    p,
                    ax + (ry * cz - rz * cy) + (wy * vz - wz * vy),
                    ay + (rz * cx - rx * cz) + (wz * vx - wx * vz),
                    az + (rx * cy - ry * cx) + (wx * vy - wy * vx),
                    pose.inertia,
                    6 * link,
                    wx,
                    wy,
                    wz,
                    rx,
                    ry,
                    rz,
                    wrench,
                    6 * link);
        }
        gather(leg, pose);
    }

    private void gather(final int leg, final Kinematics pose) {
        double fx = 0;
        double fy = 0;
        double fz = 0;
        double nx = 0;
        double ny = 0;
        double nz = 0;
        for (int link = 3 * leg + 2; link >= 3 * leg; link--) {
            final int p = 3 * link;
            final int i = 6 * link;
            fx += wrench[i];
            fy += wrench[i + 1];
            fz += wrench[i + 2];
            nx += wrench[i + 3];
            ny += wrench[i + 4];
            nz += wrench[i + 5];
            bias[6 + link] = (pose.lever[p] * fx + pose.lever[p + 1] * fy)
                    + (pose.lever[p + 2] * fz + pose.axis[p] * nx)
                    + (pose.axis[p + 1] * ny + pose.axis[p + 2] * nz);
        }
        bias[0] += fx;
        bias[1] += fy;
        bias[2] += fz;
        bias[3] += nx;
        bias[4] += ny;
        bias[5] += nz;
    }
}
