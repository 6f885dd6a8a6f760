package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A full pattern for the Vector API, in blocks of one vector of targets as in {@link VectorMatrix}. The gate's argument is sigma v - sigma mu, one fused multiply-add.
 */
final class VectorConductances implements Conductances<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int TURN = FIELDS * LANES;

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
        FloatVector conductance = FloatVector.fromArray(SPECIES, den, j);
        FloatVector current = FloatVector.fromArray(SPECIES, num, j);
        for (int i = 0; i < sources; i++) {
            final int at = pAt + i * TURN;
            final FloatVector from = FloatVector.broadcast(SPECIES, v[vAt + i]);
            final FloatVector gate = VectorKernels.sigmoid(
                    FloatVector.fromArray(SPECIES, p, at).fma(from, FloatVector.fromArray(SPECIES, p, at + LANES)));
            conductance = gate.fma(FloatVector.fromArray(SPECIES, p, at + 2 * LANES), conductance);
            current = gate.fma(FloatVector.fromArray(SPECIES, p, at + 3 * LANES), current);
        }
        conductance.intoArray(den, j);
        current.intoArray(num, j);
    }
}
