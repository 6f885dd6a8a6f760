package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;

import gaitd.sim.engine.ContactFinder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Constraint rows of the contacts of a group, three to a contact: along the normal and two tangents.
 *
 * <p>A row is a whitened unit impulse on the contact: six numbers of the trunk, three of the leg. A lane without the contact,
 * or one whose contact would stay open by the end of the step even if it came nearer 3 m/s faster than now, has rows of
 * zeros; a contact that no lane has is left out. Scratch of one worker, for one group at a time.
 */
final class LaneRows {
    private static final double PUSH_OUT = 0.2;
    private static final double PUSH_OUT_MAX_M_S = 0.5;

    /** Number of contacts. */
    int count;
    /** Slot of each contact. */
    final int[] slot = new int[ContactFinder.SLOTS];
    /** Rows, 3 x 9 each. */
    final double[] row = Lanes.room(27 * ContactFinder.SLOTS);
    /** Velocity along each row before the step, m/s. */
    final double[] speed = Lanes.room(3 * ContactFinder.SLOTS);
    /** Least normal velocity after the step, m/s. */
    final double[] floor = Lanes.room(ContactFinder.SLOTS);
    /** Inertia felt along the normal alone, and the least felt across it, 2 each, kg. */
    final double[] mass = Lanes.room(2 * ContactFinder.SLOTS);
    /** How a normal impulse changes the velocity along the tangents, 2 each, 1/kg. */
    final double[] coupling = Lanes.room(2 * ContactFinder.SLOTS);
    /** Inertia felt along all three together: 00, 01, 02, 11, 12, 22, 6 each, kg. */
    final double[] inertia = Lanes.room(6 * ContactFinder.SLOTS);
    /** 1 in lanes that have the contact, else 0. */
    final double[] present = Lanes.room(ContactFinder.SLOTS);

    private final double timeStepS;
    private final LanePose pose;
    private final LaneFactor factor;
    private final LaneContacts contacts;
    private final double[] velocity;
    /** Velocity of the contact point with each joint of the leg, trunk axes, 3 x 3; the hip's first is 0. */
    private final double[] lift = Lanes.room(9);
    /** Velocity of the contact point, trunk axes. */
    private final double[] pointSpeed = Lanes.room(3);
    /** Normal and tangents in trunk axes, 3 x 3. */
    private final double[] direction = Lanes.room(9);
    /** Products of a contact's rows: 00, 01, 02, 11, 12, 22. */
    private final double[] product = Lanes.room(6);

    LaneRows(
            final LanePose pose,
            final LaneFactor factor,
            final LaneContacts contacts,
            final LaneMotion motion,
            final double timeStepS) {
        this.pose = pose;
        this.factor = factor;
        this.contacts = contacts;
        this.velocity = motion.velocity;
        this.timeStepS = timeStepS;
    }

    /** Makes the rows of all contacts that matter. */
    void fill() {
        count = 0;
        for (int i = 0; i < contacts.count; i++) {
            add(contacts.slot[i]);
        }
    }

    private void add(final int s) {
        final int leg = ContactFinder.leg(s);
        lift(s, leg, ContactFinder.joints(s));
        movePoint(3 * N * s, 6 * N + 3 * N * leg);
        if (contacts.level) {
            System.arraycopy(pose.rotation, 6 * N, direction, 0, 3 * N);
            System.arraycopy(pose.rotation, 0, direction, 3 * N, 6 * N);
        } else {
            for (int d = 0; d < 3; d++) {
                turn(N * (9 * s + 3 * d), 3 * N * d);
            }
        }
        final int c = count;
        if (!comesNear(s, c)) {
            return;
        }
        slot[c] = s;
        for (int d = 0; d < 3; d++) {
            makeRow(c, d, 3 * N * s, leg);
        }
        multiply(27 * N * c);
        weigh(c);
        count++;
    }

    private void lift(final int s, final int leg, final int joints) {
        final int p = 3 * N * s;
        final int o = 9 * N * leg;
        final DoubleVector zero = broadcast(S, 0.0);
        final DoubleVector px = fromArray(S, contacts.point, p);
        final DoubleVector py = fromArray(S, contacts.point, p + N);
        final DoubleVector pz = fromArray(S, contacts.point, p + 2 * N);
        final DoubleVector ay = fromArray(S, pose.cosine, 3 * N * leg);
        final DoubleVector az = fromArray(S, pose.sine, 3 * N * leg);
        for (int i = 0; i < 9 * N; i += N) {
            zero.intoArray(lift, i);
        }
        if (joints > 0) {
            fromArray(S, pose.origin, o + 2 * N).sub(pz).intoArray(lift, N);
            py.sub(fromArray(S, pose.origin, o + N)).intoArray(lift, 2 * N);
        }
        for (int k = 3 * N; k < 3 * N * joints; k += 3 * N) {
            fromArray(S, pose.lever, o + k).add(ay.mul(pz)).sub(az.mul(py)).intoArray(lift, k);
            fromArray(S, pose.lever, o + k + N).add(az.mul(px)).intoArray(lift, k + N);
            fromArray(S, pose.lever, o + k + 2 * N).sub(ay.mul(px)).intoArray(lift, k + 2 * N);
        }
    }

    private void movePoint(final int p, final int l) {
        final DoubleVector px = fromArray(S, contacts.point, p);
        final DoubleVector py = fromArray(S, contacts.point, p + N);
        final DoubleVector pz = fromArray(S, contacts.point, p + 2 * N);
        final DoubleVector wx = fromArray(S, velocity, 3 * N);
        final DoubleVector wy = fromArray(S, velocity, 4 * N);
        final DoubleVector wz = fromArray(S, velocity, 5 * N);
        final DoubleVector q0 = fromArray(S, velocity, l);
        final DoubleVector q1 = fromArray(S, velocity, l + N);
        final DoubleVector q2 = fromArray(S, velocity, l + 2 * N);
        fromArray(S, velocity, 0)
                .add(wy.mul(pz))
                .sub(wz.mul(py))
                .add(fromArray(S, lift, 3 * N).mul(q1))
                .add(fromArray(S, lift, 6 * N).mul(q2))
                .intoArray(pointSpeed, 0);
        fromArray(S, velocity, N)
                .add(wz.mul(px))
                .sub(wx.mul(pz))
                .add(fromArray(S, lift, N).mul(q0))
                .add(fromArray(S, lift, 4 * N).mul(q1))
                .add(fromArray(S, lift, 7 * N).mul(q2))
                .intoArray(pointSpeed, N);
        fromArray(S, velocity, 2 * N)
                .add(wx.mul(py))
                .sub(wy.mul(px))
                .add(fromArray(S, lift, 2 * N).mul(q0))
                .add(fromArray(S, lift, 5 * N).mul(q1))
                .add(fromArray(S, lift, 8 * N).mul(q2))
                .intoArray(pointSpeed, 2 * N);
    }

    /** Turns a direction of a frame into trunk axes. */
    private void turn(final int f, final int to) {
        final DoubleVector x = fromArray(S, contacts.frame, f);
        final DoubleVector y = fromArray(S, contacts.frame, f + N);
        final DoubleVector z = fromArray(S, contacts.frame, f + 2 * N);
        for (int i = 0; i < 3 * N; i += N) {
            fromArray(S, pose.rotation, i)
                    .mul(x)
                    .add(fromArray(S, pose.rotation, i + 3 * N).mul(y))
                    .add(fromArray(S, pose.rotation, i + 6 * N).mul(z))
                    .intoArray(direction, to + i);
        }
    }

    /** Finds the lanes that have the contact, and its least velocity; false when none has. */
    private boolean comesNear(final int s, final int c) {
        final DoubleVector along = fromArray(S, direction, 0)
                .mul(fromArray(S, pointSpeed, 0))
                .add(fromArray(S, direction, N).mul(fromArray(S, pointSpeed, N)))
                .add(fromArray(S, direction, 2 * N).mul(fromArray(S, pointSpeed, 2 * N)));
        final DoubleVector gap = fromArray(S, contacts.gapM, N * s);
        final VectorMask<Double> absent = gap.add(
                        along.sub(ContactFinder.SURPRISE_M_S).mul(timeStepS))
                .compare(GT, 0.0)
                .or(fromArray(S, contacts.present, N * s).compare(EQ, 0.0));
        if (absent.allTrue()) {
            return false;
        }
        broadcast(S, 1.0).blend(0.0, absent).intoArray(present, N * c);
        final DoubleVector out = gap.neg().mul(PUSH_OUT).div(timeStepS).min(PUSH_OUT_MAX_M_S);
        final DoubleVector least = out.blend(gap.neg().div(timeStepS), gap.compare(GT, 0.0));
        least.blend(0.0, absent).intoArray(floor, N * c);
        return true;
    }

    private void makeRow(final int c, final int d, final int p, final int leg) {
        final int r = N * (27 * c + 9 * d);
        final DoubleVector has = fromArray(S, present, N * c);
        final DoubleVector dx = fromArray(S, direction, 3 * N * d).mul(has);
        final DoubleVector dy = fromArray(S, direction, 3 * N * d + N).mul(has);
        final DoubleVector dz = fromArray(S, direction, 3 * N * d + 2 * N).mul(has);
        dx.mul(fromArray(S, pointSpeed, 0))
                .add(dy.mul(fromArray(S, pointSpeed, N)))
                .add(dz.mul(fromArray(S, pointSpeed, 2 * N)))
                .intoArray(speed, N * (3 * c + d));
        final DoubleVector px = fromArray(S, contacts.point, p);
        final DoubleVector py = fromArray(S, contacts.point, p + N);
        final DoubleVector pz = fromArray(S, contacts.point, p + 2 * N);
        dx.intoArray(row, r);
        dy.intoArray(row, r + N);
        dz.intoArray(row, r + 2 * N);
        py.mul(dz).sub(pz.mul(dy)).intoArray(row, r + 3 * N);
        pz.mul(dx).sub(px.mul(dz)).intoArray(row, r + 4 * N);
        px.mul(dy).sub(py.mul(dx)).intoArray(row, r + 5 * N);
        fromArray(S, lift, N).mul(dy).add(fromArray(S, lift, 2 * N).mul(dz)).intoArray(row, r + 6 * N);
        fromArray(S, lift, 3 * N)
                .mul(dx)
                .add(fromArray(S, lift, 4 * N).mul(dy))
                .add(fromArray(S, lift, 5 * N).mul(dz))
                .intoArray(row, r + 7 * N);
        fromArray(S, lift, 6 * N)
                .mul(dx)
                .add(fromArray(S, lift, 7 * N).mul(dy))
                .add(fromArray(S, lift, 8 * N).mul(dz))
                .intoArray(row, r + 8 * N);
        factor.whitenRow(leg, row, r);
    }

    private void product(final int a, final int b, final int to) {
        final DoubleVector p0 = fromArray(S, row, a).mul(fromArray(S, row, b));
        final DoubleVector p1 = fromArray(S, row, a + N).mul(fromArray(S, row, b + N));
        final DoubleVector p2 = fromArray(S, row, a + 2 * N).mul(fromArray(S, row, b + 2 * N));
        final DoubleVector p3 = fromArray(S, row, a + 3 * N).mul(fromArray(S, row, b + 3 * N));
        final DoubleVector p4 = fromArray(S, row, a + 4 * N).mul(fromArray(S, row, b + 4 * N));
        final DoubleVector p5 = fromArray(S, row, a + 5 * N).mul(fromArray(S, row, b + 5 * N));
        final DoubleVector p6 = fromArray(S, row, a + 6 * N).mul(fromArray(S, row, b + 6 * N));
        final DoubleVector p7 = fromArray(S, row, a + 7 * N).mul(fromArray(S, row, b + 7 * N));
        final DoubleVector p8 = fromArray(S, row, a + 8 * N).mul(fromArray(S, row, b + 8 * N));
        p0.add(p1).add(p2.add(p3)).add(p4.add(p5).add(p6.add(p7))).add(p8).intoArray(product, to);
    }

    private void multiply(final int n) {
        product(n, n, 0);
        product(n, n + 9 * N, N);
        product(n, n + 18 * N, 2 * N);
        product(n + 9 * N, n + 9 * N, 3 * N);
        product(n + 9 * N, n + 18 * N, 4 * N);
        product(n + 18 * N, n + 18 * N, 5 * N);
    }

    private void weigh(final int c) {
        final VectorMask<Double> absent = fromArray(S, present, N * c).compare(EQ, 0.0);
        final DoubleVector g00 = fromArray(S, product, 0);
        final DoubleVector g01 = fromArray(S, product, N);
        final DoubleVector g02 = fromArray(S, product, 2 * N);
        final DoubleVector g11 = fromArray(S, product, 3 * N);
        final DoubleVector g12 = fromArray(S, product, 4 * N);
        final DoubleVector g22 = fromArray(S, product, 5 * N);
        final DoubleVector apart = g11.sub(g22);
        final DoubleVector root = apart.mul(apart).add(g12.mul(4).mul(g12)).sqrt();
        broadcast(S, 1.0).div(g00).blend(0.0, absent).intoArray(mass, 2 * N * c);
        broadcast(S, 2.0).div(g11.add(g22).add(root)).blend(0.0, absent).intoArray(mass, 2 * N * c + N);
        g01.intoArray(coupling, 2 * N * c);
        g02.intoArray(coupling, 2 * N * c + N);
        final DoubleVector c00 = g11.mul(g22).sub(g12.mul(g12));
        final DoubleVector c01 = g02.mul(g12).sub(g01.mul(g22));
        final DoubleVector c02 = g01.mul(g12).sub(g02.mul(g11));
        final DoubleVector scale = broadcast(S, 1.0)
                .div(g00.mul(c00).add(g01.mul(c01)).add(g02.mul(c02)))
                .blend(0.0, absent);
        final int at = 6 * N * c;
        c00.mul(scale).intoArray(inertia, at);
        c01.mul(scale).intoArray(inertia, at + N);
        c02.mul(scale).intoArray(inertia, at + 2 * N);
        g00.mul(g22).sub(g02.mul(g02)).mul(scale).intoArray(inertia, at + 3 * N);
        g01.mul(g02).sub(g00.mul(g12)).mul(scale).intoArray(inertia, at + 4 * N);
        g00.mul(g11).sub(g01.mul(g01)).mul(scale).intoArray(inertia, at + 5 * N);
    }
}
