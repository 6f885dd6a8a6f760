package gaitd.policies.gradient;

import gaitd.policies.kernel.Kernels;

/**
 * Shares of time scales, softmax over m of -(ln tau_m - a)^2 with a linear in the features, forwards and back.
 *
 * <p>Back: da = sum_m dshare_m share_m 2 (ln tau_m - mean), where mean = sum_m share_m ln tau_m, since the distances' derivative is 2 (ln tau_m -
 * a) and a softmax does not see what all have in common.
 */
final class ScaleShares<A> {
    private final Kernels<A> kernels;
    private final BatchLinear<A> linear;
    private final double[] logTau;
    private final double[] share;
    private final int block;
    private final A wanted;

    ScaleShares(final Kernels<A> kernels, final BatchLinear<A> linear, final double[] tau, final int block) {
        this.kernels = kernels;
        this.linear = linear;
        this.block = block;
        logTau = new double[tau.length];
        for (int m = 0; m < tau.length; m++) {
            logTau[m] = StrictMath.log(tau[m]);
        }
        share = new double[tau.length];
        wanted = kernels.allocate(block);
    }

    void forward(final A weights, final A features, final A shares, final int sharesAt) {
        linear.apply(weights, features, 0, wanted, 0);
        for (int i = 0; i < block; i++) {
            final double aim = kernels.get(wanted, i);
            double nearest = Double.POSITIVE_INFINITY;
            for (final double scale : logTau) {
                nearest = Math.min(nearest, (scale - aim) * (scale - aim));
            }
            double sum = 0;
            for (int m = 0; m < logTau.length; m++) {
                share[m] = StrictMath.exp(nearest - (logTau[m] - aim) * (logTau[m] - aim));
                sum += share[m];
            }
            for (int m = 0; m < logTau.length; m++) {
                kernels.set(shares, sharesAt + m * block + i, share[m] / sum);
            }
        }
    }

    /** From dShares to dFeatures, which is added to. */
    void backward(
            final A weights,
            final A features,
            final A shares,
            final int sharesAt,
            final A dShares,
            final A dFeatures,
            final StepFrame<A> frame) {
        for (int i = 0; i < block; i++) {
            double mean = 0;
            for (int m = 0; m < logTau.length; m++) {
                mean += logTau[m] * kernels.get(shares, sharesAt + m * block + i);
            }
            double d = 0;
            for (int m = 0; m < logTau.length; m++) {
                final double of = kernels.get(shares, sharesAt + m * block + i);
                d += kernels.get(dShares, m * block + i) * of * 2 * (logTau[m] - mean);
            }
            kernels.set(wanted, i, d);
        }
        linear.backInput(weights, wanted, 0, dFeatures, 0);
        linear.backWeights(features, 0, wanted, 0, frame.gradient, frame.gradientAt);
    }
}
