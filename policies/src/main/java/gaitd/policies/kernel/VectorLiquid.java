package gaitd.policies.kernel;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The last part of a step of liquid neurons for the Vector API: from potentials to new states, with one division a neuron. */
final class VectorLiquid {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final long BYTES = SPECIES.vectorByteSize();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private VectorLiquid() {}

    /**
     * x = (x + h f limit) / (1 + h (leak + f)) with f = half + fit(potential), whole vectors from 0. With f = P / Q both parts are
     * multiplied by Q. Returns the index behind the last one.
     */
    static int settle(
            final float[] fit,
            final float half,
            final float h,
            final float[] potential,
            final float[] limit,
            final float[] leak,
            final float[] x,
            final int n) {
        if (n < LANES) {
            return 0;
        }
        final FloatVector p0 = FloatVector.broadcast(SPECIES, fit[0]);
        final FloatVector p1 = FloatVector.broadcast(SPECIES, fit[1]);
        final FloatVector p2 = FloatVector.broadcast(SPECIES, fit[2]);
        final FloatVector p3 = FloatVector.broadcast(SPECIES, fit[3]);
        final FloatVector p4 = FloatVector.broadcast(SPECIES, fit[4]);
        final FloatVector q1 = FloatVector.broadcast(SPECIES, fit[5]);
        final FloatVector q2 = FloatVector.broadcast(SPECIES, fit[6]);
        final FloatVector q3 = FloatVector.broadcast(SPECIES, fit[7]);
        final FloatVector q4 = FloatVector.broadcast(SPECIES, fit[8]);
        final FloatVector most = FloatVector.broadcast(SPECIES, fit[9]);
        final FloatVector shift = FloatVector.broadcast(SPECIES, half);
        final FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        final FloatVector step = FloatVector.broadcast(SPECIES, h);
        final int bits = Float.floatToRawIntBits(fit[9]);
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            final FloatVector v = FloatVector.fromArray(SPECIES, potential, i);
            final FloatVector edge =
                    v.reinterpretAsInts().and(Integer.MIN_VALUE).or(bits).reinterpretAsFloats();
            final FloatVector c = v.blend(edge, v.abs().compare(VectorOperators.GT, most));
            final FloatVector u = c.mul(c);
            final FloatVector q = q4.fma(u, q3).fma(u, q2).fma(u, q1).fma(u, one);
            final FloatVector p = p4.fma(u, p3).fma(u, p2).fma(u, p1).fma(u, p0);
            final FloatVector hf = p.fma(c, q.mul(shift)).mul(step);
            final FloatVector top =
                    hf.fma(FloatVector.fromArray(SPECIES, limit, i), q.mul(FloatVector.fromArray(SPECIES, x, i)));
            final FloatVector bottom =
                    step.fma(FloatVector.fromArray(SPECIES, leak, i), one).fma(q, hf);
            top.div(bottom).intoArray(x, i);
        }
        return i;
    }

    /**
     * The product before it as well, in one method for four vectors of neurons, whose sums then stay in registers and which is
     * entered once for all steps: potential = drive + x W, then {@link #settle}.
     */
    static void unfold(
            final long weights,
            final float[] fit,
            final float half,
            final float h,
            final int steps,
            final float[] drive,
            final float[] limit,
            final float[] leak,
            final float[] potential,
            final float[] x) {
        final long wAt = weights & VectorMatrix.PLACE;
        final FloatVector p0 = FloatVector.broadcast(SPECIES, fit[0]);
        final FloatVector p1 = FloatVector.broadcast(SPECIES, fit[1]);
        final FloatVector p2 = FloatVector.broadcast(SPECIES, fit[2]);
        final FloatVector p3 = FloatVector.broadcast(SPECIES, fit[3]);
        final FloatVector p4 = FloatVector.broadcast(SPECIES, fit[4]);
        final FloatVector q1 = FloatVector.broadcast(SPECIES, fit[5]);
        final FloatVector q2 = FloatVector.broadcast(SPECIES, fit[6]);
        final FloatVector q3 = FloatVector.broadcast(SPECIES, fit[7]);
        final FloatVector q4 = FloatVector.broadcast(SPECIES, fit[8]);
        final FloatVector most = FloatVector.broadcast(SPECIES, fit[9]);
        final FloatVector shift = FloatVector.broadcast(SPECIES, half);
        final FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        final FloatVector step = FloatVector.broadcast(SPECIES, h);
        final int bits = Float.floatToRawIntBits(fit[9]);
        for (int k = 0; k < steps; k++) {
            FloatVector a = FloatVector.fromArray(SPECIES, drive, 0);
            FloatVector b = FloatVector.fromArray(SPECIES, drive, LANES);
            FloatVector c = FloatVector.fromArray(SPECIES, drive, 2 * LANES);
            FloatVector d = FloatVector.fromArray(SPECIES, drive, 3 * LANES);
            FloatVector e = FloatVector.zero(SPECIES);
            FloatVector f = FloatVector.zero(SPECIES);
            FloatVector g = FloatVector.zero(SPECIES);
            FloatVector o = FloatVector.zero(SPECIES);
            for (int i = 0; i < VectorMatrix.WIDE / 2; i++) {
                final long row = wAt + i * (8 * BYTES);
                final FloatVector even = FloatVector.broadcast(SPECIES, x[2 * i]);
                a = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row, ORDER)
                        .fma(even, a);
                b = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row + BYTES, ORDER)
                        .fma(even, b);
                c = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row + 2 * BYTES, ORDER)
                        .fma(even, c);
                d = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row + 3 * BYTES, ORDER)
                        .fma(even, d);
                final FloatVector odd = FloatVector.broadcast(SPECIES, x[2 * i + 1]);
                e = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row + 4 * BYTES, ORDER)
                        .fma(odd, e);
                f = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row + 5 * BYTES, ORDER)
                        .fma(odd, f);
                g = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row + 6 * BYTES, ORDER)
                        .fma(odd, g);
                o = FloatVector.fromMemorySegment(SPECIES, VectorMatrix.MEMORY, row + 7 * BYTES, ORDER)
                        .fma(odd, o);
            }
            a.add(e).intoArray(potential, 0);
            b.add(f).intoArray(potential, LANES);
            c.add(g).intoArray(potential, 2 * LANES);
            d.add(o).intoArray(potential, 3 * LANES);
            for (int j = 0; j < VectorMatrix.WIDE; j += LANES) {
                final FloatVector v = FloatVector.fromArray(SPECIES, potential, j);
                final FloatVector edge =
                        v.reinterpretAsInts().and(Integer.MIN_VALUE).or(bits).reinterpretAsFloats();
                final FloatVector w = v.blend(edge, v.abs().compare(VectorOperators.GT, most));
                final FloatVector s = w.mul(w);
                final FloatVector q = q4.fma(s, q3).fma(s, q2).fma(s, q1).fma(s, one);
                final FloatVector top0 = p4.fma(s, p3).fma(s, p2).fma(s, p1).fma(s, p0);
                final FloatVector hf = top0.fma(w, q.mul(shift)).mul(step);
                final FloatVector top =
                        hf.fma(FloatVector.fromArray(SPECIES, limit, j), q.mul(FloatVector.fromArray(SPECIES, x, j)));
                final FloatVector bottom =
                        step.fma(FloatVector.fromArray(SPECIES, leak, j), one).fma(q, hf);
                top.div(bottom).intoArray(x, j);
            }
        }
    }
}
