package gaitd.policies.kernel;

import java.util.Arrays;

/**
 * Which sources reach which targets. A full pattern numbers its synapses source by source, as a matrix with one row a
 * source; any other numbers them target by target, sources rising.
 *
 * <p>Immutable. The arrays that kernels read are not handed out.
 */
public final class Synapses {
    private final int sources;
    private final int targets;
    private final boolean full;
    /** Source of each synapse. */
    final int[] from;
    /** Target of each synapse. */
    final int[] to;
    /** First synapse of each target, and the count behind the last; sparse patterns only. */
    final int[] start;

    private Synapses(final int sources, final int targets, final int count) {
        this.sources = sources;
        this.targets = targets;
        this.full = count == sources * targets;
        this.from = new int[count];
        this.to = new int[count];
        this.start = new int[targets + 1];
    }

    /**
     * Every source to every target.
     *
     * @param sources how many, 1 or more
     * @param targets how many, 1 or more
     * @return the pattern
     * @throws IllegalArgumentException when a count is below 1
     */
    public static Synapses full(final int sources, final int targets) {
        requireCounts(sources, targets);
        final boolean[] all = new boolean[Math.multiplyExact(sources, targets)];
        Arrays.fill(all, true);
        return of(all, sources, targets);
    }

    /**
     * Those of a mask.
     *
     * @param mask one row a source, one column a target
     * @param sources rows
     * @param targets columns
     * @return the pattern
     * @throws IllegalArgumentException when the mask has another size or a count is below 1
     */
    public static Synapses of(final boolean[] mask, final int sources, final int targets) {
        requireCounts(sources, targets);
        if (mask.length != Math.multiplyExact(sources, targets)) {
            throw new IllegalArgumentException(
                    "mask of " + mask.length + " entries: expected " + sources + " x " + targets);
        }
        int count = 0;
        for (final boolean there : mask) {
            count += there ? 1 : 0;
        }
        final Synapses pattern = new Synapses(sources, targets, count);
        int next = 0;
        for (int target = 0; target < targets; target++) {
            pattern.start[target] = next;
            for (int source = 0; source < sources; source++) {
                if (mask[source * targets + target]) {
                    final int k = pattern.full ? source * targets + target : next;
                    pattern.from[k] = source;
                    pattern.to[k] = target;
                    next++;
                }
            }
        }
        pattern.start[targets] = next;
        return pattern;
    }

    private static void requireCounts(final int sources, final int targets) {
        if (sources < 1 || targets < 1) {
            throw new IllegalArgumentException(
                    sources + " sources and " + targets + " targets: both must be at least 1");
        }
    }

    /**
     * Number of sources.
     *
     * @return 1 or more
     */
    public int sources() {
        return sources;
    }

    /**
     * Number of targets.
     *
     * @return 1 or more
     */
    public int targets() {
        return targets;
    }

    /**
     * Number of synapses, which is what a product with this pattern costs.
     *
     * @return 0 or more
     */
    public int count() {
        return from.length;
    }

    /**
     * Whether no synapse is missing.
     *
     * @return true for a plain matrix
     */
    public boolean isFull() {
        return full;
    }

    /**
     * Source of a synapse.
     *
     * @param synapse its number
     * @return the source
     */
    public int source(final int synapse) {
        return from[synapse];
    }

    /**
     * Target of a synapse.
     *
     * @param synapse its number
     * @return the target
     */
    public int target(final int synapse) {
        return to[synapse];
    }
}
