package gaitd.sim.engine;

import gaitd.hal.A1;

/**
 * Bias of the equations of motion: what forces would give no acceleration, against gravity and for the present speeds.
 *
 * <p>Recursive Newton-Euler pass in trunk axes. Source: Featherstone, Rigid Body Dynamics Algorithms, 2008, section 5.3.
 * Called by {@link ArticulatedBody} once a step. Allocates nothing after construction.
 */
final class NewtonEuler {
    /** Bias: force on the trunk, moment about its origin, 12 joint torques, N and N m. */
    final double[] bias = new double[18];

    private final RobotModel model;
    private final double[] force = new double[3 * A1.JOINTS];
    private final double[] moment = new double[3 * A1.JOINTS];
    private final double[] linkForce = new double[6];
    private final double[] spin = new double[3];
    private final double[] spinRate = new double[3];
    private final double[] acceleration = new double[3];

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

    /** Starts at the trunk origin, which accelerates upward in place of gravity. */
    private void startAtTrunk(final Kinematics pose, final double[] w) {
        for (int i = 0; i < 3; i++) {
            spin[i] = w[i];
            spinRate[i] = 0;
            acceleration[i] = RobotModel.GRAVITY_M_S2 * pose.rotation[6 + i];
        }
    }

    private void trunkBias(final Kinematics pose, final double[] w) {
        startAtTrunk(pose, w);
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

    private void legBias(final int leg, final Kinematics pose, final double[] w, final double[] dq) {
        startAtTrunk(pose, w);
        double fromX = 0;
        double fromY = 0;
        double fromZ = 0;
        for (int k = 0; k < 3; k++) {
            final int link = 3 * leg + k;
            final int p = 3 * link;
            moveAlong(pose.origin[p] - fromX, pose.origin[p + 1] - fromY, pose.origin[p + 2] - fromZ);
            fromX = pose.origin[p];
            fromY = pose.origin[p + 1];
            fromZ = pose.origin[p + 2];
            final double gx = pose.axis[p] * dq[link];
            final double gy = pose.axis[p + 1] * dq[link];
            final double gz = pose.axis[p + 2] * dq[link];
            spinRate[0] += spin[1] * gz - spin[2] * gy;
            spinRate[1] += spin[2] * gx - spin[0] * gz;
            spinRate[2] += spin[0] * gy - spin[1] * gx;
            spin[0] += gx;
            spin[1] += gy;
            spin[2] += gz;
            force(
                    model.massKg[link + 1],
                    pose.com,
                    p,
                    pose.com[p] - fromX,
                    pose.com[p + 1] - fromY,
                    pose.com[p + 2] - fromZ,
                    pose.inertia,
                    6 * link);
            for (int i = 0; i < 3; i++) {
                force[p + i] = linkForce[i];
                moment[p + i] = linkForce[i + 3];
            }
        }
        gather(leg, pose);
    }

    private void moveAlong(final double dx, final double dy, final double dz) {
        final double ux = spin[1] * dz - spin[2] * dy;
        final double uy = spin[2] * dx - spin[0] * dz;
        final double uz = spin[0] * dy - spin[1] * dx;
        acceleration[0] += spinRate[1] * dz - spinRate[2] * dy + spin[1] * uz - spin[2] * uy;
        acceleration[1] += spinRate[2] * dx - spinRate[0] * dz + spin[2] * ux - spin[0] * uz;
        acceleration[2] += spinRate[0] * dy - spinRate[1] * dx + spin[0] * uy - spin[1] * ux;
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
            fx += force[p];
            fy += force[p + 1];
            fz += force[p + 2];
            nx += moment[p];
            ny += moment[p + 1];
            nz += moment[p + 2];
            bias[6 + link] = pose.lever[p] * fx
                    + pose.lever[p + 1] * fy
                    + pose.lever[p + 2] * fz
                    + pose.axis[p] * nx
                    + pose.axis[p + 1] * ny
                    + pose.axis[p + 2] * nz;
        }
        bias[0] += fx;
        bias[1] += fy;
        bias[2] += fz;
        bias[3] += nx;
        bias[4] += ny;
        bias[5] += nz;
    }
}
