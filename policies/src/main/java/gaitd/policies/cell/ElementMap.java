package gaitd.policies.cell;

import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.kernel.Kernels;

/** y = w x + b element by element, with slices name_w and name_b; without b or both for simpler maps. */
final class ElementMap<A> {
    private final Kernels<A> kernels;
    private final Mapping mapping;
    private final int size;
    private final int weightAt;
    private final int biasAt;

    ElementMap(
            final Kernels<A> kernels,
            final ParameterLayout.Builder layout,
            final String name,
            final Mapping mapping,
            final int size) {
        this.kernels = kernels;
        this.mapping = mapping;
        this.size = size;
        this.weightAt = mapping == Mapping.NONE ? 0 : layout.add(name + "_w", 1, size);
        this.biasAt = mapping == Mapping.AFFINE ? layout.add(name + "_b", 1, size) : 0;
    }

    void apply(final A weights, final A x, final int xAt, final A y, final int yAt) {
        switch (mapping) {
            case NONE -> kernels.copy(x, xAt, y, yAt, size);
            case LINEAR -> kernels.product(weights, weightAt, x, xAt, y, yAt, size);
            case AFFINE -> {
                kernels.copy(weights, biasAt, y, yAt, size);
                kernels.addProduct(weights, weightAt, x, xAt, y, yAt, size);
            }
        }
    }
}
