package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions computed from the fit of {@link FloatTanh}, c P(c^2) / Q(c^2) with c within a limit, over slices. Each loop is
 * written out: a vector that leaves a method which is not inlined is allocated. So are constants before a loop that is
 * never entered, which is why methods return before them.
 */
final class VectorFit {
    /** Coefficients of P from the constant up, of Q from the linear one up, and the limit. */
    static final float[] TANH = {
        1f,
        FloatTanh.P1,
        FloatTanh.P2,
        FloatTanh.P3,
        FloatTanh.P4,
        FloatTanh.Q1,
        FloatTanh.Q2,
        FloatTanh.Q3,
        FloatTanh.Q4,
        FloatTanh.LIMIT
    };
    /** The same for the logistic function less 1/2. */
    static final float[] SIGMOID = {
        FloatTanh.S_P0,
        FloatTanh.S_P1,
        FloatTanh.S_P2,
        FloatTanh.S_P3,
        FloatTanh.S_P4,
        FloatTanh.S_Q1,
        FloatTanh.S_Q2,
        FloatTanh.S_Q3,
        FloatTanh.S_Q4,
        2 * FloatTanh.LIMIT
    };

    /** Stands for {@link #elu} where a fit is asked for. */
    static final float[] ELU = {};

    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorFit() {}

    /** x = shift + height fit(slope x), or elu(x), whole vectors only; the fit within [-1, 1]. Returns the index behind the last one. */
    static int apply(
            final float[] fit,
            final float slope,
            final float height,
            final float shift,
            final float[] x,
            final int from,
            final int to) {
        if (to - from < LANES) {
            return from;
        }
        if (fit.length == 0) {
            return elu(x, from, to);
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
        final FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        final int oneBits = Float.floatToRawIntBits(1f);
        final FloatVector steep = FloatVector.broadcast(SPECIES, slope);
        final FloatVector high = FloatVector.broadcast(SPECIES, height);
        final FloatVector base = FloatVector.broadcast(SPECIES, shift);
        final int bits = Float.floatToRawIntBits(fit[9]);
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            final FloatVector v = FloatVector.fromArray(SPECIES, x, i).mul(steep);
            final FloatVector edge =
                    v.reinterpretAsInts().and(Integer.MIN_VALUE).or(bits).reinterpretAsFloats();
            final FloatVector c = v.blend(edge, v.abs().compare(VectorOperators.GT, most));
            final FloatVector u = c.mul(c);
            final FloatVector p = p4.fma(u, p3).fma(u, p2).fma(u, p1).fma(u, p0);
            final FloatVector q = q4.fma(u, q3).fma(u, q2).fma(u, q1).fma(u, one);
            final FloatVector y = c.mul(p).div(q);
            final FloatVector end =
                    v.reinterpretAsInts().and(Integer.MIN_VALUE).or(oneBits).reinterpretAsFloats();
            y.blend(end, y.abs().compare(VectorOperators.GT, one))
                    .fma(high, base)
                    .intoArray(x, i);
        }
        return i;
    }

    /** x = exp(x) - 1 below 0, as {@link FloatTanh#below}, whole vectors only. Returns the index behind the last one. */
    static int elu(final float[] x, final int from, final int to) {
        if (to - from < LANES) {
            return from;
        }
        final FloatVector p0 = FloatVector.broadcast(SPECIES, TANH[0]);
        final FloatVector p1 = FloatVector.broadcast(SPECIES, TANH[1]);
        final FloatVector p2 = FloatVector.broadcast(SPECIES, TANH[2]);
        final FloatVector p3 = FloatVector.broadcast(SPECIES, TANH[3]);
        final FloatVector p4 = FloatVector.broadcast(SPECIES, TANH[4]);
        final FloatVector q1 = FloatVector.broadcast(SPECIES, TANH[5]);
        final FloatVector q2 = FloatVector.broadcast(SPECIES, TANH[6]);
        final FloatVector q3 = FloatVector.broadcast(SPECIES, TANH[7]);
        final FloatVector q4 = FloatVector.broadcast(SPECIES, TANH[8]);
        final FloatVector least = FloatVector.broadcast(SPECIES, -TANH[9]);
        final FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        final FloatVector end = FloatVector.broadcast(SPECIES, -1f);
        final FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            final FloatVector given = FloatVector.fromArray(SPECIES, x, i);
            final FloatVector v = given.mul(half);
            final FloatVector c = v.blend(least, v.compare(VectorOperators.LT, least));
            final FloatVector u = c.mul(c);
            final FloatVector p = p4.fma(u, p3).fma(u, p2).fma(u, p1).fma(u, p0).mul(c);
            final FloatVector q = q4.fma(u, q3).fma(u, q2).fma(u, q1).fma(u, one);
            final FloatVector low = p.add(p).div(q.sub(p));
            low.blend(end, low.compare(VectorOperators.LT, end))
                    .blend(given, given.compare(VectorOperators.GT, 0f))
                    .intoArray(x, i);
        }
        return i;
    }
}
