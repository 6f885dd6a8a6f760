package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A full pattern for the Vector API, in blocks of one vector of targets as in {@link VectorMatrix}. The gate's argument is sigma v - sigma mu, one fused multiply-add.
 */
final class VectorConductances implements Conductances<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int TURN = FIELDS * LANES;

    private static final int LIMIT = Float.floatToRawIntBits(2 * FloatTanh.LIMIT);

    private final int sources;
    private final int targets;
    private final int stride;
    /** Of each block and source, one behind the other: sigma, -sigma mu, w, drive. */
    private final float[] p;

    private final float[] conductance;
    private final float[] current;

    VectorConductances(final Synapses pattern) {
        sources = pattern.sources();
        targets = pattern.targets();
        stride = (targets + LANES - 1) / LANES * LANES;
        p = new float[FIELDS * sources * stride];
        conductance = new float[stride];
        current = new float[stride];
    }

    @Override
    public void load(final float[] from, final int at) {
        final int count = sources * targets;
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j < targets; j++) {
                final int to = (j / LANES * sources + i) * TURN + j % LANES;
                final int synapse = at + i * targets + j;
                final float sigma = from[synapse];
                p[to] = sigma;
                p[to + LANES] = -sigma * from[synapse + count];
                p[to + 2 * LANES] = from[synapse + 2 * count];
                p[to + 3 * LANES] = from[synapse + 3 * count];
            }
        }
    }

    @Override
    public void conduct(final float[] v, final int vAt, final float[] num, final float[] den) {
        if (stride == targets) {
            add(v, vAt, num, den);
        } else {
            System.arraycopy(num, 0, current, 0, targets);
            System.arraycopy(den, 0, conductance, 0, targets);
            add(v, vAt, current, conductance);
            System.arraycopy(current, 0, num, 0, targets);
            System.arraycopy(conductance, 0, den, 0, targets);
        }
    }

    private void add(final float[] v, final int vAt, final float[] num, final float[] den) {
        for (int j = 0; j < stride; j += LANES) {
            add(p, j / LANES * sources * TURN, sources, v, vAt, num, den, j);
        }
    }

    private static void add(
            final float[] p,
            final int pAt,
            final int sources,
            final float[] v,
            final int vAt,
            final float[] num,
            final float[] den,
            final int j) {
        final FloatVector p0 = FloatVector.broadcast(SPECIES, FloatTanh.S_P0);
        final FloatVector p1 = FloatVector.broadcast(SPECIES, FloatTanh.S_P1);
        final FloatVector p2 = FloatVector.broadcast(SPECIES, FloatTanh.S_P2);
        final FloatVector p3 = FloatVector.broadcast(SPECIES, FloatTanh.S_P3);
        final FloatVector p4 = FloatVector.broadcast(SPECIES, FloatTanh.S_P4);
        final FloatVector q1 = FloatVector.broadcast(SPECIES, FloatTanh.S_Q1);
        final FloatVector q2 = FloatVector.broadcast(SPECIES, FloatTanh.S_Q2);
        final FloatVector q3 = FloatVector.broadcast(SPECIES, FloatTanh.S_Q3);
        final FloatVector q4 = FloatVector.broadcast(SPECIES, FloatTanh.S_Q4);
        final FloatVector most = FloatVector.broadcast(SPECIES, 2 * FloatTanh.LIMIT);
        final FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        final FloatVector one = FloatVector.broadcast(SPECIES, 1f);
        FloatVector conductance = FloatVector.fromArray(SPECIES, den, j);
        FloatVector current = FloatVector.fromArray(SPECIES, num, j);
        for (int i = 0; i < sources; i++) {
            final int at = pAt + i * TURN;
            final FloatVector from = FloatVector.broadcast(SPECIES, v[vAt + i]);
            final FloatVector argument =
                    FloatVector.fromArray(SPECIES, p, at).fma(from, FloatVector.fromArray(SPECIES, p, at + LANES));
            final FloatVector edge = argument.reinterpretAsInts()
                    .and(Integer.MIN_VALUE)
                    .or(LIMIT)
                    .reinterpretAsFloats();
            final FloatVector c = argument.blend(edge, argument.abs().compare(VectorOperators.GT, most));
            final FloatVector u = c.mul(c);
            final FloatVector gate = p4.fma(u, p3)
                    .fma(u, p2)
                    .fma(u, p1)
                    .fma(u, p0)
                    .mul(c)
                    .div(q4.fma(u, q3).fma(u, q2).fma(u, q1).fma(u, one))
                    .add(half);
            conductance = gate.fma(FloatVector.fromArray(SPECIES, p, at + 2 * LANES), conductance);
            current = gate.fma(FloatVector.fromArray(SPECIES, p, at + 3 * LANES), current);
        }
        conductance.intoArray(den, j);
        current.intoArray(num, j);
    }
}
