package gaitd.runtime.adapt;

import gaitd.policies.bundle.PolicyCell;

/**
 * A network whose outputs are its weights times its one input, plus a slope times its steps since the reset: constant,
 * oscillating with the input, drifting, or not a number, as its weights say.
 */
final class FakeNetwork implements PolicyCell {
    static final int OUTPUTS = 4;
    static final int WEIGHTS = 2 * OUTPUTS;

    final float[] weights = new float[WEIGHTS];
    int steps;

    @Override
    public void reset() {
        steps = 0;
    }

    @Override
    public void step(final float[] input, final double elapsed, final float[] output) {
        steps++;
        for (int i = 0; i < OUTPUTS; i++) {
            output[i] = weights[i] * input[0] + weights[OUTPUTS + i] * steps;
        }
    }

    @Override
    public int weightCount() {
        return WEIGHTS;
    }

    @Override
    public void load(final float[] given) {
        System.arraycopy(given, 0, weights, 0, WEIGHTS);
    }
}
