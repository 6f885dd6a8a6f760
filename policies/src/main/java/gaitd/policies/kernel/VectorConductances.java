package gaitd.policies.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A full pattern for the Vector API: rows padded to whole vectors, sums of one vector of targets kept in registers over all
 * sources. The gate's argument is sigma v - sigma mu, one fused multiply-add.
 */
final class VectorConductances implements Conductances<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = VectorKernels.LANES;

    private final int sources;
    private final int targets;
    private final int stride;
    /** Of each source, one behind the other: sigma, -sigma mu, w, drive. */
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
            for (int field = 0; field < FIELDS; field++) {
                final int row = (i * FIELDS + field) * stride;
                System.arraycopy(from, at + field * count + i * targets, p, row, targets);
            }
            final int row = i * FIELDS * stride;
            for (int j = row; j < row + stride; j++) {
                p[j + stride] *= -p[j];
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
            FloatVector g = FloatVector.fromArray(SPECIES, den, j);
            FloatVector i = FloatVector.fromArray(SPECIES, num, j);
            int row = j;
            for (int source = vAt; source < vAt + sources; source++) {
                final FloatVector from = FloatVector.broadcast(SPECIES, v[source]);
                final FloatVector shift = FloatVector.fromArray(SPECIES, p, row + stride);
                final FloatVector gate = VectorKernels.sigmoid(
                        FloatVector.fromArray(SPECIES, p, row).fma(from, shift));
                g = gate.fma(FloatVector.fromArray(SPECIES, p, row + 2 * stride), g);
                i = gate.fma(FloatVector.fromArray(SPECIES, p, row + 3 * stride), i);
                row += FIELDS * stride;
            }
            g.intoArray(den, j);
            i.intoArray(num, j);
        }
    }
}
