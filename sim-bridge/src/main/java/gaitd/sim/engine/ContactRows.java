package gaitd.sim.engine;

/**
 * Constraint rows of the contacts of one step, three to a contact: along the normal and two tangents.
 *
 * <p>A row is a whitened unit impulse on the contact (see {@link MassFactor}): six numbers of the trunk, three of the leg.
 * A contact that would open or stay open by the end of the step even if it came nearer 3 m/s faster than now is left out.
 * Called by {@link ConstraintSolver} once a step. Allocates nothing after construction.
 */
final class ContactRows {
    /** No contact changes its velocity by more in a step. */
    static final double SURPRISE_M_S = 3;

    private static final double PUSH_OUT = 0.2;
    private static final double PUSH_OUT_MAX_M_S = 0.5;

    /** Number of contacts. */
    int count;
    /** Slot of each contact, see {@link Contacts}. */
    final int[] slot = new int[Contacts.SLOTS];
    /** Rows, 3 x 9 each. */
    final double[] row = new double[27 * Contacts.SLOTS];
    /** Velocity along each row before the step, m/s. */
    final double[] speed = new double[3 * Contacts.SLOTS];
    /** Least normal velocity after the step, m/s. */
    final double[] floor = new double[Contacts.SLOTS];
    /** Inertia felt along the normal alone, and the least felt across it, 2 each, kg. */
    final double[] mass = new double[2 * Contacts.SLOTS];
    /** How a normal impulse changes the velocity along the tangents, 2 each, 1/kg. */
    final double[] coupling = new double[2 * Contacts.SLOTS];
    /** Inertia felt along all three together: 00, 01, 02, 11, 12, 22, 6 each, kg. */
    final double[] inertia = new double[6 * Contacts.SLOTS];
    /** Leg that moves with each contact, any for the trunk's. */
    final int[] leg = new int[Contacts.SLOTS];

    private final double timeStepS;
    /** Velocity of the contact point with each joint of the leg, trunk axes, 3 x 3. */
    private final double[] lift = new double[9];

    ContactRows(final double timeStepS) {
        this.timeStepS = timeStepS;
    }

    /**
     * Makes the rows of all contacts that matter.
     *
     * @param body the robot's pose
     * @param factor factor of its mass matrix
     * @param contacts where it may touch
     * @param velocity before the step: trunk linear and angular in trunk axes, joints, 18
     */
    void fill(final Kinematics body, final MassFactor factor, final Contacts contacts, final double[] velocity) {
        count = 0;
        for (int c = 0; c < contacts.count; c++) {
            add(c, body, factor, contacts, velocity);
        }
    }

    private void add(
            final int from,
            final Kinematics body,
            final MassFactor factor,
            final Contacts contacts,
            final double[] velocity) {
        final int s = contacts.slot[from];
        final int l = Contacts.leg(s);
        final double px = contacts.point[3 * from];
        final double py = contacts.point[3 * from + 1];
        final double pz = contacts.point[3 * from + 2];
        lift(body, l, Contacts.joints(s), px, py, pz);
        final double[] v = velocity;
        final double q0 = v[6 + 3 * l];
        final double q1 = v[7 + 3 * l];
        final double q2 = v[8 + 3 * l];
        final double vx = v[0] + v[4] * pz - v[5] * py + lift[0] * q0 + lift[3] * q1 + lift[6] * q2;
        final double vy = v[1] + v[5] * px - v[3] * pz + lift[1] * q0 + lift[4] * q1 + lift[7] * q2;
        final double vz = v[2] + v[3] * py - v[4] * px + lift[2] * q0 + lift[5] * q1 + lift[8] * q2;
        final double[] r = body.rotation;
        final double[] frame = contacts.frame;
        final int c = count;
        final double gap = contacts.gapM[from];
        for (int d = 0; d < 3; d++) {
            final int f = 9 * from + 3 * d;
            final double dx = r[0] * frame[f] + r[3] * frame[f + 1] + r[6] * frame[f + 2];
            final double dy = r[1] * frame[f] + r[4] * frame[f + 1] + r[7] * frame[f + 2];
            final double dz = r[2] * frame[f] + r[5] * frame[f + 1] + r[8] * frame[f + 2];
            final double along = dx * vx + dy * vy + dz * vz;
            if (d == 0 && gap + timeStepS * (along - SURPRISE_M_S) > 0) {
                return;
            }
            speed[3 * c + d] = along;
            factor.whitenRow(
                    l,
                    dx,
                    dy,
                    dz,
                    py * dz - pz * dy,
                    pz * dx - px * dz,
                    px * dy - py * dx,
                    lift[0] * dx + lift[1] * dy + lift[2] * dz,
                    lift[3] * dx + lift[4] * dy + lift[5] * dz,
                    lift[6] * dx + lift[7] * dy + lift[8] * dz,
                    row,
                    27 * c + 9 * d);
        }
        slot[c] = s;
        leg[c] = l;
        floor[c] = gap > 0 ? -gap / timeStepS : Math.min(-gap * PUSH_OUT / timeStepS, PUSH_OUT_MAX_M_S);
        weigh(c);
        count++;
    }

    private void lift(
            final Kinematics body, final int l, final int joints, final double px, final double py, final double pz) {
        for (int k = 0; k < 3; k++) {
            final int a = 9 * l + 3 * k;
            final double ax = body.axis[a];
            final double ay = body.axis[a + 1];
            final double az = body.axis[a + 2];
            final double scale = k < joints ? 1 : 0;
            lift[3 * k] = scale * (body.lever[a] + ay * pz - az * py);
            lift[3 * k + 1] = scale * (body.lever[a + 1] + az * px - ax * pz);
            lift[3 * k + 2] = scale * (body.lever[a + 2] + ax * py - ay * px);
        }
    }

    private void weigh(final int c) {
        final int n = 27 * c;
        final double g00 = Whitened.product(row, n, n);
        final double g01 = Whitened.product(row, n, n + 9);
        final double g02 = Whitened.product(row, n, n + 18);
        final double g11 = Whitened.product(row, n + 9, n + 9);
        final double g12 = Whitened.product(row, n + 9, n + 18);
        final double g22 = Whitened.product(row, n + 18, n + 18);
        mass[2 * c] = 1 / g00;
        mass[2 * c + 1] = 2 / (g11 + g22 + Math.sqrt((g11 - g22) * (g11 - g22) + 4 * g12 * g12));
        coupling[2 * c] = g01;
        coupling[2 * c + 1] = g02;
        final double c00 = g11 * g22 - g12 * g12;
        final double c01 = g02 * g12 - g01 * g22;
        final double c02 = g01 * g12 - g02 * g11;
        final double scale = 1 / (g00 * c00 + g01 * c01 + g02 * c02);
        final int at = 6 * c;
        inertia[at] = c00 * scale;
        inertia[at + 1] = c01 * scale;
        inertia[at + 2] = c02 * scale;
        inertia[at + 3] = (g00 * g22 - g02 * g02) * scale;
        inertia[at + 4] = (g01 * g02 - g00 * g12) * scale;
        inertia[at + 5] = (g00 * g11 - g01 * g01) * scale;
    }
}
