package gaitd.policies.gradient;

import gaitd.policies.kernel.VectorKernels;

/** Float with the Vector API. */
final class VectorBatch extends PlainBatch<float[]> {
    VectorBatch() {
        super(VectorKernels.INSTANCE);
    }
}
