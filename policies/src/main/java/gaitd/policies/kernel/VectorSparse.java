package gaitd.policies.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Conductances of a sparse pattern for the Vector API: targets side by side, those with most synapses first, in blocks of one vector. A
 * block has as many rows as its first target has synapses; shorter targets are padded with synapses of no strength.
 */
final class VectorSparse implements Conductances<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int TURN = FIELDS * LANES;

    private final Synapses pattern;
    private final int blocks;
    /** Target of each lane of each block. */
    private final int[] target;
    /** First row of each block, and the count behind the last. */
    private final int[] firstRow;
    /** Source of each lane of each row. */
    private final int[] from;
    /** Place of each synapse among the lanes of all rows. */
    private final int[] place;
    /** Of each row, one behind the other: sigma, -sigma mu, w, drive. */
    private final float[] p;

    private final float[] potential;
    private final float[] conductance = new float[LANES];
    private final float[] current = new float[LANES];

    VectorSparse(final Synapses pattern) {
        this.pattern = pattern;
        final int targets = pattern.targets();
        blocks = (targets + LANES - 1) / LANES;
        target = byFanIn(pattern);
        firstRow = new int[blocks + 1];
        for (int b = 0; b < blocks; b++) {
            firstRow[b + 1] = firstRow[b] + fanIn(pattern, target[b * LANES]);
        }
        from = new int[firstRow[blocks] * LANES];
        potential = new float[from.length];
        p = new float[firstRow[blocks] * TURN];
        place = new int[pattern.count()];
        for (int t = 0; t < targets; t++) {
            final int start = pattern.start[target[t]];
            for (int k = start; k < pattern.start[target[t] + 1]; k++) {
                place[k] = (firstRow[t / LANES] + k - start) * LANES + t % LANES;
                from[place[k]] = pattern.from[k];
            }
        }
    }

    private static int fanIn(final Synapses pattern, final int target) {
        return pattern.start[target + 1] - pattern.start[target];
    }

    private static int[] byFanIn(final Synapses pattern) {
        final long[] keys = new long[pattern.targets()];
        for (int j = 0; j < keys.length; j++) {
            keys[j] = (long) -fanIn(pattern, j) * keys.length + j;
        }
        Arrays.sort(keys);
        final int[] order = new int[keys.length];
        for (int j = 0; j < keys.length; j++) {
            order[j] = Math.floorMod(keys[j], keys.length);
        }
        return order;
    }

    @Override
    public void load(final float[] given, final int at) {
        final int count = pattern.count();
        for (int k = 0; k < count; k++) {
            final int to = place[k] / LANES * TURN + place[k] % LANES;
            final float sigma = given[at + k];
            p[to] = sigma;
            p[to + LANES] = -sigma * given[at + count + k];
            p[to + 2 * LANES] = given[at + 2 * count + k];
            p[to + 3 * LANES] = given[at + 3 * count + k];
        }
    }

    @Override
    public void conduct(final float[] v, final int vAt, final float[] num, final float[] den) {
        spread(v, vAt, from, potential);
        for (int b = 0; b < blocks; b++) {
            sum(p, firstRow[b], firstRow[b + 1], potential, current, conductance);
            final int end = Math.min(target.length, (b + 1) * LANES);
            for (int t = b * LANES; t < end; t++) {
                den[target[t]] += conductance[t - b * LANES];
                num[target[t]] += current[t - b * LANES];
            }
        }
    }

    private static void spread(final float[] v, final int vAt, final int[] from, final float[] potential) {
        for (int k = 0; k < from.length; k++) {
            potential[k] = v[vAt + from[k]];
        }
    }

    private static void sum(
            final float[] p, final int first, final int end, final float[] v, final float[] num, final float[] den) {
        FloatVector conductance = FloatVector.zero(SPECIES);
        FloatVector current = FloatVector.zero(SPECIES);
        for (int row = first; row < end; row++) {
            final int at = row * TURN;
            final FloatVector potential = FloatVector.fromArray(SPECIES, v, row * LANES);
            final FloatVector gate = VectorKernels.sigmoid(FloatVector.fromArray(SPECIES, p, at)
                    .fma(potential, FloatVector.fromArray(SPECIES, p, at + LANES)));
            conductance = gate.fma(FloatVector.fromArray(SPECIES, p, at + 2 * LANES), conductance);
            current = gate.fma(FloatVector.fromArray(SPECIES, p, at + 3 * LANES), current);
        }
        conductance.intoArray(den, 0);
        current.intoArray(num, 0);
    }
}
