package gaitd.policies.equilibrium;

import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;

/**
 * Weights of a pattern as dense blocks of one matrix, so that a product costs no more than the synapses: neighbouring
 * targets with the same sources form a block, cut where sources are missing.
 */
final class BlockMatrix<A> {
    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final Synapses stored;
    private final int weightAt;
    private final int sources;
    private final int targets;
    /** Targets up to the next multiple of the quantum: columns of {@link #sums}. */
    private final int width;
    /** First source, number of sources, first target, number of targets of each block. */
    private final int[] blocks;

    private final boolean[] used;
    /** Every weight is stored and used. */
    private final boolean full;

    private final A weights;
    private final A sums;

    /** A pattern of which a part may be used, stored from an offset of the parameters. */
    BlockMatrix(final BatchKernels<A> batch, final Synapses stored, final Synapses usedPart, final int weightAt) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.stored = stored;
        this.weightAt = weightAt;
        sources = stored.sources();
        targets = stored.targets();
        width = (targets - 1) / batch.quantum() * batch.quantum() + batch.quantum();
        used = new boolean[Math.multiplyExact(sources, targets)];
        for (int k = 0; k < usedPart.count(); k++) {
            used[usedPart.source(k) * targets + usedPart.target(k)] = true;
        }
        full = stored.isFull() && usedPart.isFull();
        blocks = cut();
        weights = kernels.allocate(sources * targets);
        sums = kernels.allocate(Math.multiplyExact(sources, width));
    }

    private int[] cut() {
        final int[] found = new int[4 * sources * targets];
        int count = 0;
        int first = 0;
        while (first < targets) {
            int end = first + 1;
            while (end < targets && sameSources(first, end)) {
                end++;
            }
            for (int i = 0; i < sources; i++) {
                if (used[i * targets + first]) {
                    int last = i;
                    while (last + 1 < sources && used[(last + 1) * targets + first]) {
                        last++;
                    }
                    found[count++] = i;
                    found[count++] = last + 1 - i;
                    found[count++] = first;
                    found[count++] = end - first;
                    i = last;
                }
            }
            first = end;
        }
        return Arrays.copyOf(found, count);
    }

    private boolean sameSources(final int a, final int b) {
        for (int i = 0; i < sources; i++) {
            if (used[i * targets + a] != used[i * targets + b]) {
                return false;
            }
        }
        return true;
    }

    /** Columns of a row of samples that {@link #addOuter} reads. */
    int width() {
        return width;
    }

    /** Multiplications of a product. */
    long synapses() {
        long count = 0;
        for (int b = 0; b < blocks.length; b += 4) {
            count += (long) blocks[b + 1] * blocks[b + 3];
        }
        return count;
    }

    /** Takes the weights. */
    void load(final A parameters, final int at, final String name) {
        if (full) {
            kernels.copy(parameters, at + weightAt, weights, 0, stored.count());
            return;
        }
        for (int k = 0; k < stored.count(); k++) {
            final int cell = stored.source(k) * targets + stored.target(k);
            final double w = kernels.get(parameters, at + weightAt + k);
            if (!used[cell] && w != 0) {
                throw new IllegalArgumentException(name + " from " + stored.source(k) + " to " + stored.target(k)
                        + " is " + w + " behind the mask: must be 0, see Mask.impose");
            }
            kernels.set(weights, cell, w);
        }
    }

    /** Whether every weight is its mirror image, up to a share of the largest. */
    boolean symmetricWithin(final double tolerance) {
        double most = 0;
        double apart = 0;
        for (int i = 0; i < sources; i++) {
            for (int j = 0; j <= i; j++) {
                final double a = kernels.get(weights, i * targets + j);
                final double b = kernels.get(weights, j * targets + i);
                most = Math.max(most, Math.abs(a));
                apart = Math.max(apart, Math.abs(a - b));
            }
        }
        return apart <= tolerance * most;
    }

    /** y += x W for columns of samples. */
    void add(final A x, final A y, final int rows) {
        for (int b = 0; b < blocks.length; b += 4) {
            final int from = blocks[b];
            final int to = blocks[b + 2];
            batch.multiply(
                    weights,
                    from * targets + to,
                    targets,
                    1,
                    blocks[b + 1],
                    blocks[b + 3],
                    x,
                    from * rows,
                    y,
                    to * rows,
                    rows);
        }
    }

    /** x += W y, from targets to sources. */
    void addBack(final A y, final A x, final int rows) {
        for (int b = 0; b < blocks.length; b += 4) {
            final int from = blocks[b];
            final int to = blocks[b + 2];
            batch.multiply(
                    weights,
                    from * targets + to,
                    1,
                    targets,
                    blocks[b + 3],
                    blocks[b + 1],
                    y,
                    to * rows,
                    x,
                    from * rows,
                    rows);
        }
    }

    /** Sums from zero. */
    void clear() {
        kernels.fill(sums, 0, sources * width, 0);
    }

    /**
     * sums_ij += sum over samples of x_si d_sj; x has one row of sources a sample, d one of {@link #width} numbers. All pairs are formed: it costs a
     * product of the whole matrix.
     */
    void addOuter(final A x, final int xAt, final A d, final int dAt, final int samples) {
        batch.multiply(x, xAt, sources, 1, samples, sources, d, dAt, sums, 0, width);
    }

    /** Adds sums to the gradient; mirrored: half of a sum and its mirror image each. */
    void addTo(final A gradient, final int gradientAt, final boolean mirrored) {
        for (int k = 0; k < stored.count(); k++) {
            final int i = stored.source(k);
            final int j = stored.target(k);
            if (used[i * targets + j]) {
                final double own = kernels.get(sums, i * width + j);
                final double sum = mirrored ? 0.5 * (own + kernels.get(sums, j * width + i)) : own;
                final int at = gradientAt + weightAt + k;
                kernels.set(gradient, at, kernels.get(gradient, at) + sum);
            }
        }
    }
}
