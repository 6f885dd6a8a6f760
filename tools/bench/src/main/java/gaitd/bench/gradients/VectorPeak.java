package gaitd.bench.gradients;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Fused multiply-adds in registers and nothing else: what a core can do at most, in the same arithmetic as the gradients. */
final class VectorPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 10;
    private static final int TURNS = 1 << 22;

    private float result;

    /** Floating-point operations of one run. */
    static long operations() {
        return 2L * SPECIES.length() * CHAINS * TURNS;
    }

    /** A number that depends on all of them. */
    float result() {
        return result;
    }

    /** Ten independent chains, enough to hide the latency of one. */
    void run() {
        final FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
        final FloatVector term = FloatVector.broadcast(SPECIES, 0.001f);
        FloatVector a = FloatVector.broadcast(SPECIES, 0.0f);
        FloatVector b = FloatVector.broadcast(SPECIES, 0.1f);
        FloatVector c = FloatVector.broadcast(SPECIES, 0.2f);
        FloatVector d = FloatVector.broadcast(SPECIES, 0.3f);
        FloatVector e = FloatVector.broadcast(SPECIES, 0.4f);
        FloatVector f = FloatVector.broadcast(SPECIES, 0.5f);
        FloatVector g = FloatVector.broadcast(SPECIES, 0.6f);
        FloatVector h = FloatVector.broadcast(SPECIES, 0.7f);
        FloatVector i = FloatVector.broadcast(SPECIES, 0.8f);
        FloatVector j = FloatVector.broadcast(SPECIES, 0.9f);
        for (int turn = 0; turn < TURNS; turn++) {
            a = factor.fma(a, term);
            b = factor.fma(b, term);
            c = factor.fma(c, term);
            d = factor.fma(d, term);
            e = factor.fma(e, term);
            f = factor.fma(f, term);
            g = factor.fma(g, term);
            h = factor.fma(h, term);
            i = factor.fma(i, term);
            j = factor.fma(j, term);
        }
        final FloatVector sum =
                a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h)).add(i.add(j));
        result = sum.reduceLanes(VectorOperators.ADD);
    }
}
