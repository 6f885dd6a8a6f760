package gaitd.sim.batch;

import static gaitd.sim.batch.Lanes.N;
import static gaitd.sim.batch.Lanes.S;
import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import gaitd.hal.A1;
import gaitd.sim.engine.ContactFinder;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Reads the ground's forces on a group's robots from their impulses.
 *
 * <p>Scratch of one worker, for one group at a time.
 */
final class LaneForces {
    private final double timeStepS;
    private final LaneContacts contacts;
    private final int[] touching = new int[N];

    LaneForces(final LaneContacts contacts, final double timeStepS) {
        this.contacts = contacts;
        this.timeStepS = timeStepS;
    }

    /** Writes foot forces and what touches. */
    void read(final int group, final double[] impulse, final BatchState state) {
        final DoubleVector zero = broadcast(S, 0.0);
        for (int i = 0; i < 3 * A1.LEGS; i++) {
            zero.intoArray(state.footForce, N * (3 * A1.LEGS * group + i));
        }
        Arrays.fill(touching, 0);
        for (int c = 0; c < contacts.count; c++) {
            final int s = contacts.slot[c];
            final int i = group * LaneSolver.IMPULSES + LaneSolver.CONTACT + 3 * s;
            touch(fromArray(S, impulse, N * i).compare(VectorOperators.GT, 0).toLong(), ContactFinder.shape(s));
            if (ContactFinder.shape(s) < A1.LEGS) {
                final int to = 3 * (A1.LEGS * group + ContactFinder.leg(s));
                if (contacts.level) {
                    addLevel(impulse, i, state.footForce, to);
                } else {
                    add(impulse, i, 9 * s, state.footForce, to);
                }
            }
        }
        for (int lane = 0; lane < N; lane++) {
            state.touching[group * N + lane] = touching[lane];
        }
    }

    private void touch(final long lanes, final int shape) {
        for (long left = lanes; left != 0; left &= left - 1) {
            touching[Long.numberOfTrailingZeros(left)] |= 1 << shape;
        }
    }

    private void addLevel(final double[] impulse, final int i, final double[] force, final int to) {
        fromArray(S, force, N * to)
                .add(fromArray(S, impulse, N * (i + 1)).div(timeStepS))
                .intoArray(force, N * to);
        fromArray(S, force, N * (to + 1))
                .add(fromArray(S, impulse, N * (i + 2)).div(timeStepS))
                .intoArray(force, N * (to + 1));
        fromArray(S, force, N * (to + 2))
                .add(fromArray(S, impulse, N * i).div(timeStepS))
                .intoArray(force, N * (to + 2));
    }

    private void add(final double[] impulse, final int i, final int f, final double[] force, final int to) {
        for (int d = 0; d < 3; d++) {
            final DoubleVector size = fromArray(S, impulse, N * (i + d)).div(timeStepS);
            for (int axis = 0; axis < 3; axis++) {
                fromArray(S, force, N * (to + axis))
                        .add(size.mul(fromArray(S, contacts.frame, N * (f + 3 * d + axis))))
                        .intoArray(force, N * (to + axis));
            }
        }
    }
}
