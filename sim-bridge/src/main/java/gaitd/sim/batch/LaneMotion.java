package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Velocities and positions of a group's robots over a step.
 *
 * <p>Scratch of one worker, for one group at a time.
 */
final class LaneMotion {
    /** Trunk linear and angular velocity in trunk axes, joint speeds, 18. */
    final double[] velocity = Lanes.room(18);

    private final double timeStepS;
    private final LanePose pose;
    private final double[] half = Lanes.room(1);
    private final double[] halves = Lanes.room(3);
    private final double[] sine = Lanes.room(1);
    private final double[] cosine = Lanes.room(1);

    LaneMotion(final LanePose pose, final double timeStepS) {
        this.pose = pose;
        this.timeStepS = timeStepS;
    }

    /** Reads the velocities of a group. */
    void load(final int group, final BatchState state) {
        final DoubleVector x = fromArray(S, state.baseVelocity, N * (3 * group));
        final DoubleVector y = fromArray(S, state.baseVelocity, N * (3 * group + 1));
        final DoubleVector z = fromArray(S, state.baseVelocity, N * (3 * group + 2));
        for (int i = 0; i < 3; i++) {
            fromArray(S, pose.rotation, N * i)
                    .mul(x)
                    .add(fromArray(S, pose.rotation, N * (3 + i)).mul(y))
                    .add(fromArray(S, pose.rotation, N * (6 + i)).mul(z))
                    .intoArray(velocity, N * i);
            fromArray(S, state.baseAngularVelocity, N * (3 * group + i)).intoArray(velocity, N * (3 + i));
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            fromArray(S, state.dq, N * (A1.JOINTS * group + joint)).intoArray(velocity, N * (6 + joint));
        }
    }

    /** Moves a group by a change of its velocities, 18. */
    void integrate(final int group, final double[] change, final BatchState state) {
        final DoubleVector x = fromArray(S, change, 0);
        final DoubleVector y = fromArray(S, change, N);
        final DoubleVector z = fromArray(S, change, 2 * N);
        for (int i = 0; i < 3; i++) {
            final int b = 3 * group + i;
            final DoubleVector dv = fromArray(S, pose.rotation, N * (3 * i))
                    .mul(x)
                    .add(fromArray(S, pose.rotation, N * (3 * i + 1)).mul(y))
                    .add(fromArray(S, pose.rotation, N * (3 * i + 2)).mul(z));
            final DoubleVector v = fromArray(S, state.baseVelocity, N * b).add(dv);
            dv.div(timeStepS).intoArray(state.baseAcceleration, N * b);
            v.intoArray(state.baseVelocity, N * b);
            fromArray(S, state.basePosition, N * b).add(v.mul(timeStepS)).intoArray(state.basePosition, N * b);
            fromArray(S, state.baseAngularVelocity, N * b)
                    .add(fromArray(S, change, N * (3 + i)))
                    .intoArray(state.baseAngularVelocity, N * b);
        }
        turn(group, state);
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            final int j = A1.JOINTS * group + joint;
            final DoubleVector dv = fromArray(S, change, N * (6 + joint));
            final DoubleVector v = fromArray(S, state.dq, N * j).add(dv);
            dv.div(timeStepS).intoArray(state.ddq, N * j);
            v.intoArray(state.dq, N * j);
            fromArray(S, state.q, N * j).add(v.mul(timeStepS)).intoArray(state.q, N * j);
        }
        fromArray(S, state.timeS, N * group).add(timeStepS).intoArray(state.timeS, N * group);
    }

    /** Turns the trunks by their angular velocities. */
    private void turn(final int group, final BatchState state) {
        for (int i = 0; i < 3; i++) {
            fromArray(S, state.baseAngularVelocity, N * (3 * group + i))
                    .mul(timeStepS)
                    .div(2)
                    .intoArray(halves, N * i);
        }
        final DoubleVector ax = fromArray(S, halves, 0);
        final DoubleVector ay = fromArray(S, halves, N);
        final DoubleVector az = fromArray(S, halves, 2 * N);
        ax.mul(ax).add(ay.mul(ay)).add(az.mul(az)).sqrt().intoArray(half, 0);
        LaneTrig.sinCos(half, sine, cosine);
        final VectorMask<Double> still = fromArray(S, half, 0).compare(VectorOperators.LT, 1e-9);
        final DoubleVector s = fromArray(S, sine, 0).div(fromArray(S, half, 0)).blend(1.0, still);
        final DoubleVector c = fromArray(S, cosine, 0);
        final double[] to = state.baseQuaternion;
        final int o = 4 * group;
        final DoubleVector w = fromArray(S, to, N * o);
        final DoubleVector x = fromArray(S, to, N * (o + 1));
        final DoubleVector y = fromArray(S, to, N * (o + 2));
        final DoubleVector z = fromArray(S, to, N * (o + 3));
        final DoubleVector w1 = w.mul(c).sub(s.mul(x.mul(ax).add(y.mul(ay)).add(z.mul(az))));
        final DoubleVector x1 = x.mul(c).add(s.mul(w.mul(ax).add(y.mul(az)).sub(z.mul(ay))));
        final DoubleVector y1 = y.mul(c).add(s.mul(w.mul(ay).add(z.mul(ax)).sub(x.mul(az))));
        final DoubleVector z1 = z.mul(c).add(s.mul(w.mul(az).add(x.mul(ay)).sub(y.mul(ax))));
        final DoubleVector scale = broadcast(S, 1.0)
                .div(w1.mul(w1).add(x1.mul(x1)).add(y1.mul(y1)).add(z1.mul(z1)).sqrt());
        w1.mul(scale).intoArray(to, N * o);
        x1.mul(scale).intoArray(to, N * (o + 1));
        y1.mul(scale).intoArray(to, N * (o + 2));
        z1.mul(scale).intoArray(to, N * (o + 3));
    }

    /** Places the feet in the world; the attitude must have been read and joints placed. */
    void readFeet(final int group, final BatchState state) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final DoubleVector x = fromArray(S, pose.foot, N * (3 * leg));
            final DoubleVector y = fromArray(S, pose.foot, N * (3 * leg + 1));
            final DoubleVector z = fromArray(S, pose.foot, N * (3 * leg + 2));
            for (int i = 0; i < 3; i++) {
                fromArray(S, state.basePosition, N * (3 * group + i))
                        .add(fromArray(S, pose.rotation, N * (3 * i)).mul(x))
                        .add(fromArray(S, pose.rotation, N * (3 * i + 1)).mul(y))
                        .add(fromArray(S, pose.rotation, N * (3 * i + 2)).mul(z))
                        .intoArray(state.footPosition, N * (3 * A1.LEGS * group + 3 * leg + i));
            }
        }
    }
}
