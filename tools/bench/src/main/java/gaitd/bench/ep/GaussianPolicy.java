package gaitd.bench.ep;

import java.util.random.RandomGenerator;

/** A batch of actions drawn around the outputs, with advantages: where PPO's force on the outputs comes from. */
final class GaussianPolicy {
    private static final double CLIP = 0.2;

    private final double sigma;
    private final double[] means;
    private final double[] actions;
    private final double[] advantages;

    /** Actions of deviation sigma around means, one row a sample. */
    GaussianPolicy(final double[] means, final int samples, final double sigma, final RandomGenerator random) {
        this.sigma = sigma;
        this.means = means;
        actions = new double[means.length];
        for (int i = 0; i < actions.length; i++) {
            actions[i] = means[i] + sigma * random.nextGaussian();
        }
        advantages = new double[samples];
        for (int i = 0; i < samples; i++) {
            advantages[i] = random.nextGaussian();
        }
    }

    /** The loss's gradient by the outputs, were they y. */
    double[] force(final Clipping clipping, final int sample, final double[] y) {
        double exponent = 0;
        for (int k = 0; k < y.length; k++) {
            final double now = actions[sample * y.length + k] - y[k];
            final double then = actions[sample * y.length + k] - means[sample * y.length + k];
            exponent += then * then - now * now;
        }
        final double ratio = StrictMath.exp(exponent / (2 * sigma * sigma));
        final double factor =
                -advantages[sample] * clipping.multiplier(ratio, advantages[sample], CLIP) / (sigma * sigma);
        final double[] force = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            force[k] = factor * (actions[sample * y.length + k] - y[k]);
        }
        return force;
    }
}
