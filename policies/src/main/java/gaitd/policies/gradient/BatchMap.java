package gaitd.policies.gradient;

import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;

/** y = w x + b feature by feature for a batch, without b or both for simpler maps, forwards and back. */
final class BatchMap<A> {
    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final Mapping mapping;
    private final int size;
    private final int rows;
    private final int weightAt;
    private final int biasAt;

    BatchMap(
            final BatchKernels<A> batch,
            final ParameterLayout layout,
            final String name,
            final Mapping mapping,
            final int size,
            final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.mapping = mapping;
        this.size = size;
        this.rows = rows;
        weightAt = mapping == Mapping.NONE ? 0 : layout.slice(name + "_w").offset();
        biasAt = mapping == Mapping.AFFINE ? layout.slice(name + "_b").offset() : 0;
    }

    void apply(final A weights, final A x, final int xAt, final A y, final int yAt) {
        for (int i = 0; i < size; i++) {
            final int at = i * rows;
            kernels.fill(y, yAt + at, rows, mapping == Mapping.AFFINE ? kernels.get(weights, biasAt + i) : 0);
            kernels.addScaled(weight(weights, i), x, xAt + at, y, yAt + at, rows);
        }
    }

    private double weight(final A weights, final int i) {
        return mapping == Mapping.NONE ? 1 : kernels.get(weights, weightAt + i);
    }

    /** From dy to dx, which is added to. */
    void back(
            final A weights,
            final A x,
            final int xAt,
            final A dy,
            final int dyAt,
            final A dx,
            final int dxAt,
            final A gradient,
            final int gradientAt) {
        for (int i = 0; i < size; i++) {
            final int at = i * rows;
            kernels.addScaled(weight(weights, i), dy, dyAt + at, dx, dxAt + at, rows);
            if (mapping != Mapping.NONE) {
                final int g = gradientAt + weightAt + i;
                final double product = batch.dot(x, xAt + at, dy, dyAt + at, rows);
                kernels.set(gradient, g, kernels.get(gradient, g) + product);
            }
        }
        if (mapping == Mapping.AFFINE) {
            batch.addRowSums(dy, dyAt, size, rows, gradient, gradientAt + biasAt);
        }
    }
}
