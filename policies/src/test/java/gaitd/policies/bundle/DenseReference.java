package gaitd.policies.bundle;

import gaitd.policies.kernel.Activation;

/** Dense layers with tanh or nothing, in double precision: just enough of a cell for tests of bundles. */
final class DenseReference implements PolicyCell {
    private final LayersFacts spec;
    private final Safetensors tensors;

    DenseReference(final CellFacts spec, final Safetensors tensors) {
        this.spec = (LayersFacts) spec;
        this.tensors = tensors;
    }

    @Override
    public void reset() {
        // no state
    }

    @Override
    public void step(final float[] input, final double elapsed, final float[] output) {
        double[] x = new double[input.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = input[i];
        }
        for (int k = 0; k < spec.layers().size(); k++) {
            final double[] w = tensors.get(k + ".weight").values();
            final double[] y = new double[spec.layers().get(k).out()];
            for (int i = 0; i < y.length; i++) {
                y[i] = tensors.get(k + ".bias").value(i);
                for (int j = 0; j < x.length; j++) {
                    y[i] += w[i * x.length + j] * x[j];
                }
                if (spec.layers().get(k).activation() == Activation.TANH) {
                    y[i] = Math.tanh(y[i]);
                }
            }
            x = y;
        }
        for (int i = 0; i < output.length; i++) {
            output[i] = (float) x[i];
        }
    }
}
