package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import gaitd.sim.engine.RobotModel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

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
    private final LaneFactor factor;
    private final double[] row = Lanes.room(9 * A1.JOINTS);
    private final double[] inverse = Lanes.room(A1.JOINTS);
    private final double[] speed = Lanes.room(A1.JOINTS);
    /** Greatest impulse of dry friction. */
    private final double[] most = Lanes.room(A1.JOINTS);
    /** 1 near the lower stop, -1 near the upper, else 0. */
    private final double[] side = Lanes.room(A1.JOINTS);

    private final double[] floor = Lanes.room(A1.JOINTS);
    /** Joints that are near a stop in any lane, one bit each. */
    private int stops;

    LaneJoints(final LaneModels models, final LaneFactor factor, final double timeStepS) {
        this.models = models;
        this.factor = factor;
        this.timeStepS = timeStepS;
    }

    /**
     * Makes the rows of a group and adds the last step's impulses.
     *
     * @param group group index
     * @param q joint angles of the batch
     * @param dq joint speeds of the batch
     * @param impulse impulses of the batch, from {@code from} on
     * @param from first impulse of the group
     * @param u whitened change of velocity, 18
     */
    void load(
            final int group,
            final double[] q,
            final double[] dq,
            final double[] impulse,
            final int from,
            final double[] u) {
        stops = 0;
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final int j = A1.JOINTS * group + joint;
            makeRow(joint);
            fromArray(S, dq, N * j).intoArray(speed, N * joint);
            fromArray(S, models.dryNm, N * j).mul(timeStepS).intoArray(most, N * joint);
            if (stop(joint, q, j)) {
                stops |= 1 << joint;
            }
            start(joint, impulse, from + joint, u);
        }
    }

    private void makeRow(final int joint) {
        final DoubleVector zero = broadcast(S, 0);
        final int r = 9 * joint;
        for (int i = 0; i < 9; i++) {
            zero.intoArray(row, N * (r + i));
        }
        broadcast(S, 1).intoArray(row, N * (r + 6 + joint % 3));
        factor.whitenRow(row, r, joint / 3);
        DoubleVector sum = zero;
        for (int i = 0; i < 9; i++) {
            final DoubleVector x = fromArray(S, row, N * (r + i));
            sum = sum.add(x.mul(x));
        }
        broadcast(S, 1).div(sum).intoArray(inverse, N * joint);
    }

    private boolean stop(final int joint, final double[] q, final int j) {
        final DoubleVector angle = fromArray(S, q, N * j);
        final DoubleVector above = angle.sub(RobotModel.positionMinRad(joint));
        final DoubleVector below =
                broadcast(S, RobotModel.positionMaxRad(joint)).sub(angle);
        final DoubleVector gap = above.min(below);
        final VectorMask<Double> near = gap.lt(STOP_REACH_RAD_S * timeStepS);
        final DoubleVector which = broadcast(S, -1).blend(1, above.lt(below));
        broadcast(S, 0).blend(which, near).intoArray(side, N * joint);
        final DoubleVector out = gap.neg().mul(PUSH_OUT).div(timeStepS).min(PUSH_OUT_MAX_RAD_S);
        out.blend(gap.neg().div(timeStepS), gap.compare(VectorOperators.GT, 0)).intoArray(floor, N * joint);
        return near.anyTrue();
    }

    private void start(final int joint, final double[] impulse, final int at, final double[] u) {
        final DoubleVector stop = fromArray(S, impulse, N * (at + STOP));
        final DoubleVector kept =
                stop.blend(0, stop.mul(fromArray(S, side, N * joint)).compare(VectorOperators.LE, 0));
        kept.intoArray(impulse, N * (at + STOP));
        add(9 * joint, 6 + 3 * (joint / 3), fromArray(S, impulse, N * at).add(kept), u);
    }

    private void add(final int r, final int leg, final DoubleVector amount, final double[] u) {
        for (int i = 0; i < 6; i++) {
            fromArray(S, u, N * i)
                    .add(fromArray(S, row, N * (r + i)).mul(amount))
                    .intoArray(u, N * i);
        }
        for (int i = 0; i < 3; i++) {
            fromArray(S, u, N * (leg + i))
                    .add(fromArray(S, row, N * (r + 6 + i)).mul(amount))
                    .intoArray(u, N * (leg + i));
        }
    }

    /**
     * One sweep over the joints.
     *
     * @param live nonzero in lanes that are not settled, 1
     * @param moved receives what impulses moved at most, 1
     * @param impulse impulses of the batch, from {@code from} on
     * @param from first impulse of the group
     * @param u whitened change of velocity, 18
     */
    void sweep(final double[] live, final double[] moved, final double[] impulse, final int from, final double[] u) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            if (((stops >> (3 * leg)) & 7) == 0) {
                sweepLeg(leg, live, moved, impulse, from + 3 * leg, u);
            } else {
                for (int joint = 3 * leg; joint < 3 * leg + 3; joint++) {
                    sweepStop(joint, live, moved, impulse, from + joint, u);
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
        final VectorMask<Double> on = fromArray(S, live, 0).compare(VectorOperators.NE, 0);
        final int j = 3 * leg;
        final int r = 27 * leg;
        final int l = 6 + j;
        DoubleVector u0 = fromArray(S, u, 0);
        DoubleVector u1 = fromArray(S, u, N);
        DoubleVector u2 = fromArray(S, u, 2 * N);
        DoubleVector u3 = fromArray(S, u, 3 * N);
        DoubleVector u4 = fromArray(S, u, 4 * N);
        DoubleVector u5 = fromArray(S, u, 5 * N);
        DoubleVector u6 = fromArray(S, u, N * l);
        DoubleVector u7 = fromArray(S, u, N * (l + 1));
        DoubleVector u8 = fromArray(S, u, N * (l + 2));
        DoubleVector v = trunkSpeed(r, u0, u1, u2, u3, u4, u5)
                .add(fromArray(S, row, N * (r + 6)).mul(u6))
                .add(fromArray(S, row, N * (r + 7)).mul(u7))
                .add(fromArray(S, row, N * (r + 8)).mul(u8));
        DoubleVector delta = slide(j, on, fromArray(S, speed, N * j).add(v), impulse, at);
        DoubleVector most = fromArray(S, moved, 0).max(delta.abs());
        u0 = u0.add(fromArray(S, row, N * r).mul(delta));
        u1 = u1.add(fromArray(S, row, N * (r + 1)).mul(delta));
        u2 = u2.add(fromArray(S, row, N * (r + 2)).mul(delta));
        u3 = u3.add(fromArray(S, row, N * (r + 3)).mul(delta));
        u4 = u4.add(fromArray(S, row, N * (r + 4)).mul(delta));
        u5 = u5.add(fromArray(S, row, N * (r + 5)).mul(delta));
        u6 = u6.add(fromArray(S, row, N * (r + 6)).mul(delta));
        u7 = u7.add(fromArray(S, row, N * (r + 7)).mul(delta));
        u8 = u8.add(fromArray(S, row, N * (r + 8)).mul(delta));
        v = trunkSpeed(r + 9, u0, u1, u2, u3, u4, u5)
                .add(fromArray(S, row, N * (r + 16)).mul(u7))
                .add(fromArray(S, row, N * (r + 17)).mul(u8));
        delta = slide(j + 1, on, fromArray(S, speed, N * (j + 1)).add(v), impulse, at + 1);
        most = most.max(delta.abs());
        u0 = u0.add(fromArray(S, row, N * (r + 9)).mul(delta));
        u1 = u1.add(fromArray(S, row, N * (r + 10)).mul(delta));
        u2 = u2.add(fromArray(S, row, N * (r + 11)).mul(delta));
        u3 = u3.add(fromArray(S, row, N * (r + 12)).mul(delta));
        u4 = u4.add(fromArray(S, row, N * (r + 13)).mul(delta));
        u5 = u5.add(fromArray(S, row, N * (r + 14)).mul(delta));
        u7 = u7.add(fromArray(S, row, N * (r + 16)).mul(delta));
        u8 = u8.add(fromArray(S, row, N * (r + 17)).mul(delta));
        v = trunkSpeed(r + 18, u0, u1, u2, u3, u4, u5)
                .add(fromArray(S, row, N * (r + 26)).mul(u8));
        delta = slide(j + 2, on, fromArray(S, speed, N * (j + 2)).add(v), impulse, at + 2);
        most.max(delta.abs()).intoArray(moved, 0);
        u0.add(fromArray(S, row, N * (r + 18)).mul(delta)).intoArray(u, 0);
        u1.add(fromArray(S, row, N * (r + 19)).mul(delta)).intoArray(u, N);
        u2.add(fromArray(S, row, N * (r + 20)).mul(delta)).intoArray(u, 2 * N);
        u3.add(fromArray(S, row, N * (r + 21)).mul(delta)).intoArray(u, 3 * N);
        u4.add(fromArray(S, row, N * (r + 22)).mul(delta)).intoArray(u, 4 * N);
        u5.add(fromArray(S, row, N * (r + 23)).mul(delta)).intoArray(u, 5 * N);
        u6.intoArray(u, N * l);
        u7.intoArray(u, N * (l + 1));
        u8.add(fromArray(S, row, N * (r + 26)).mul(delta)).intoArray(u, N * (l + 2));
    }

    private DoubleVector trunkSpeed(
            final int r,
            final DoubleVector u0,
            final DoubleVector u1,
            final DoubleVector u2,
            final DoubleVector u3,
            final DoubleVector u4,
            final DoubleVector u5) {
        return fromArray(S, row, N * r)
                .mul(u0)
                .add(fromArray(S, row, N * (r + 1)).mul(u1))
                .add(fromArray(S, row, N * (r + 2)).mul(u2))
                .add(fromArray(S, row, N * (r + 3)).mul(u3))
                .add(fromArray(S, row, N * (r + 4)).mul(u4))
                .add(fromArray(S, row, N * (r + 5)).mul(u5));
    }

    /** Moves the dry friction of a joint and returns by how much. */
    private DoubleVector slide(
            final int joint, final VectorMask<Double> on, final DoubleVector v, final double[] impulse, final int at) {
        final DoubleVector before = fromArray(S, impulse, N * at);
        final DoubleVector limit = fromArray(S, most, N * joint);
        final DoubleVector wanted = before.sub(v.mul(fromArray(S, inverse, N * joint)));
        final DoubleVector after = before.blend(limit.neg().max(limit.min(wanted)), on);
        after.intoArray(impulse, N * at);
        return after.sub(before);
    }

    /** Stop and dry friction of one joint. */
    private void sweepStop(
            final int joint,
            final double[] live,
            final double[] moved,
            final double[] impulse,
            final int at,
            final double[] u) {
        final VectorMask<Double> on = fromArray(S, live, 0).compare(VectorOperators.NE, 0);
        final int r = 9 * joint;
        final int leg = 6 + 3 * (joint / 3);
        DoubleVector velocity = fromArray(S, row, N * r).mul(fromArray(S, u, 0));
        for (int i = 1; i < 6; i++) {
            velocity = velocity.add(fromArray(S, row, N * (r + i)).mul(fromArray(S, u, N * i)));
        }
        for (int i = 0; i < 3; i++) {
            velocity = velocity.add(fromArray(S, row, N * (r + 6 + i)).mul(fromArray(S, u, N * (leg + i))));
        }
        final DoubleVector v = fromArray(S, speed, N * joint).add(velocity);
        final DoubleVector which = fromArray(S, side, N * joint);
        final DoubleVector before = fromArray(S, impulse, N * (at + STOP));
        final DoubleVector wanted =
                before.sub(v.sub(which.mul(fromArray(S, floor, N * joint))).mul(fromArray(S, inverse, N * joint)));
        final DoubleVector limited = wanted.min(0).blend(wanted.max(0), which.compare(VectorOperators.GT, 0));
        final DoubleVector after = before.blend(limited, on.and(which.compare(VectorOperators.NE, 0)));
        after.intoArray(impulse, N * (at + STOP));
        final DoubleVector delta = after.sub(before);
        final DoubleVector slid = v.add(delta.div(fromArray(S, inverse, N * joint)));
        final DoubleVector all = delta.add(slide(joint, on, slid, impulse, at));
        add(r, leg, all, u);
        fromArray(S, moved, 0).max(all.abs()).intoArray(moved, 0);
    }
}
