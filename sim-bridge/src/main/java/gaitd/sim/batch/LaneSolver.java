package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.NE;

import gaitd.sim.engine.ContactFinder;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Impulses of ground, joint stops and dry friction on a group's robots over one step, by projected Gauss-Seidel.
 *
 * <p>As in the single engine, contacts alone are swept first in lanes whose joints all slid in the last step; lanes in which
 * they do not go on sliding that way, and the others, are then swept with their joints. Sweeps go on until every lane has
 * settled, at most 50. A lane that has settled is frozen: what it holds does not change in the sweeps that others need. Scratch of one worker, for one group at a time.
 */
final class LaneSolver {
    /** Impulses of a robot: 12 of dry friction, 12 of stops, 3 of each contact slot. */
    static final int IMPULSES = 24 + 3 * ContactFinder.SLOTS;
    /** First impulse of the contacts. */
    static final int CONTACT = 24;

    private static final int MAX_SWEEPS = 50;
    /** Sweeps after which contacts are no longer solved as a whole. */
    private static final int WHOLE_SWEEPS = 8;

    private static final double SETTLED = 1e-6;

    /** Impulses on the 18 velocities without constraints; replaced by the change of velocity. */
    final double[] change = Lanes.room(18);

    /** Whitened change of velocity, 18. */
    private final double[] u = Lanes.room(18);

    private final LaneModels models;
    private final LaneFactor factor;
    private final LaneRows rows;
    private final LaneJoints joints;
    private final double[] live = Lanes.room(1);
    private final double[] moved = Lanes.room(1);
    /** Velocities along the rows of a contact, 3. */
    private final double[] speed = Lanes.room(3);
    /** Lanes in which it slides. */
    private final double[] sliding = Lanes.room(1);
    /** What its impulses were, 3. */
    private final double[] last = Lanes.room(3);
    /** Lanes that are solved without sweeping joints. */
    private final double[] settled = Lanes.room(1);

    private final boolean[] touched = new boolean[ContactFinder.SLOTS];

    LaneSolver(final LaneModels models, final LaneFactor factor, final LaneRows rows, final LaneJoints joints) {
        this.models = models;
        this.factor = factor;
        this.rows = rows;
        this.joints = joints;
    }

    /**
     * Finds the change of velocity over a step.
     *
     * @param group group index
     * @param active nonzero in lanes that hold a robot, 1
     * @param q joint angles of the batch
     * @param impulse impulses of the batch
     * @param slots which slots of the group may have impulses; updated
     * @return how many sweeps it took
     */
    int solve(final int group, final double[] active, final double[] q, final double[] impulse, final boolean[] slots) {
        final int from = N * group * IMPULSES;
        joints.start(group, q, impulse, from, change);
        System.arraycopy(change, 0, u, 0, 18 * N);
        factor.whiten(u);
        rows.fill();
        forget(group, impulse, slots);
        for (int c = 0; c < rows.count; c++) {
            start(c, impulse, slotOf(c, from));
            add(27 * N * c, legOf(c), impulse, slotOf(c, from));
        }
        joints.atBounds(impulse, from, settled);
        int sweeps = 0;
        if (goOn(active, settled, 1)) {
            sweeps += sweep(group, impulse, from, false);
        }
        factor.accelerate(u, change);
        joints.agree(impulse, from, change, settled);
        if (goOn(active, settled, 0)) {
            factor.makeJointRows();
            joints.weigh();
            sweeps += sweep(group, impulse, from, true);
            factor.accelerate(u, change);
        }
        return sweeps;
    }

    private int sweep(final int group, final double[] impulse, final int from, final boolean withJoints) {
        int sweeps = 0;
        do {
            broadcast(S, 0.0).intoArray(moved, 0);
            final double bar = sweeps < WHOLE_SWEEPS ? 0 : Double.POSITIVE_INFINITY;
            if (withJoints) {
                joints.sweep(live, moved, impulse, from, u);
            }
            for (int c = 0; c < rows.count; c++) {
                final int leg = legOf(c);
                final int slot = slotOf(c, from);
                if (press(N * group, c, leg, impulse, slot, bar)) {
                    slide(N * group, c, impulse, slot);
                }
                add(27 * N * c, leg, impulse, slot);
            }
            sweeps++;
        } while (goOn() && sweeps < MAX_SWEEPS);
        return sweeps;
    }

    /** Makes live the active lanes that have a mark; whether there are any. */
    private boolean goOn(final double[] active, final double[] marks, final double mark) {
        final VectorMask<Double> on = fromArray(S, active, 0)
                .compare(NE, 0.0)
                .and(fromArray(S, marks, 0).compare(EQ, mark));
        broadcast(S, 0.0).blend(1.0, on).intoArray(live, 0);
        return on.anyTrue();
    }

    private int slotOf(final int c, final int from) {
        return from + N * (CONTACT + 3 * rows.slot[c]);
    }

    private int legOf(final int c) {
        return N * (6 + 3 * ContactFinder.leg(rows.slot[c]));
    }

    /** Freezes the lanes that have settled; whether there are others. */
    private boolean goOn() {
        final VectorMask<Double> on = fromArray(S, moved, 0)
                .compare(GT, SETTLED)
                .and(fromArray(S, live, 0).compare(NE, 0.0));
        broadcast(S, 0.0).blend(1.0, on).intoArray(live, 0);
        return on.anyTrue();
    }

    /** Clears the impulses of slots that had a contact and have none. */
    private void forget(final int group, final double[] impulse, final boolean[] slots) {
        Arrays.fill(touched, false);
        for (int c = 0; c < rows.count; c++) {
            touched[rows.slot[c]] = true;
        }
        final int first = group * ContactFinder.SLOTS;
        for (int s = 0; s < ContactFinder.SLOTS; s++) {
            if (slots[first + s] && !touched[s]) {
                final int i = N * (group * IMPULSES + CONTACT + 3 * s);
                Arrays.fill(impulse, i, i + 3 * N, 0);
            }
            slots[first + s] = touched[s];
        }
    }

    /** Takes the last step's impulses of a contact, none in lanes that do not have it. */
    private void start(final int c, final double[] impulse, final int slot) {
        final VectorMask<Double> absent = fromArray(S, rows.present, N * c).compare(EQ, 0.0);
        for (int i = 0; i < 3 * N; i += N) {
            fromArray(S, impulse, slot + i).blend(0.0, absent).intoArray(impulse, slot + i);
            broadcast(S, 0.0).intoArray(last, i);
        }
    }

    /**
     * Moves the impulses of a contact as if it stuck and keeps what they were.
     *
     * @param bar infinite when contacts are not solved as a whole, else 0
     * @return whether it slides in any lane
     */
    private boolean press(
            final int group, final int c, final int l, final double[] impulse, final int slot, final double bar) {
        final int r = 27 * N * c;
        final DoubleVector u0 = fromArray(S, u, 0);
        final DoubleVector u1 = fromArray(S, u, N);
        final DoubleVector u2 = fromArray(S, u, 2 * N);
        final DoubleVector u3 = fromArray(S, u, 3 * N);
        final DoubleVector u4 = fromArray(S, u, 4 * N);
        final DoubleVector u5 = fromArray(S, u, 5 * N);
        final DoubleVector u6 = fromArray(S, u, l);
        final DoubleVector u7 = fromArray(S, u, l + N);
        final DoubleVector u8 = fromArray(S, u, l + 2 * N);
        final DoubleVector vn = fromArray(S, rows.speed, 3 * N * c)
                .add(fromArray(S, rows.row, r)
                        .mul(u0)
                        .add(fromArray(S, rows.row, r + N).mul(u1))
                        .add(fromArray(S, rows.row, r + 2 * N)
                                .mul(u2)
                                .add(fromArray(S, rows.row, r + 3 * N).mul(u3)))
                        .add(fromArray(S, rows.row, r + 4 * N)
                                .mul(u4)
                                .add(fromArray(S, rows.row, r + 5 * N).mul(u5))
                                .add(fromArray(S, rows.row, r + 6 * N)
                                        .mul(u6)
                                        .add(fromArray(S, rows.row, r + 7 * N).mul(u7))))
                        .add(fromArray(S, rows.row, r + 8 * N).mul(u8)))
                .sub(fromArray(S, rows.floor, N * c));
        final DoubleVector vx = fromArray(S, rows.speed, 3 * N * c + N)
                .add(fromArray(S, rows.row, r + 9 * N)
                        .mul(u0)
                        .add(fromArray(S, rows.row, r + 10 * N).mul(u1))
                        .add(fromArray(S, rows.row, r + 11 * N)
                                .mul(u2)
                                .add(fromArray(S, rows.row, r + 12 * N).mul(u3)))
                        .add(fromArray(S, rows.row, r + 13 * N)
                                .mul(u4)
                                .add(fromArray(S, rows.row, r + 14 * N).mul(u5))
                                .add(fromArray(S, rows.row, r + 15 * N)
                                        .mul(u6)
                                        .add(fromArray(S, rows.row, r + 16 * N).mul(u7))))
                        .add(fromArray(S, rows.row, r + 17 * N).mul(u8)));
        final DoubleVector vy = fromArray(S, rows.speed, 3 * N * c + 2 * N)
                .add(fromArray(S, rows.row, r + 18 * N)
                        .mul(u0)
                        .add(fromArray(S, rows.row, r + 19 * N).mul(u1))
                        .add(fromArray(S, rows.row, r + 20 * N)
                                .mul(u2)
                                .add(fromArray(S, rows.row, r + 21 * N).mul(u3)))
                        .add(fromArray(S, rows.row, r + 22 * N)
                                .mul(u4)
                                .add(fromArray(S, rows.row, r + 23 * N).mul(u5))
                                .add(fromArray(S, rows.row, r + 24 * N)
                                        .mul(u6)
                                        .add(fromArray(S, rows.row, r + 25 * N).mul(u7))))
                        .add(fromArray(S, rows.row, r + 26 * N).mul(u8)));
        final DoubleVector n0 = fromArray(S, impulse, slot);
        final DoubleVector x0 = fromArray(S, impulse, slot + N);
        final DoubleVector y0 = fromArray(S, impulse, slot + 2 * N);
        final VectorMask<Double> on = fromArray(S, live, 0).compare(NE, 0.0);
        final VectorMask<Double> pressed =
                n0.compare(EQ, 0.0).and(vn.compare(GE, 0.0)).not().and(on);
        final double[] m = rows.inertia;
        final int i = 6 * N * c;
        final DoubleVector m01 = fromArray(S, m, i + N);
        final DoubleVector m02 = fromArray(S, m, i + 2 * N);
        final DoubleVector m12 = fromArray(S, m, i + 4 * N);
        final DoubleVector n =
                n0.sub(fromArray(S, m, i).mul(vn).add(m01.mul(vx)).add(m02.mul(vy)));
        final DoubleVector x =
                x0.sub(m01.mul(vn).add(fromArray(S, m, i + 3 * N).mul(vx)).add(m12.mul(vy)));
        final DoubleVector y = y0.sub(
                m02.mul(vn).add(m12.mul(vx)).add(fromArray(S, m, i + 5 * N).mul(vy)));
        final DoubleVector most = fromArray(S, models.friction, group).mul(n);
        final VectorMask<Double> sticks = n.compare(GT, 0.0)
                .and(x.mul(x).add(y.mul(y)).compare(LE, most.mul(most).sub(bar)));
        final VectorMask<Double> slides = pressed.andNot(sticks);
        n0.blend(n, pressed).intoArray(impulse, slot);
        x0.blend(x, pressed).intoArray(impulse, slot + N);
        y0.blend(y, pressed).intoArray(impulse, slot + 2 * N);
        n0.intoArray(last, 0);
        x0.intoArray(last, N);
        y0.intoArray(last, 2 * N);
        vn.intoArray(speed, 0);
        vx.intoArray(speed, N);
        vy.intoArray(speed, 2 * N);
        broadcast(S, 0.0).blend(1.0, slides).intoArray(sliding, 0);
        return slides.anyTrue();
    }

    /** Replaces the impulses of lanes whose contact slides: the normal for itself, then friction at its limit. */
    private void slide(final int group, final int c, final double[] impulse, final int slot) {
        final VectorMask<Double> slides = fromArray(S, sliding, 0).compare(NE, 0.0);
        final DoubleVector m = fromArray(S, rows.mass, 2 * N * c + N);
        final DoubleVector n0 = fromArray(S, last, 0);
        final DoubleVector n = n0.sub(fromArray(S, speed, 0).mul(fromArray(S, rows.mass, 2 * N * c)))
                .max(0);
        final DoubleVector dn = n.sub(n0);
        final DoubleVector x = fromArray(S, last, N)
                .sub(fromArray(S, speed, N)
                        .add(dn.mul(fromArray(S, rows.coupling, 2 * N * c)))
                        .mul(m));
        final DoubleVector y = fromArray(S, last, 2 * N)
                .sub(fromArray(S, speed, 2 * N)
                        .add(dn.mul(fromArray(S, rows.coupling, 2 * N * c + N)))
                        .mul(m));
        final DoubleVector size = x.mul(x).add(y.mul(y)).sqrt();
        final DoubleVector most = fromArray(S, models.friction, group).mul(n);
        final DoubleVector less = broadcast(S, 1.0).blend(most.div(size), size.compare(GT, most));
        fromArray(S, impulse, slot).blend(n, slides).intoArray(impulse, slot);
        fromArray(S, impulse, slot + N).blend(x.mul(less), slides).intoArray(impulse, slot + N);
        fromArray(S, impulse, slot + 2 * N).blend(y.mul(less), slides).intoArray(impulse, slot + 2 * N);
    }

    /** Adds the changes of a contact's impulses to the velocities. */
    private void add(final int r, final int l, final double[] impulse, final int slot) {
        final DoubleVector dn = fromArray(S, impulse, slot).sub(fromArray(S, last, 0));
        final DoubleVector dx = fromArray(S, impulse, slot + N).sub(fromArray(S, last, N));
        final DoubleVector dy = fromArray(S, impulse, slot + 2 * N).sub(fromArray(S, last, 2 * N));
        fromArray(S, moved, 0).max(dn.abs()).max(dx.abs()).max(dy.abs()).intoArray(moved, 0);
        fromArray(S, u, 0)
                .add(fromArray(S, rows.row, r)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 9 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 18 * N).mul(dy)))
                .intoArray(u, 0);
        fromArray(S, u, N)
                .add(fromArray(S, rows.row, r + N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 10 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 19 * N).mul(dy)))
                .intoArray(u, N);
        fromArray(S, u, 2 * N)
                .add(fromArray(S, rows.row, r + 2 * N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 11 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 20 * N).mul(dy)))
                .intoArray(u, 2 * N);
        fromArray(S, u, 3 * N)
                .add(fromArray(S, rows.row, r + 3 * N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 12 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 21 * N).mul(dy)))
                .intoArray(u, 3 * N);
        fromArray(S, u, 4 * N)
                .add(fromArray(S, rows.row, r + 4 * N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 13 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 22 * N).mul(dy)))
                .intoArray(u, 4 * N);
        fromArray(S, u, 5 * N)
                .add(fromArray(S, rows.row, r + 5 * N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 14 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 23 * N).mul(dy)))
                .intoArray(u, 5 * N);
        fromArray(S, u, l)
                .add(fromArray(S, rows.row, r + 6 * N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 15 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 24 * N).mul(dy)))
                .intoArray(u, l);
        fromArray(S, u, l + N)
                .add(fromArray(S, rows.row, r + 7 * N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 16 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 25 * N).mul(dy)))
                .intoArray(u, l + N);
        fromArray(S, u, l + 2 * N)
                .add(fromArray(S, rows.row, r + 8 * N)
                        .mul(dn)
                        .add(fromArray(S, rows.row, r + 17 * N).mul(dx))
                        .add(fromArray(S, rows.row, r + 26 * N).mul(dy)))
                .intoArray(u, l + 2 * N);
    }
}
