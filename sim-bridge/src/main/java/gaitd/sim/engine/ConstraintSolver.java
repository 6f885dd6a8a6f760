package gaitd.sim.engine;

import java.util.Arrays;

/**
 * Impulses of ground, joint stops and dry friction over one step, by projected Gauss-Seidel.
 *
 * <p>Ground: the normal velocity after the step is at least -gap / dt, or for a shape in the ground a fifth of what takes
 * it out in a step (at most 0.5 m/s); friction is a disc of radius mu times the normal impulse. Stops: likewise on the joint
 * speed. Dry friction: a box of +-torque times dt on each joint. No bounce.
 *
 * <p>Everything starts from the last step's impulses. A contact is solved as a whole: if the impulse that stops it is in the
 * cone, that is taken, else (and after 8 sweeps always, since the two may take turns for ever) its normal impulse alone and
 * then friction toward it, cut to the disc. When all joints slid in
 * the last step, contacts alone are swept first; if after that every joint still slides the way it did, the step is
 * solved. Otherwise joints and contacts are swept together. Sweeps end when no impulse moved by 1e-6 N s (N m s), or after
 * 50. Rows are kept whitened (see {@link MassFactor}), so a row costs two products of nine numbers a sweep.
 *
 * <p>Called by the engine once a step. Allocates nothing after construction. Not thread-safe.
 */
final class ConstraintSolver {
    /** Length of {@link #impulse}: 12 of dry friction, 12 of stops, 3 of each contact slot. */
    static final int IMPULSES = 24 + 3 * Contacts.SLOTS;

    private static final int CONTACT = 24;
    private static final int MAX_SWEEPS = 50;
    /** Sweeps after which contacts are no longer solved as a whole. */
    private static final int WHOLE_SWEEPS = 8;

    private static final double SETTLED = 1e-6;

    /** Impulses of the last step in joint and slot order, N s or N m s; the start of the next solution. */
    final double[] impulse = new double[IMPULSES];

    private final double timeStepS;
    private final RobotModel model;
    private final JointRows joints;
    private final ContactRows contact;
    private final boolean[] touches = new boolean[Contacts.SLOTS];
    /** Slots whose impulses may not be 0. */
    private final int[] pressed = new int[Contacts.SLOTS];

    private final double[] u = new double[18];
    private int pressedCount;
    private double moved;

    ConstraintSolver(final RobotModel model, final double timeStepS) {
        this.timeStepS = timeStepS;
        this.model = model;
        this.joints = new JointRows(model, timeStepS, impulse);
        this.contact = new ContactRows(timeStepS);
    }

    /** Forgets the last step. */
    void clear() {
        Arrays.fill(impulse, 0);
        pressedCount = 0;
    }

    /** Takes what was written to {@link #impulse} as the last step's. */
    void restored() {
        pressedCount = 0;
        for (int s = 0; s < Contacts.SLOTS; s++) {
            if (impulse[CONTACT + 3 * s] != 0) {
                pressed[pressedCount++] = s;
            }
        }
    }

    /**
     * Finds the change of velocity over a step.
     *
     * @param body the robot's pose
     * @param factor factor of its mass matrix
     * @param contacts where it may touch
     * @param velocity before the step: trunk linear and angular in trunk axes, joints, 18
     * @param q joint angles, rad
     * @param change impulses on the 18 velocities without constraints; replaced by the change of velocity
     * @return how many sweeps it took
     */
    int solve(
            final Kinematics body,
            final MassFactor factor,
            final Contacts contacts,
            final double[] velocity,
            final double[] q,
            final double[] change) {
        joints.start(q, change);
        factor.whiten(change, u);
        contact.fill(body, factor, contacts, velocity);
        startContacts();
        int first = 0;
        if (joints.atBounds()) {
            do {
                moved = 0;
                sweepContacts(first < WHOLE_SWEEPS);
                first++;
            } while (moved > SETTLED && first < MAX_SWEEPS);
            factor.accelerate(u, change);
            if (joints.agree(velocity, change)) {
                return first;
            }
        }
        joints.weigh(factor.jointRows());
        int sweeps = 0;
        do {
            moved = joints.sweep(velocity, u);
            sweepContacts(sweeps < WHOLE_SWEEPS);
            sweeps++;
        } while (moved > SETTLED && sweeps < MAX_SWEEPS);
        factor.accelerate(u, change);
        return first + sweeps;
    }

    /** Adds the last step's impulses of contacts that still are, and forgets the rest. */
    private void startContacts() {
        for (int c = 0; c < contact.count; c++) {
            touches[contact.slot[c]] = true;
        }
        for (int i = 0; i < pressedCount; i++) {
            if (!touches[pressed[i]]) {
                final int s = CONTACT + 3 * pressed[i];
                impulse[s] = 0;
                impulse[s + 1] = 0;
                impulse[s + 2] = 0;
            }
        }
        pressedCount = contact.count;
        for (int c = 0; c < contact.count; c++) {
            final int s = contact.slot[c];
            pressed[c] = s;
            touches[s] = false;
            final int i = CONTACT + 3 * s;
            Whitened.add(contact.row, 27 * c, impulse[i], impulse[i + 1], impulse[i + 2], u, 6 + 3 * contact.leg[c]);
        }
    }

    private void sweepContacts(final boolean whole) {
        for (int c = 0; c < contact.count; c++) {
            sweepContact(c, CONTACT + 3 * contact.slot[c], whole);
        }
    }

    private void sweepContact(final int c, final int slot, final boolean whole) {
        final double[] row = contact.row;
        final int at = 27 * c;
        final int leg = 6 + 3 * contact.leg[c];
        final double vn = contact.speed[3 * c] + Whitened.product(row, at, u, leg) - contact.floor[c];
        final double before = impulse[slot];
        if (before == 0 && vn >= 0) {
            return;
        }
        final double vx = contact.speed[3 * c + 1] + Whitened.product(row, at + 9, u, leg);
        final double vy = contact.speed[3 * c + 2] + Whitened.product(row, at + 18, u, leg);
        final double[] m = contact.inertia;
        final int i = 6 * c;
        final double n = before - (m[i] * vn + m[i + 1] * vx + m[i + 2] * vy);
        final double x = impulse[slot + 1] - (m[i + 1] * vn + m[i + 3] * vx + m[i + 4] * vy);
        final double y = impulse[slot + 2] - (m[i + 2] * vn + m[i + 4] * vx + m[i + 5] * vy);
        final double most = model.frictionCoefficient * n;
        if (whole && n > 0 && x * x + y * y <= most * most) {
            change(c, slot, n, x, y);
        } else {
            slide(c, slot, vn, vx, vy);
        }
    }

    private void slide(final int c, final int slot, final double vn, final double vx, final double vy) {
        final double before = impulse[slot];
        final double n = Math.max(0, before - vn * contact.mass[2 * c]);
        final double[] w = contact.coupling;
        final double m = contact.mass[2 * c + 1];
        double x = impulse[slot + 1] - (vx + (n - before) * w[2 * c]) * m;
        double y = impulse[slot + 2] - (vy + (n - before) * w[2 * c + 1]) * m;
        final double size = Math.sqrt(x * x + y * y);
        final double most = model.frictionCoefficient * n;
        if (size > most) {
            x *= most / size;
            y *= most / size;
        }
        change(c, slot, n, x, y);
    }

    private void change(final int c, final int slot, final double n, final double x, final double y) {
        final double dn = n - impulse[slot];
        final double dx = x - impulse[slot + 1];
        final double dy = y - impulse[slot + 2];
        impulse[slot] = n;
        impulse[slot + 1] = x;
        impulse[slot + 2] = y;
        Whitened.add(contact.row, 27 * c, dn, dx, dy, u, 6 + 3 * contact.leg[c]);
        moved = Math.max(moved, Math.max(Math.abs(dn), Math.max(Math.abs(dx), Math.abs(dy))));
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
