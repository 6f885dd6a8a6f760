package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import gaitd.hal.A1;
import gaitd.sim.engine.RobotModel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Dry friction and stops of the joints of a group's robots: one whitened row a joint.
 *
 * <p>A joint's row has no part in the joints above it, so those of thigh and calf are one and two numbers shorter. Scratch of
 * one worker, for one group at a time.
 */
final class LaneJoints {
    /** First impulse of the stops. */
    static final int STOP = 12;

    private static final double PUSH_OUT = 0.2;
    private static final double PUSH_OUT_MAX_RAD_S = 5;
    private static final double STOP_REACH_RAD_S = 60;

    private final double timeStepS;
    private final LaneModels models;
    /** Whitened unit torques, 12 x 9. */
    private final double[] row;
    /** Velocities before the step, 18. */
    private final double[] speed;

    private final double[] inverse = Lanes.room(A1.JOINTS);
    /** Greatest impulse of dry friction. */
    private final double[] most = Lanes.room(A1.JOINTS);
    /** 1 near the lower stop, -1 near the upper, else 0. */
    private final double[] side = Lanes.room(A1.JOINTS);

    private final double[] floor = Lanes.room(A1.JOINTS);
    /** Speed of a joint, then what its impulses change by. */
    private final double[] change = Lanes.room(1);
    /** Joints that are near a stop in any lane, one bit each. */
    private int stops;

    LaneJoints(final LaneModels models, final LaneFactor factor, final LaneMotion motion, final double timeStepS) {
        this.models = models;
        this.row = factor.jointRow;
        this.speed = motion.velocity;
        this.timeStepS = timeStepS;
    }

    /**
     * Starts a step: adds the last step's impulses, as far as they still may be, to the forces.
     *
     * @param group group index
     * @param q joint angles of the batch
     * @param impulse impulses of the batch
     * @param from where those of the group start
     * @param forces impulses on the 18 velocities, not yet whitened
     */
    void start(final int group, final double[] q, final double[] impulse, final int from, final double[] forces) {
        stops = 0;
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final int j = N * (A1.JOINTS * group + joint);
            if (stop(joint, q, j)) {
                stops |= 1 << joint;
            }
            start(j, N * joint, from + N * joint, impulse, forces);
        }
    }

    /**
     * Takes the rows for {@link #sweep}, which must have been made.
     */
    void weigh() {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            weigh(9 * N * joint, N * joint);
        }
    }

    /** Marks with 1 the lanes in which every impulse is at a bound, so that the joints may be settled; else 0. */
    void atBounds(final double[] impulse, final int from, final double[] out) {
        broadcast(S, 1.0).intoArray(out, 0);
        for (int i = 0; i < A1.JOINTS * N; i += N) {
            final VectorMask<Double> between =
                    fromArray(S, impulse, from + i).abs().compare(NE, fromArray(S, most, i));
            final VectorMask<Double> stopped =
                    fromArray(S, impulse, from + STOP * N + i).compare(NE, 0.0);
            fromArray(S, out, 0).blend(0.0, between.or(stopped)).intoArray(out, 0);
        }
    }

    /** Marks with 0 the lanes in which the speeds after the step do not agree with impulses at their bounds. */
    void agree(final double[] impulse, final int from, final double[] change, final double[] out) {
        for (int i = 0; i < A1.JOINTS * N; i += N) {
            final DoubleVector after = fromArray(S, speed, 6 * N + i).add(fromArray(S, change, 6 * N + i));
            final VectorMask<Double> wrong =
                    fromArray(S, impulse, from + i).mul(after).compare(GT, 0.0);
            fromArray(S, out, 0).blend(0.0, wrong).intoArray(out, 0);
        }
        for (int i = 0; stops != 0 && i < A1.JOINTS * N; i += N) {
            final DoubleVector after = fromArray(S, speed, 6 * N + i).add(fromArray(S, change, 6 * N + i));
            final DoubleVector which = fromArray(S, side, i);
            final VectorMask<Double> wrong = which.mul(after).compare(LT, fromArray(S, floor, i));
            fromArray(S, out, 0).blend(0.0, wrong.and(which.compare(NE, 0.0))).intoArray(out, 0);
        }
    }

    private void weigh(final int r, final int to) {
        final DoubleVector w0 = fromArray(S, row, r);
        final DoubleVector w1 = fromArray(S, row, r + N);
        final DoubleVector w2 = fromArray(S, row, r + 2 * N);
        final DoubleVector w3 = fromArray(S, row, r + 3 * N);
        final DoubleVector w4 = fromArray(S, row, r + 4 * N);
        final DoubleVector w5 = fromArray(S, row, r + 5 * N);
        final DoubleVector w6 = fromArray(S, row, r + 6 * N);
        final DoubleVector w7 = fromArray(S, row, r + 7 * N);
        final DoubleVector w8 = fromArray(S, row, r + 8 * N);
        final DoubleVector a =
                w0.mul(w0).add(w1.mul(w1)).add(w2.mul(w2)).add(w3.mul(w3)).add(w4.mul(w4));
        final DoubleVector b = a.add(w5.mul(w5)).add(w6.mul(w6)).add(w7.mul(w7)).add(w8.mul(w8));
        broadcast(S, 1.0).div(b).intoArray(inverse, to);
    }

    private boolean stop(final int joint, final double[] q, final int j) {
        final DoubleVector angle = fromArray(S, q, j);
        final DoubleVector above = angle.sub(RobotModel.positionMinRad(joint));
        final DoubleVector below =
                broadcast(S, RobotModel.positionMaxRad(joint)).sub(angle);
        final DoubleVector gap = above.min(below);
        final VectorMask<Double> near = gap.compare(LT, STOP_REACH_RAD_S * timeStepS);
        if (!near.anyTrue()) {
            broadcast(S, 0.0).intoArray(side, N * joint);
            return false;
        }
        final DoubleVector which = broadcast(S, -1.0).blend(1.0, above.compare(LT, below));
        broadcast(S, 0.0).blend(which, near).intoArray(side, N * joint);
        final DoubleVector out = gap.neg().mul(PUSH_OUT).div(timeStepS).min(PUSH_OUT_MAX_RAD_S);
        out.blend(gap.neg().div(timeStepS), gap.compare(GT, 0.0)).intoArray(floor, N * joint);
        return true;
    }

    private void start(final int j, final int i, final int at, final double[] impulse, final double[] forces) {
        final DoubleVector stop = fromArray(S, impulse, at + STOP * N);
        final DoubleVector kept =
                stop.blend(0.0, stop.mul(fromArray(S, side, i)).compare(LE, 0.0));
        kept.intoArray(impulse, at + STOP * N);
        final DoubleVector high = fromArray(S, models.dryNm, j).mul(timeStepS);
        high.intoArray(most, i);
        final DoubleVector dry = fromArray(S, impulse, at).min(high).max(high.neg());
        dry.intoArray(impulse, at);
        fromArray(S, forces, 6 * N + i).add(dry.add(kept)).intoArray(forces, 6 * N + i);
    }

    private void add(final int r, final int leg, final double[] u) {
        final DoubleVector amount = fromArray(S, change, 0);
        for (int i = 0; i < 6 * N; i += N) {
            fromArray(S, u, i).add(fromArray(S, row, r + i).mul(amount)).intoArray(u, i);
        }
        for (int i = 0; i < 3 * N; i += N) {
            fromArray(S, u, leg + i)
                    .add(fromArray(S, row, r + 6 * N + i).mul(amount))
                    .intoArray(u, leg + i);
        }
    }

    /**
     * One sweep over the joints.
     *
     * @param live nonzero in lanes that are not settled, 1
     * @param moved receives what impulses moved at most, 1
     * @param impulse impulses of the batch
     * @param from where those of the group start
     * @param u whitened change of velocity, 18
     */
    void sweep(final double[] live, final double[] moved, final double[] impulse, final int from, final double[] u) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (((stops >> (3 * leg)) & 7) == 0) {
                sweepLeg(leg, live, moved, impulse, from + 3 * N * leg, u);
            } else {
                for (int joint = 3 * leg; joint < 3 * leg + 3; joint++) {
                    sweepStop(joint, live, moved, impulse, from + N * joint, u);
                }
            }
        }
    }

    /** Dry friction of a leg whose joints are away from their stops. */
    private void sweepLeg(
            final int leg,
            final double[] live,
            final double[] moved,
            final double[] impulse,
            final int at,
            final double[] u) {
        final VectorMask<Double> on = fromArray(S, live, 0).compare(NE, 0.0);
        final int j = 6 * N + 3 * N * leg;
        final int r = 27 * N * leg;
        final int i = 3 * N * leg;
        DoubleVector u0 = fromArray(S, u, 0);
        DoubleVector u1 = fromArray(S, u, N);
        DoubleVector u2 = fromArray(S, u, 2 * N);
        DoubleVector u3 = fromArray(S, u, 3 * N);
        DoubleVector u4 = fromArray(S, u, 4 * N);
        DoubleVector u5 = fromArray(S, u, 5 * N);
        DoubleVector u6 = fromArray(S, u, j);
        DoubleVector u7 = fromArray(S, u, j + N);
        DoubleVector u8 = fromArray(S, u, j + 2 * N);
        final DoubleVector w00 = fromArray(S, row, r);
        final DoubleVector w01 = fromArray(S, row, r + N);
        final DoubleVector w02 = fromArray(S, row, r + 2 * N);
        final DoubleVector w03 = fromArray(S, row, r + 3 * N);
        final DoubleVector w04 = fromArray(S, row, r + 4 * N);
        final DoubleVector w05 = fromArray(S, row, r + 5 * N);
        final DoubleVector w06 = fromArray(S, row, r + 6 * N);
        final DoubleVector w07 = fromArray(S, row, r + 7 * N);
        final DoubleVector w08 = fromArray(S, row, r + 8 * N);
        final DoubleVector v0 = fromArray(S, speed, j)
                .add(w00.mul(u0)
                        .add(w01.mul(u1))
                        .add(w02.mul(u2).add(w03.mul(u3)))
                        .add(w04.mul(u4).add(w05.mul(u5)).add(w06.mul(u6).add(w07.mul(u7))))
                        .add(w08.mul(u8)));
        final DoubleVector before0 = fromArray(S, impulse, at);
        final DoubleVector wanted0 = before0.sub(v0.mul(fromArray(S, inverse, i)));
        final DoubleVector most0 = fromArray(S, most, i);
        final DoubleVector least0 = most0.neg();
        final DoubleVector after0 = before0.blend(
                wanted0.blend(most0, wanted0.compare(GT, most0)).blend(least0, wanted0.compare(LT, least0)), on);
        after0.intoArray(impulse, at);
        final DoubleVector d0 = after0.sub(before0);
        u0 = u0.add(w00.mul(d0));
        u1 = u1.add(w01.mul(d0));
        u2 = u2.add(w02.mul(d0));
        u3 = u3.add(w03.mul(d0));
        u4 = u4.add(w04.mul(d0));
        u5 = u5.add(w05.mul(d0));
        u6 = u6.add(w06.mul(d0));
        u7 = u7.add(w07.mul(d0));
        u8 = u8.add(w08.mul(d0));
        final int r1 = r + 9 * N;
        final DoubleVector w10 = fromArray(S, row, r1);
        final DoubleVector w11 = fromArray(S, row, r1 + N);
        final DoubleVector w12 = fromArray(S, row, r1 + 2 * N);
        final DoubleVector w13 = fromArray(S, row, r1 + 3 * N);
        final DoubleVector w14 = fromArray(S, row, r1 + 4 * N);
        final DoubleVector w15 = fromArray(S, row, r1 + 5 * N);
        final DoubleVector w17 = fromArray(S, row, r1 + 7 * N);
        final DoubleVector w18 = fromArray(S, row, r1 + 8 * N);
        final DoubleVector v1 = fromArray(S, speed, j + N)
                .add(w10.mul(u0)
                        .add(w11.mul(u1))
                        .add(w12.mul(u2).add(w13.mul(u3)))
                        .add(w14.mul(u4).add(w15.mul(u5)).add(w17.mul(u7)))
                        .add(w18.mul(u8)));
        final DoubleVector before1 = fromArray(S, impulse, at + N);
        final DoubleVector wanted1 = before1.sub(v1.mul(fromArray(S, inverse, i + N)));
        final DoubleVector most1 = fromArray(S, most, i + N);
        final DoubleVector least1 = most1.neg();
        final DoubleVector after1 = before1.blend(
                wanted1.blend(most1, wanted1.compare(GT, most1)).blend(least1, wanted1.compare(LT, least1)), on);
        after1.intoArray(impulse, at + N);
        final DoubleVector d1 = after1.sub(before1);
        u0 = u0.add(w10.mul(d1));
        u1 = u1.add(w11.mul(d1));
        u2 = u2.add(w12.mul(d1));
        u3 = u3.add(w13.mul(d1));
        u4 = u4.add(w14.mul(d1));
        u5 = u5.add(w15.mul(d1));
        u7 = u7.add(w17.mul(d1));
        u8 = u8.add(w18.mul(d1));
        final int r2 = r + 18 * N;
        final DoubleVector w20 = fromArray(S, row, r2);
        final DoubleVector w21 = fromArray(S, row, r2 + N);
        final DoubleVector w22 = fromArray(S, row, r2 + 2 * N);
        final DoubleVector w23 = fromArray(S, row, r2 + 3 * N);
        final DoubleVector w24 = fromArray(S, row, r2 + 4 * N);
        final DoubleVector w25 = fromArray(S, row, r2 + 5 * N);
        final DoubleVector w28 = fromArray(S, row, r2 + 8 * N);
        final DoubleVector v2 = fromArray(S, speed, j + 2 * N)
                .add(w20.mul(u0)
                        .add(w21.mul(u1))
                        .add(w22.mul(u2).add(w23.mul(u3)))
                        .add(w24.mul(u4).add(w25.mul(u5)))
                        .add(w28.mul(u8)));
        final DoubleVector before2 = fromArray(S, impulse, at + 2 * N);
        final DoubleVector wanted2 = before2.sub(v2.mul(fromArray(S, inverse, i + 2 * N)));
        final DoubleVector most2 = fromArray(S, most, i + 2 * N);
        final DoubleVector least2 = most2.neg();
        final DoubleVector after2 = before2.blend(
                wanted2.blend(most2, wanted2.compare(GT, most2)).blend(least2, wanted2.compare(LT, least2)), on);
        after2.intoArray(impulse, at + 2 * N);
        final DoubleVector d2 = after2.sub(before2);
        u0 = u0.add(w20.mul(d2));
        u1 = u1.add(w21.mul(d2));
        u2 = u2.add(w22.mul(d2));
        u3 = u3.add(w23.mul(d2));
        u4 = u4.add(w24.mul(d2));
        u5 = u5.add(w25.mul(d2));
        u8 = u8.add(w28.mul(d2));
        u0.intoArray(u, 0);
        u1.intoArray(u, N);
        u2.intoArray(u, 2 * N);
        u3.intoArray(u, 3 * N);
        u4.intoArray(u, 4 * N);
        u5.intoArray(u, 5 * N);
        u6.intoArray(u, j);
        u7.intoArray(u, j + N);
        u8.intoArray(u, j + 2 * N);
        final DoubleVector high =
                fromArray(S, moved, 0).max(d0.abs()).max(d1.abs()).max(d2.abs());
        high.intoArray(moved, 0);
    }

    /** Stop and dry friction of one joint. */
    private void sweepStop(
            final int joint,
            final double[] live,
            final double[] moved,
            final double[] impulse,
            final int at,
            final double[] u) {
        final VectorMask<Double> on = fromArray(S, live, 0).compare(NE, 0.0);
        final int r = 9 * N * joint;
        final int i = N * joint;
        final int l = 6 * N + 3 * N * (joint / 3);
        measure(r, l, u);
        final DoubleVector v = fromArray(S, speed, 6 * N + i).add(fromArray(S, change, 0));
        final DoubleVector which = fromArray(S, side, i);
        final DoubleVector inertia = fromArray(S, inverse, i);
        final DoubleVector pushed = fromArray(S, impulse, at + STOP * N);
        final DoubleVector stop =
                pushed.sub(v.sub(which.mul(fromArray(S, floor, i))).mul(inertia));
        final DoubleVector limited = stop.min(0).blend(stop.max(0), which.compare(GT, 0.0));
        final DoubleVector push = pushed.blend(limited, on.and(which.compare(NE, 0.0)));
        push.intoArray(impulse, at + STOP * N);
        final DoubleVector delta = push.sub(pushed);
        final DoubleVector before = fromArray(S, impulse, at);
        final DoubleVector wanted = before.sub(v.add(delta.div(inertia)).mul(inertia));
        final DoubleVector high = fromArray(S, most, i);
        final DoubleVector low = high.neg();
        final DoubleVector after =
                before.blend(wanted.blend(high, wanted.compare(GT, high)).blend(low, wanted.compare(LT, low)), on);
        after.intoArray(impulse, at);
        final DoubleVector all = delta.add(after.sub(before));
        all.intoArray(change, 0);
        add(r, l, u);
        fromArray(S, moved, 0).max(all.abs()).intoArray(moved, 0);
    }

    private void measure(final int r, final int l, final double[] u) {
        final DoubleVector p0 = fromArray(S, row, r).mul(fromArray(S, u, 0));
        final DoubleVector p1 = fromArray(S, row, r + N).mul(fromArray(S, u, N));
        final DoubleVector p2 = fromArray(S, row, r + 2 * N).mul(fromArray(S, u, 2 * N));
        final DoubleVector p3 = fromArray(S, row, r + 3 * N).mul(fromArray(S, u, 3 * N));
        final DoubleVector p4 = fromArray(S, row, r + 4 * N).mul(fromArray(S, u, 4 * N));
        final DoubleVector p5 = fromArray(S, row, r + 5 * N).mul(fromArray(S, u, 5 * N));
        final DoubleVector p6 = fromArray(S, row, r + 6 * N).mul(fromArray(S, u, l));
        final DoubleVector p7 = fromArray(S, row, r + 7 * N).mul(fromArray(S, u, l + N));
        final DoubleVector p8 = fromArray(S, row, r + 8 * N).mul(fromArray(S, u, l + 2 * N));
        p0.add(p1).add(p2.add(p3)).add(p4.add(p5).add(p6.add(p7))).add(p8).intoArray(change, 0);
    }
}
