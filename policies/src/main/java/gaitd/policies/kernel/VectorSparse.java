package gaitd.policies.kernel;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Conductances of a sparse pattern for the Vector API: targets side by side in blocks of one vector, in rows of one synapse a target.
 * Where a target has no synapse left its lane has one of no strength.
 *
 * <p>The rows of a block hold either one source each, or the next source of each target. The first need no gathering, the second
 * are fewer; of up to two vectors of sources a permutation gathers, of more a loop.
 */
final class VectorSparse implements Conductances<float[]> {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int TURN = FIELDS * LANES;
    private static final int LIMIT = Float.floatToRawIntBits(2 * FloatTanh.LIMIT);
    /** A row that a loop gathers takes as long as so many others. */
    private static final int GATHERED = 2;

    private final Synapses pattern;
    private final boolean permuted;
    private final boolean single;
    /** First row of each block, and the count behind the last. */
    private final int[] firstRow;
    /** Source of each lane of each row. */
    private final int[] from;
    /** The same, for the permutation. */
    private final float[] lanes;
    /** Place of each synapse among the lanes of all rows. */
    private final int[] place;
    /** Of each row, one behind the other: sigma, -sigma mu, w, drive. */
    private final float[] p;

    private final float[] sources;
    private final float[] potential;
    private final float[] conductance;
    private final float[] current;

    VectorSparse(final Synapses pattern) {
        this.pattern = pattern;
        final int blocks = (pattern.targets() + LANES - 1) / LANES;
        final int[] next = new int[blocks + 1];
        final int[] each = new int[blocks + 1];
        for (int b = 0; b < blocks; b++) {
            next[b + 1] = next[b] + mostOfOneTarget(b);
            each[b + 1] = each[b] + sourcesOf(b);
        }
        permuted = pattern.sources() <= 2 * LANES;
        single = !permuted && each[blocks] <= GATHERED * next[blocks];
        firstRow = single ? each : next;
        place = new int[pattern.count()];
        final int size = firstRow[blocks] * LANES;
        from = new int[size];
        lanes = new float[size];
        for (int b = 0; b < blocks; b++) {
            if (single) {
                placeBySource(b);
            } else {
                placeByTarget(b);
            }
        }
        for (int k = 0; k < size; k++) {
            lanes[k] = from[k];
        }
        p = new float[firstRow[blocks] * TURN];
        potential = new float[size];
        sources = new float[2 * LANES];
        conductance = new float[blocks * LANES];
        current = new float[blocks * LANES];
    }

    private int end(final int block) {
        return Math.min(pattern.targets(), (block + 1) * LANES);
    }

    private int mostOfOneTarget(final int block) {
        int most = 0;
        for (int t = block * LANES; t < end(block); t++) {
            most = Math.max(most, pattern.start[t + 1] - pattern.start[t]);
        }
        return most;
    }

    private boolean reaches(final int source, final int block) {
        for (int k = pattern.start[block * LANES]; k < pattern.start[end(block)]; k++) {
            if (pattern.from[k] == source) {
                return true;
            }
        }
        return false;
    }

    private int sourcesOf(final int block) {
        int count = 0;
        for (int source = 0; source < pattern.sources(); source++) {
            count += reaches(source, block) ? 1 : 0;
        }
        return count;
    }

    private void placeByTarget(final int block) {
        for (int k = pattern.start[block * LANES]; k < pattern.start[end(block)]; k++) {
            final int target = pattern.to[k];
            place[k] = (firstRow[block] + k - pattern.start[target]) * LANES + target % LANES;
            from[place[k]] = pattern.from[k];
        }
    }

    private void placeBySource(final int block) {
        int row = firstRow[block];
        for (int source = 0; source < pattern.sources(); source++) {
            if (reaches(source, block)) {
                Arrays.fill(from, row * LANES, (row + 1) * LANES, source);
                for (int k = pattern.start[block * LANES]; k < pattern.start[end(block)]; k++) {
                    if (pattern.from[k] == source) {
                        place[k] = row * LANES + pattern.to[k] % LANES;
                    }
                }
                row++;
            }
        }
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
        if (potential.length == 0) {
            return;
        }
        if (permuted) {
            System.arraycopy(v, vAt, sources, 0, pattern.sources());
            permute(sources, lanes, potential);
        } else if (single) {
            repeat(v, vAt, from, potential);
        } else {
            gather(v, vAt, from, potential);
        }
        for (int b = 0; b < firstRow.length - 1; b++) {
            sum(p, firstRow[b], firstRow[b + 1], potential, current, conductance, b * LANES);
        }
        VectorKernels.INSTANCE.addScaled(1, conductance, 0, den, 0, pattern.targets());
        VectorKernels.INSTANCE.addScaled(1, current, 0, num, 0, pattern.targets());
    }

    private static void permute(final float[] sources, final float[] lanes, final float[] potential) {
        final FloatVector first = FloatVector.fromArray(SPECIES, sources, 0);
        final FloatVector second = FloatVector.fromArray(SPECIES, sources, LANES);
        for (int k = 0; k + LANES <= potential.length; k += LANES) {
            FloatVector.fromArray(SPECIES, lanes, k).selectFrom(first, second).intoArray(potential, k);
        }
    }

    private static void repeat(final float[] v, final int vAt, final int[] from, final float[] potential) {
        for (int k = 0; k + LANES <= potential.length; k += LANES) {
            FloatVector.broadcast(SPECIES, v[vAt + from[k]]).intoArray(potential, k);
        }
    }

    private static void gather(final float[] v, final int vAt, final int[] from, final float[] potential) {
        for (int k = 0; k < from.length; k++) {
            potential[k] = v[vAt + from[k]];
        }
    }

    private static void sum(
            final float[] p,
            final int first,
            final int end,
            final float[] v,
            final float[] num,
            final float[] den,
            final int to) {
        if (first == end) {
            Arrays.fill(num, to, to + LANES, 0);
            Arrays.fill(den, to, to + LANES, 0);
            return;
        }
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
        FloatVector conductance = FloatVector.zero(SPECIES);
        FloatVector current = FloatVector.zero(SPECIES);
        for (int row = first; row < end; row++) {
            final int at = row * TURN;
            final FloatVector argument = FloatVector.fromArray(SPECIES, p, at)
                    .fma(FloatVector.fromArray(SPECIES, v, row * LANES), FloatVector.fromArray(SPECIES, p, at + LANES));
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
        conductance.intoArray(den, to);
        current.intoArray(num, to);
    }
}
