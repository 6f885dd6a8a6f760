package gaitd.policies.equilibrium;

import gaitd.policies.kernel.LaneSums;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the Vector API: columns are the lanes, and their number is a multiple of a vector's, so no loop has a remainder.
 *
 * <p>No vector passes between methods: a method may not be inlined, and then its vector is an object.
 */
final class VectorPhases implements Phases<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final float[] lanes = new float[2 * LANES];

    @Override
    public void free(final Constants<float[]> c, final float[] h, final float[] f, final float[] x, final int rows) {
        final float m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final float limit = c.limit[i];
            final float leak = c.leak[i];
            for (int r = 0; r < rows; r += LANES) {
                final int k = i * rows + r;
                final FloatVector step = FloatVector.fromArray(SPECIES, h, r);
                final FloatVector gate = FloatVector.fromArray(SPECIES, f, k);
                final FloatVector top = step.mul(gate).mul(limit).add(FloatVector.fromArray(SPECIES, x, k));
                top.div(gate.mul(m).add(leak).mul(step).add(1f)).intoArray(x, k);
            }
        }
    }

    @Override
    public void nudged(
            final Constants<float[]> c,
            final double h,
            final double beta,
            final float[] f,
            final float[] push,
            final float[] x,
            final int rows) {
        final FloatVector mh = FloatVector.broadcast(SPECIES, c.liquid ? (float) h : 0f);
        final FloatVector nudge = FloatVector.broadcast(SPECIES, (float) (h * beta));
        for (int i = 0; i < c.count; i++) {
            final FloatVector limit = FloatVector.broadcast(SPECIES, (float) (h * c.limit[i]));
            final FloatVector bottom = FloatVector.broadcast(SPECIES, (float) (1 + h * c.leak[i]));
            for (int k = i * rows; k < (i + 1) * rows; k += LANES) {
                final FloatVector gate = FloatVector.fromArray(SPECIES, f, k);
                final FloatVector top =
                        FloatVector.fromArray(SPECIES, push, k).fma(nudge, FloatVector.fromArray(SPECIES, x, k));
                gate.fma(limit, top).div(gate.fma(mh, bottom)).intoArray(x, k);
            }
        }
    }

    @Override
    public void push(
            final Constants<float[]> c,
            final float[] f,
            final float[] x,
            final float[] force,
            final float[] push,
            final int rows) {
        final float m = c.liquid ? 1 : 0;
        // Both gates have the slope (one - f) f + zero: one is 1 for the logistic function, zero is 1 for tanh.
        final FloatVector one = FloatVector.broadcast(SPECIES, c.sigmoid ? 1f : 0f);
        final FloatVector zero = FloatVector.broadcast(SPECIES, c.sigmoid ? 0f : 1f);
        for (int i = 0; i < c.count; i++) {
            final float limit = c.limit[i];
            for (int k = i * rows; k < (i + 1) * rows; k += LANES) {
                final FloatVector gate = FloatVector.fromArray(SPECIES, f, k);
                final FloatVector slope = one.sub(gate).fma(gate, zero);
                final FloatVector span =
                        FloatVector.fromArray(SPECIES, x, k).mul(-m).add(limit);
                FloatVector.fromArray(SPECIES, force, k).mul(slope).mul(span).intoArray(push, k);
            }
        }
    }

    @Override
    public void constants(
            final Constants<float[]> c,
            final float[] f,
            final float[] x,
            final float[] force,
            final float[] back,
            final int rows) {
        final float m = c.liquid ? 1 : 0;
        for (int i = 0; i < c.count; i++) {
            final float leak = c.leak[i];
            FloatVector forLimit = FloatVector.zero(SPECIES);
            FloatVector forLeak = FloatVector.zero(SPECIES);
            for (int k = i * rows; k < (i + 1) * rows; k += LANES) {
                final FloatVector gate = FloatVector.fromArray(SPECIES, f, k);
                final FloatVector decay = gate.mul(m).add(leak);
                final FloatVector lambda = FloatVector.fromArray(SPECIES, force, k)
                        .add(FloatVector.fromArray(SPECIES, back, k))
                        .div(decay);
                forLimit = lambda.fma(gate, forLimit);
                forLeak = lambda.fma(FloatVector.fromArray(SPECIES, x, k), forLeak);
            }
            forLimit.intoArray(lanes, 0);
            forLeak.intoArray(lanes, LANES);
            c.dLimit[i] += LaneSums.sum(lanes, 0);
            c.dLeak[i] -= LaneSums.sum(lanes, LANES);
        }
    }

    @Override
    public void difference(final float[] a, final float[] b, final double factor, final int n) {
        final FloatVector by = FloatVector.broadcast(SPECIES, (float) factor);
        for (int k = 0; k < n; k += LANES) {
            FloatVector.fromArray(SPECIES, a, k)
                    .sub(FloatVector.fromArray(SPECIES, b, k))
                    .mul(by)
                    .intoArray(a, k);
        }
    }

    @Override
    public double distance(final float[] a, final float[] b, final int n) {
        FloatVector most = FloatVector.zero(SPECIES);
        for (int k = 0; k < n; k += LANES) {
            most = FloatVector.fromArray(SPECIES, a, k)
                    .sub(FloatVector.fromArray(SPECIES, b, k))
                    .abs()
                    .max(most);
        }
        return most.reduceLanes(VectorOperators.MAX);
    }
}
