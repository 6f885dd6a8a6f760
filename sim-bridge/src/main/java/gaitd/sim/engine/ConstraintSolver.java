package gaitd.sim.engine;

import gaitd.hal.A1;
import java.util.Arrays;

/**
 * Impulses of ground, joint stops and dry friction over one step, by projected Gauss-Seidel.
 *
 * <p>Ground: the normal velocity after the step is at least -gap / dt, or for a sphere in the ground a fifth of what takes
 * it out in a step (at most 0.5 m/s); friction is a disc of radius mu times the normal impulse. Stops: likewise on the joint
 * speed. Dry friction: a box of +-torque times dt on each joint. No bounce. Rows are kept whitened (see
 * {@link MassFactor}), so a row costs two products of nine numbers a sweep. Sweeps end when no impulse moved by 1e-6 N s
 * (N m s), or after 50; they start from the last step's impulses.
 *
 * <p>Called by the engine once a step. Allocates nothing after construction. Not thread-safe.
 */
final class ConstraintSolver {
    /** Length of {@link #impulse}: 12 of dry friction, 12 of stops, 3 of each contact slot. */
    static final int IMPULSES = 24 + 3 * Contacts.SLOTS;

    private static final int STOP = 12;
    private static final int CONTACT = 24;
    private static final int MAX_SWEEPS = 50;
    private static final double SETTLED = 1e-6;
    private static final double PUSH_OUT = 0.2;
    private static final double PUSH_OUT_MAX_M_S = 0.5;
    private static final double STOP_REACH_RAD_S = 60;

    /** Impulses of the last step in joint and slot order, N s or N m s; the start of the next solution. */
    final double[] impulse = new double[IMPULSES];

    private final double timeStepS;
    private final RobotModel model;
    private final double[] row = new double[9 * (A1.JOINTS + 3 * Contacts.SLOTS)];
    private final double[] inverse = new double[A1.JOINTS + 3 * Contacts.SLOTS];
    private final double[] speed = new double[A1.JOINTS + 3 * Contacts.SLOTS];
    private final double[] floor = new double[Contacts.SLOTS];
    private final int[] legOffset = new int[Contacts.SLOTS];
    private final boolean[] touched = new boolean[Contacts.SLOTS];
    private final int[] stopSide = new int[A1.JOINTS];
    private final double[] stopFloor = new double[A1.JOINTS];
    private double[] u;
    private double moved;

    ConstraintSolver(final RobotModel model, final double timeStepS) {
        this.timeStepS = timeStepS;
        this.model = model;
        this.u = new double[18];
    }

    /** Forgets the last step. */
    void clear() {
        Arrays.fill(impulse, 0);
    }

    /**
     * Adds the impulses to a whitened change of velocity.
     *
     * @param body the robot's pose
     * @param factor factor of its mass matrix
     * @param contacts where it may touch
     * @param velocity before the step: trunk linear and angular in trunk axes, joints, 18
     * @param q joint angles, rad
     * @param change whitened change of velocity without constraints; the impulses are added to it, 18
     * @return how many sweeps it took
     */
    int solve(
            final Kinematics body,
            final MassFactor factor,
            final Contacts contacts,
            final double[] velocity,
            final double[] q,
            final double[] change) {
        u = change;
        Arrays.fill(touched, false);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            jointRow(joint, factor, velocity[6 + joint], q[joint]);
        }
        for (int c = 0; c < contacts.count; c++) {
            contactRows(c, body, factor, contacts, velocity);
        }
        for (int s = 0; s < Contacts.SLOTS; s++) {
            if (!touched[s]) {
                Arrays.fill(impulse, CONTACT + 3 * s, CONTACT + 3 * s + 3, 0);
            }
        }
        int sweeps = 0;
        do {
            moved = 0;
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                sweepJoint(joint);
            }
            for (int c = 0; c < contacts.count; c++) {
                sweepContact(c, CONTACT + 3 * contacts.slot[c]);
            }
            sweeps++;
        } while (moved > SETTLED && sweeps < MAX_SWEEPS);
        return sweeps;
    }

    private void jointRow(final int joint, final MassFactor factor, final double dq, final double q) {
        final int at = 9 * joint;
        Arrays.fill(row, at, at + 9, 0);
        row[at + 6 + joint % 3] = 1;
        factor.whitenRow(row, at, joint / 3);
        speed[joint] = dq;
        inverse[joint] = 1 / dot(at, row, at);
        final double above = q - RobotModel.positionMinRad(joint);
        final double below = RobotModel.positionMaxRad(joint) - q;
        final double gap = Math.min(above, below);
        stopSide[joint] = 0;
        if (gap < STOP_REACH_RAD_S * timeStepS) {
            stopSide[joint] = above < below ? 1 : -1;
            stopFloor[joint] = gap > 0 ? -gap / timeStepS : Math.min(-gap * PUSH_OUT / timeStepS, 5);
        }
        if (impulse[STOP + joint] * stopSide[joint] <= 0) {
            impulse[STOP + joint] = 0;
        }
        add(at, 6 + 3 * (joint / 3), impulse[joint] + impulse[STOP + joint]);
    }

    private static double dot(final int a, final double[] other, final int b) {
        double sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += other[a + i] * other[b + i];
        }
        return sum;
    }

    private void contactRows(
            final int c,
            final Kinematics body,
            final MassFactor factor,
            final Contacts contacts,
            final double[] velocity) {
        final int s = contacts.slot[c];
        touched[s] = true;
        final int leg = Contacts.leg(s);
        final int joints = Contacts.joints(s);
        legOffset[c] = 6 + 3 * leg;
        for (int d = 0; d < 3; d++) {
            final int r = A1.JOINTS + 3 * c + d;
            final int at = 9 * r;
            direction(at, body, contacts.frame, 9 * c + 3 * d, contacts.point, 3 * c, leg, joints);
            double v = 0;
            for (int i = 0; i < 6; i++) {
                v += row[at + i] * velocity[i];
            }
            for (int i = 0; i < 3; i++) {
                v += row[at + 6 + i] * velocity[legOffset[c] + i];
            }
            speed[r] = v;
            factor.whitenRow(row, at, leg);
            add(at, legOffset[c], impulse[CONTACT + 3 * s + d]);
        }
        final double gap = contacts.gapM[c];
        floor[c] = gap > 0 ? -gap / timeStepS : Math.min(-gap * PUSH_OUT / timeStepS, PUSH_OUT_MAX_M_S);
        final int n = 9 * (A1.JOINTS + 3 * c);
        final double g11 = dot(n + 9, row, n + 9);
        final double g22 = dot(n + 18, row, n + 18);
        final double g12 = dot(n + 9, row, n + 18);
        inverse[A1.JOINTS + 3 * c] = 1 / dot(n, row, n);
        inverse[A1.JOINTS + 3 * c + 1] = 2 / (g11 + g22 + Math.sqrt((g11 - g22) * (g11 - g22) + 4 * g12 * g12));
    }

    /** Jacobian of a contact point along a world direction. */
    private void direction(
            final int at,
            final Kinematics body,
            final double[] frame,
            final int f,
            final double[] point,
            final int p,
            final int leg,
            final int joints) {
        final double[] r = body.rotation;
        final double dx = r[0] * frame[f] + r[3] * frame[f + 1] + r[6] * frame[f + 2];
        final double dy = r[1] * frame[f] + r[4] * frame[f + 1] + r[7] * frame[f + 2];
        final double dz = r[2] * frame[f] + r[5] * frame[f + 1] + r[8] * frame[f + 2];
        final double mx = point[p + 1] * dz - point[p + 2] * dy;
        final double my = point[p + 2] * dx - point[p] * dz;
        final double mz = point[p] * dy - point[p + 1] * dx;
        row[at] = dx;
        row[at + 1] = dy;
        row[at + 2] = dz;
        row[at + 3] = mx;
        row[at + 4] = my;
        row[at + 5] = mz;
        for (int k = 0; k < 3; k++) {
            final int a = 9 * leg + 3 * k;
            row[at + 6 + k] = k >= joints
                    ? 0
                    : body.lever[a] * dx
                            + body.lever[a + 1] * dy
                            + body.lever[a + 2] * dz
                            + body.axis[a] * mx
                            + body.axis[a + 1] * my
                            + body.axis[a + 2] * mz;
        }
    }

    private double velocity(final int at, final int leg) {
        return row[at] * u[0]
                + row[at + 1] * u[1]
                + row[at + 2] * u[2]
                + row[at + 3] * u[3]
                + row[at + 4] * u[4]
                + row[at + 5] * u[5]
                + row[at + 6] * u[leg]
                + row[at + 7] * u[leg + 1]
                + row[at + 8] * u[leg + 2];
    }

    private void add(final int at, final int leg, final double amount) {
        for (int i = 0; i < 6; i++) {
            u[i] += row[at + i] * amount;
        }
        u[leg] += row[at + 6] * amount;
        u[leg + 1] += row[at + 7] * amount;
        u[leg + 2] += row[at + 8] * amount;
    }

    private void sweepJoint(final int joint) {
        final int at = 9 * joint;
        final int leg = 6 + 3 * (joint / 3);
        double v = speed[joint] + velocity(at, leg);
        double delta = 0;
        if (stopSide[joint] != 0) {
            final int side = stopSide[joint];
            final double before = impulse[STOP + joint];
            final double target = before - (v - side * stopFloor[joint]) * inverse[joint];
            final double after = side > 0 ? Math.max(0, target) : Math.min(0, target);
            impulse[STOP + joint] = after;
            delta = after - before;
            v += delta / inverse[joint];
        }
        final double before = impulse[joint];
        final double most = model.dryFrictionNm[joint] * timeStepS;
        final double after = Math.max(-most, Math.min(most, before - v * inverse[joint]));
        impulse[joint] = after;
        delta += after - before;
        add(at, leg, delta);
        moved = Math.max(moved, Math.abs(delta));
    }

    private void sweepContact(final int c, final int slot) {
        final int r = A1.JOINTS + 3 * c;
        final int at = 9 * r;
        final int leg = legOffset[c];
        final double normalBefore = impulse[slot];
        final double normal = Math.max(0, normalBefore - (speed[r] + velocity(at, leg) - floor[c]) * inverse[r]);
        impulse[slot] = normal;
        add(at, leg, normal - normalBefore);
        final double before1 = impulse[slot + 1];
        final double before2 = impulse[slot + 2];
        double x = before1 - (speed[r + 1] + velocity(at + 9, leg)) * inverse[r + 1];
        double y = before2 - (speed[r + 2] + velocity(at + 18, leg)) * inverse[r + 1];
        final double size = Math.sqrt(x * x + y * y);
        final double most = model.frictionCoefficient * normal;
        if (size > most) {
            x *= most / size;
            y *= most / size;
        }
        impulse[slot + 1] = x;
        impulse[slot + 2] = y;
        add(at + 9, leg, x - before1);
        add(at + 18, leg, y - before2);
        moved = Math.max(
                moved,
                Math.max(Math.abs(normal - normalBefore), Math.max(Math.abs(x - before1), Math.abs(y - before2))));
    }

    /**
     * Force on a contact slot along its normal or a tangent.
     *
     * @param slot contact slot
     * @param d 0 for the normal, 1 and 2 for the tangents
     * @return mean force over the step, N
     */
    double force(final int slot, final int d) {
        return impulse[CONTACT + 3 * slot + d] / timeStepS;
    }
}
