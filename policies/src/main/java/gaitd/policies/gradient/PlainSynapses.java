package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/** Conductance synapses in plain loops, computed in double and rounded to the array's precision. */
final class PlainSynapses {
    private PlainSynapses() {}

    static <A> void conduct(
            final Kernels<A> kernels,
            final SynapseGradient<A> c,
            final A v,
            final int vAt,
            final A num,
            final A den,
            final int denAt,
            final int rows) {
        for (int k = 0; k < c.count; k++) {
            final double sigma = kernels.get(c.p, k);
            final double mu = kernels.get(c.p, c.count + k);
            final double w = kernels.get(c.p, 2 * c.count + k);
            final double drive = kernels.get(c.p, 3 * c.count + k);
            final int source = vAt + c.from[k] * rows;
            final int target = c.to[k] * rows;
            for (int r = 0; r < rows; r++) {
                final double gate = Activation.SIGMOID.of(sigma * (kernels.get(v, source + r) - mu));
                add(kernels, den, denAt + target + r, gate * w);
                add(kernels, num, target + r, gate * drive);
            }
        }
    }

    static <A> void conductBack(
            final Kernels<A> kernels,
            final SynapseGradient<A> c,
            final A v,
            final int vAt,
            final A dNum,
            final A dDen,
            final A dv,
            final int dvAt,
            final int rows) {
        for (int k = 0; k < c.count; k++) {
            final double sigma = kernels.get(c.p, k);
            final double mu = kernels.get(c.p, c.count + k);
            final double w = kernels.get(c.p, 2 * c.count + k);
            final double drive = kernels.get(c.p, 3 * c.count + k);
            final int source = c.from[k] * rows;
            final int target = c.to[k] * rows;
            double forSigma = 0;
            double forMu = 0;
            double forW = 0;
            double forDrive = 0;
            for (int r = 0; r < rows; r++) {
                final double over = kernels.get(v, vAt + source + r) - mu;
                final double gate = Activation.SIGMOID.of(sigma * over);
                final double byDen = kernels.get(dDen, target + r);
                final double byNum = kernels.get(dNum, target + r);
                final double dz = (w * byDen + drive * byNum) * gate * (1 - gate);
                forSigma += dz * over;
                forMu += dz;
                forW += gate * byDen;
                forDrive += gate * byNum;
                add(kernels, dv, dvAt + source + r, sigma * dz);
            }
            add(kernels, c.sums, k, forSigma);
            add(kernels, c.sums, c.count + k, forMu);
            add(kernels, c.sums, 2 * c.count + k, forW);
            add(kernels, c.sums, 3 * c.count + k, forDrive);
        }
    }

    private static <A> void add(final Kernels<A> kernels, final A y, final int at, final double x) {
        kernels.set(y, at, kernels.get(y, at) + x);
    }
}
