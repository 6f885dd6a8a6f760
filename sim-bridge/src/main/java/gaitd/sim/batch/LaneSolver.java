package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.sim.engine.ContactFinder;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Impulses of ground, joint stops and dry friction on a group's robots over one step, by projected Gauss-Seidel.
 *
 * <p>Sweeps go on until every lane has settled, at most 50. A lane that has settled is frozen: what it holds does not change
 * in the sweeps that others need. A lane without a contact that another lane has, has rows of zeros there. Scratch of one
 * worker, for one group at a time.
 */
final class LaneSolver {
    /** Impulses of a robot: 12 of dry friction, 12 of stops, 3 of each contact slot. */
    static final int IMPULSES = 24 + 3 * ContactFinder.SLOTS;
    /** First impulse of the contacts. */
    static final int CONTACT = 24;

    private static final int MAX_SWEEPS = 50;
    private static final double SETTLED = 1e-6;
    private static final double PUSH_OUT = 0.2;
    private static final double PUSH_OUT_MAX_M_S = 0.5;

    /** Whitened change of velocity, 18: first what forces give, then with the impulses. */
    final double[] u = Lanes.room(18);

    private final double timeStepS;
    private final LaneModels models;
    private final LanePose pose;
    private final LaneFactor factor;
    private final LaneContacts contacts;
    private final LaneJoints joints;
    private final double[] row = Lanes.room(27 * ContactFinder.SLOTS);
    private final double[] inverse = Lanes.room(2 * ContactFinder.SLOTS);
    private final double[] speed = Lanes.room(3 * ContactFinder.SLOTS);
    private final double[] floor = Lanes.room(ContactFinder.SLOTS);
    private final double[] live = Lanes.room(1);
    private final double[] moved = Lanes.room(1);
    private final boolean[] touched = new boolean[ContactFinder.SLOTS];

    LaneSolver(
            final LaneModels models,
            final LanePose pose,
            final LaneFactor factor,
            final LaneContacts contacts,
            final double timeStepS) {
        this.models = models;
        this.pose = pose;
        this.factor = factor;
        this.contacts = contacts;
        this.timeStepS = timeStepS;
        this.joints = new LaneJoints(models, factor, timeStepS);
    }

    /**
     * Adds the impulses to {@link #u}.
     *
     * @param group group index
     * @param active nonzero in lanes that hold a robot, 1
     * @param velocity before the step: trunk linear and angular in trunk axes, joints, 18
     * @param state joint angles and speeds
     * @param impulse impulses of the batch
     * @param slots which slots of the group may have impulses; updated
     * @return how many sweeps it took
     */
    int solve(
            final int group,
            final double[] active,
            final double[] velocity,
            final BatchState state,
            final double[] impulse,
            final boolean[] slots) {
        final int from = group * IMPULSES;
        joints.load(group, state.q, state.dq, impulse, from, u);
        for (int c = 0; c < contacts.count; c++) {
            contactRows(c, velocity, impulse, from + CONTACT + 3 * contacts.slot[c]);
        }
        forget(group, impulse, slots);
        fromArray(S, active, 0).intoArray(live, 0);
        int sweeps = 0;
        do {
            broadcast(S, 0).intoArray(moved, 0);
            joints.sweep(live, moved, impulse, from, u);
            for (int c = 0; c < contacts.count; c++) {
                sweepContact(c, group, impulse, from + CONTACT + 3 * contacts.slot[c]);
            }
            sweeps++;
        } while (goOn() && sweeps < MAX_SWEEPS);
        return sweeps;
    }

    /** Freezes the lanes that have settled; whether there are others. */
    private boolean goOn() {
        final VectorMask<Double> on = fromArray(S, moved, 0)
                .compare(VectorOperators.GT, SETTLED)
                .and(fromArray(S, live, 0).compare(VectorOperators.NE, 0));
        broadcast(S, 0).blend(1, on).intoArray(live, 0);
        return on.anyTrue();
    }

    /** Clears the impulses of slots that had a contact and have none. */
    private void forget(final int group, final double[] impulse, final boolean[] slots) {
        Arrays.fill(touched, false);
        for (int c = 0; c < contacts.count; c++) {
            touched[contacts.slot[c]] = true;
        }
        final int first = group * ContactFinder.SLOTS;
        for (int s = 0; s < ContactFinder.SLOTS; s++) {
            if (slots[first + s] && !touched[s]) {
                final int i = group * IMPULSES + CONTACT + 3 * s;
                broadcast(S, 0).intoArray(impulse, N * i);
                broadcast(S, 0).intoArray(impulse, N * (i + 1));
                broadcast(S, 0).intoArray(impulse, N * (i + 2));
            }
            slots[first + s] = touched[s];
        }
    }

    private void contactRows(final int c, final double[] velocity, final double[] impulse, final int at) {
        final int s = contacts.slot[c];
        final int leg = ContactFinder.leg(s);
        for (int d = 0; d < 3; d++) {
            final int r = 27 * c + 9 * d;
            if (contacts.level) {
                levelDirection(r, s, d);
            } else {
                direction(r, s, 9 * s + 3 * d);
            }
            legPart(r, leg, ContactFinder.joints(s));
            project(r, 3 * c + d, velocity, 6 + 3 * leg);
            factor.whitenRow(row, r, leg);
            start(r, s, impulse, at + d, 6 + 3 * leg);
        }
        scale(c, s);
    }

    /** Trunk part of a row along a world axis: z for the normal, x and y for the tangents. */
    private void levelDirection(final int r, final int s, final int d) {
        final int axis = d == 0 ? 6 : 3 * (d - 1);
        trunkPart(
                r,
                s,
                fromArray(S, pose.rotation, N * axis),
                fromArray(S, pose.rotation, N * (axis + 1)),
                fromArray(S, pose.rotation, N * (axis + 2)));
    }

    private void direction(final int r, final int s, final int f) {
        final DoubleVector x = fromArray(S, contacts.frame, N * f);
        final DoubleVector y = fromArray(S, contacts.frame, N * (f + 1));
        final DoubleVector z = fromArray(S, contacts.frame, N * (f + 2));
        trunkPart(r, s, turned(0, x, y, z), turned(1, x, y, z), turned(2, x, y, z));
    }

    private DoubleVector turned(final int i, final DoubleVector x, final DoubleVector y, final DoubleVector z) {
        return fromArray(S, pose.rotation, N * i)
                .mul(x)
                .add(fromArray(S, pose.rotation, N * (3 + i)).mul(y))
                .add(fromArray(S, pose.rotation, N * (6 + i)).mul(z));
    }

    private void trunkPart(final int r, final int s, final DoubleVector x, final DoubleVector y, final DoubleVector z) {
        final DoubleVector present = fromArray(S, contacts.present, N * s);
        final DoubleVector dx = x.mul(present);
        final DoubleVector dy = y.mul(present);
        final DoubleVector dz = z.mul(present);
        final DoubleVector px = fromArray(S, contacts.point, N * (3 * s));
        final DoubleVector py = fromArray(S, contacts.point, N * (3 * s + 1));
        final DoubleVector pz = fromArray(S, contacts.point, N * (3 * s + 2));
        dx.intoArray(row, N * r);
        dy.intoArray(row, N * (r + 1));
        dz.intoArray(row, N * (r + 2));
        py.mul(dz).sub(pz.mul(dy)).intoArray(row, N * (r + 3));
        pz.mul(dx).sub(px.mul(dz)).intoArray(row, N * (r + 4));
        px.mul(dy).sub(py.mul(dx)).intoArray(row, N * (r + 5));
    }

    private void legPart(final int r, final int leg, final int moving) {
        final DoubleVector dx = fromArray(S, row, N * r);
        final DoubleVector dy = fromArray(S, row, N * (r + 1));
        final DoubleVector dz = fromArray(S, row, N * (r + 2));
        final int o = 9 * leg;
        final DoubleVector zero = broadcast(S, 0);
        (moving < 1
                        ? zero
                        : fromArray(S, pose.origin, N * (o + 2))
                                .mul(dy)
                                .sub(fromArray(S, pose.origin, N * (o + 1)).mul(dz))
                                .add(fromArray(S, row, N * (r + 3))))
                .intoArray(row, N * (r + 6));
        for (int k = 1; k < 3; k++) {
            (moving <= k
                            ? zero
                            : fromArray(S, pose.lever, N * (o + 3 * k))
                                    .mul(dx)
                                    .add(fromArray(S, pose.lever, N * (o + 3 * k + 1))
                                            .mul(dy))
                                    .add(fromArray(S, pose.lever, N * (o + 3 * k + 2))
                                            .mul(dz))
                                    .add(fromArray(S, pose.cosine, N * (3 * leg))
                                            .mul(fromArray(S, row, N * (r + 4))))
                                    .add(fromArray(S, pose.sine, N * (3 * leg)).mul(fromArray(S, row, N * (r + 5)))))
                    .intoArray(row, N * (r + 6 + k));
        }
    }

    private void project(final int r, final int to, final double[] velocity, final int leg) {
        DoubleVector v = fromArray(S, row, N * r).mul(fromArray(S, velocity, 0));
        for (int i = 1; i < 6; i++) {
            v = v.add(fromArray(S, row, N * (r + i)).mul(fromArray(S, velocity, N * i)));
        }
        for (int i = 0; i < 3; i++) {
            v = v.add(fromArray(S, row, N * (r + 6 + i)).mul(fromArray(S, velocity, N * (leg + i))));
        }
        v.intoArray(speed, N * to);
    }

    private void start(final int r, final int s, final double[] impulse, final int at, final int leg) {
        final DoubleVector kept = fromArray(S, impulse, N * at)
                .blend(0, fromArray(S, contacts.present, N * s).compare(VectorOperators.EQ, 0));
        kept.intoArray(impulse, N * at);
        for (int i = 0; i < 6; i++) {
            fromArray(S, u, N * i).add(fromArray(S, row, N * (r + i)).mul(kept)).intoArray(u, N * i);
        }
        for (int i = 0; i < 3; i++) {
            fromArray(S, u, N * (leg + i))
                    .add(fromArray(S, row, N * (r + 6 + i)).mul(kept))
                    .intoArray(u, N * (leg + i));
        }
    }

    private void scale(final int c, final int s) {
        final VectorMask<Double> absent = fromArray(S, contacts.present, N * s).compare(VectorOperators.EQ, 0);
        final DoubleVector gap = fromArray(S, contacts.gapM, N * s);
        final DoubleVector out = gap.neg().mul(PUSH_OUT).div(timeStepS).min(PUSH_OUT_MAX_M_S);
        final DoubleVector least = out.blend(gap.neg().div(timeStepS), gap.compare(VectorOperators.GT, 0));
        least.blend(0, absent).intoArray(floor, N * c);
        final int n = 27 * c;
        DoubleVector g00 = broadcast(S, 0);
        DoubleVector g11 = g00;
        DoubleVector g22 = g00;
        DoubleVector g12 = g00;
        for (int i = 0; i < 9; i++) {
            final DoubleVector x = fromArray(S, row, N * (n + i));
            final DoubleVector y = fromArray(S, row, N * (n + 9 + i));
            final DoubleVector z = fromArray(S, row, N * (n + 18 + i));
            g00 = g00.add(x.mul(x));
            g11 = g11.add(y.mul(y));
            g22 = g22.add(z.mul(z));
            g12 = g12.add(y.mul(z));
        }
        final DoubleVector apart = g11.sub(g22);
        final DoubleVector both =
                g11.add(g22).add(apart.mul(apart).add(g12.mul(4).mul(g12)).sqrt());
        broadcast(S, 1).div(g00).blend(0, absent).intoArray(inverse, N * (2 * c));
        broadcast(S, 2).div(both).blend(0, absent).intoArray(inverse, N * (2 * c + 1));
    }

    private void sweepContact(final int c, final int group, final double[] impulse, final int slot) {
        final VectorMask<Double> on = fromArray(S, live, 0).compare(VectorOperators.NE, 0);
        final int r = 27 * c;
        final int l = 6 + 3 * ContactFinder.leg(contacts.slot[c]);
        DoubleVector u0 = fromArray(S, u, 0);
        DoubleVector u1 = fromArray(S, u, N);
        DoubleVector u2 = fromArray(S, u, 2 * N);
        DoubleVector u3 = fromArray(S, u, 3 * N);
        DoubleVector u4 = fromArray(S, u, 4 * N);
        DoubleVector u5 = fromArray(S, u, 5 * N);
        DoubleVector u6 = fromArray(S, u, N * l);
        DoubleVector u7 = fromArray(S, u, N * (l + 1));
        DoubleVector u8 = fromArray(S, u, N * (l + 2));
        final DoubleVector before = fromArray(S, impulse, N * slot);
        final DoubleVector pressed = before.sub(fromArray(S, speed, N * (3 * c))
                        .add(product(r, u0, u1, u2, u3, u4, u5, u6, u7, u8))
                        .sub(fromArray(S, floor, N * c))
                        .mul(fromArray(S, inverse, N * (2 * c))))
                .max(0);
        final DoubleVector normal = before.blend(pressed, on);
        final DoubleVector delta = normal.sub(before);
        normal.intoArray(impulse, N * slot);
        u0 = u0.add(fromArray(S, row, N * r).mul(delta));
        u1 = u1.add(fromArray(S, row, N * (r + 1)).mul(delta));
        u2 = u2.add(fromArray(S, row, N * (r + 2)).mul(delta));
        u3 = u3.add(fromArray(S, row, N * (r + 3)).mul(delta));
        u4 = u4.add(fromArray(S, row, N * (r + 4)).mul(delta));
        u5 = u5.add(fromArray(S, row, N * (r + 5)).mul(delta));
        u6 = u6.add(fromArray(S, row, N * (r + 6)).mul(delta));
        u7 = u7.add(fromArray(S, row, N * (r + 7)).mul(delta));
        u8 = u8.add(fromArray(S, row, N * (r + 8)).mul(delta));
        final DoubleVector before1 = fromArray(S, impulse, N * (slot + 1));
        final DoubleVector before2 = fromArray(S, impulse, N * (slot + 2));
        final DoubleVector x = before1.sub(fromArray(S, speed, N * (3 * c + 1))
                .add(product(r + 9, u0, u1, u2, u3, u4, u5, u6, u7, u8))
                .mul(fromArray(S, inverse, N * (2 * c + 1))));
        final DoubleVector y = before2.sub(fromArray(S, speed, N * (3 * c + 2))
                .add(product(r + 18, u0, u1, u2, u3, u4, u5, u6, u7, u8))
                .mul(fromArray(S, inverse, N * (2 * c + 1))));
        final DoubleVector size = x.mul(x).add(y.mul(y)).sqrt();
        final DoubleVector most = fromArray(S, models.friction, N * group).mul(normal);
        final DoubleVector less = broadcast(S, 1).blend(most.div(size), size.compare(VectorOperators.GT, most));
        final DoubleVector x1 = before1.blend(x.mul(less), on);
        final DoubleVector y1 = before2.blend(y.mul(less), on);
        x1.intoArray(impulse, N * (slot + 1));
        y1.intoArray(impulse, N * (slot + 2));
        final DoubleVector dx = x1.sub(before1);
        final DoubleVector dy = y1.sub(before2);
        fromArray(S, moved, 0).max(delta.abs().max(dx.abs().max(dy.abs()))).intoArray(moved, 0);
        slide(r, dx, dy, u0, u1, u2, u3, u4, u5);
        u6.add(fromArray(S, row, N * (r + 15)).mul(dx))
                .add(fromArray(S, row, N * (r + 24)).mul(dy))
                .intoArray(u, N * l);
        u7.add(fromArray(S, row, N * (r + 16)).mul(dx))
                .add(fromArray(S, row, N * (r + 25)).mul(dy))
                .intoArray(u, N * (l + 1));
        u8.add(fromArray(S, row, N * (r + 17)).mul(dx))
                .add(fromArray(S, row, N * (r + 26)).mul(dy))
                .intoArray(u, N * (l + 2));
    }

    private void slide(
            final int r,
            final DoubleVector dx,
            final DoubleVector dy,
            final DoubleVector u0,
            final DoubleVector u1,
            final DoubleVector u2,
            final DoubleVector u3,
            final DoubleVector u4,
            final DoubleVector u5) {
        u0.add(fromArray(S, row, N * (r + 9)).mul(dx))
                .add(fromArray(S, row, N * (r + 18)).mul(dy))
                .intoArray(u, 0);
        u1.add(fromArray(S, row, N * (r + 10)).mul(dx))
                .add(fromArray(S, row, N * (r + 19)).mul(dy))
                .intoArray(u, N);
        u2.add(fromArray(S, row, N * (r + 11)).mul(dx))
                .add(fromArray(S, row, N * (r + 20)).mul(dy))
                .intoArray(u, 2 * N);
        u3.add(fromArray(S, row, N * (r + 12)).mul(dx))
                .add(fromArray(S, row, N * (r + 21)).mul(dy))
                .intoArray(u, 3 * N);
        u4.add(fromArray(S, row, N * (r + 13)).mul(dx))
                .add(fromArray(S, row, N * (r + 22)).mul(dy))
                .intoArray(u, 4 * N);
        u5.add(fromArray(S, row, N * (r + 14)).mul(dx))
                .add(fromArray(S, row, N * (r + 23)).mul(dy))
                .intoArray(u, 5 * N);
    }

    private DoubleVector product(
            final int r,
            final DoubleVector u0,
            final DoubleVector u1,
            final DoubleVector u2,
            final DoubleVector u3,
            final DoubleVector u4,
            final DoubleVector u5,
            final DoubleVector u6,
            final DoubleVector u7,
            final DoubleVector u8) {
        return fromArray(S, row, N * r)
                .mul(u0)
                .add(fromArray(S, row, N * (r + 1)).mul(u1))
                .add(fromArray(S, row, N * (r + 2)).mul(u2))
                .add(fromArray(S, row, N * (r + 3)).mul(u3))
                .add(fromArray(S, row, N * (r + 4)).mul(u4))
                .add(fromArray(S, row, N * (r + 5)).mul(u5))
                .add(fromArray(S, row, N * (r + 6)).mul(u6))
                .add(fromArray(S, row, N * (r + 7)).mul(u7))
                .add(fromArray(S, row, N * (r + 8)).mul(u8));
    }
}
