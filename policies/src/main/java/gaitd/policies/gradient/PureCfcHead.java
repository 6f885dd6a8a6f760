package gaitd.policies.gradient;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/**
 * h' = A - A e q with e = exp(-elapsed (|w_tau| + |q|)), q = ff1 z. Back: dA = d (1 - e q), dq = -d A e (1 - elapsed |q|),
 * dw_tau = d A e q elapsed sign(w_tau). The tape holds q and e.
 */
final class PureCfcHead<A> implements CfcHead<A> {
    private final Kernels<A> kernels;
    private final int units;
    private final int rows;
    private final int block;
    private final BatchLinear<A> linear;
    private final int rateAt;
    private final int limitAt;
    private final A part;

    PureCfcHead(
            final BatchKernels<A> batch,
            final ParameterLayout layout,
            final String prefix,
            final int width,
            final int units,
            final Synapses mask,
            final int rows) {
        this.kernels = batch.basic();
        this.units = units;
        this.rows = rows;
        this.block = Math.multiplyExact(units, rows);
        final Synapses pattern = mask == null ? Synapses.full(width, units) : mask;
        linear = BatchLinear.of(batch, layout, prefix + "ff1.weight", prefix + "ff1.bias", pattern, rows);
        rateAt = layout.slice(prefix + "w_tau").offset();
        limitAt = layout.slice(prefix + "A").offset();
        part = kernels.allocate(block);
    }

    @Override
    public int tape() {
        return 2 * units;
    }

    @Override
    public long operations() {
        return 3 * linear.operations();
    }

    @Override
    public void forward(
            final A weights, final A features, final int featuresAt, final StepFrame<A> frame, final int tapeAt) {
        final A tape = frame.tape;
        linear.apply(weights, features, featuresAt, tape, tapeAt);
        for (int i = 0; i < units; i++) {
            final double rate = Math.abs(kernels.get(weights, rateAt + i));
            for (int r = 0; r < rows; r++) {
                final int k = i * rows + r;
                final double exponent = rate + Math.abs(kernels.get(tape, tapeAt + k));
                kernels.set(tape, tapeAt + block + k, -kernels.get(frame.elapsed, frame.elapsedAt + r) * exponent);
            }
        }
        kernels.activate(Activation.EXP, tape, tapeAt + block, block);
        for (int i = 0; i < units; i++) {
            final double limit = kernels.get(weights, limitAt + i);
            for (int k = i * rows; k < (i + 1) * rows; k++) {
                final double left = kernels.get(tape, tapeAt + block + k) * kernels.get(tape, tapeAt + k);
                kernels.set(frame.next, frame.nextAt + k, limit - limit * left);
            }
        }
    }

    @Override
    public void backward(
            final A weights,
            final A features,
            final int featuresAt,
            final StepFrame<A> frame,
            final int tapeAt,
            final A dFeatures) {
        final A tape = frame.tape;
        for (int i = 0; i < units; i++) {
            final double limit = kernels.get(weights, limitAt + i);
            double forLimit = 0;
            double forRate = 0;
            for (int r = 0; r < rows; r++) {
                final int k = i * rows + r;
                final double time = kernels.get(frame.elapsed, frame.elapsedAt + r);
                final double q = kernels.get(tape, tapeAt + k);
                final double e = kernels.get(tape, tapeAt + block + k);
                final double d = kernels.get(frame.dState, frame.dStateAt + k);
                forLimit += d * (1 - e * q);
                forRate += d * limit * e * q * time;
                kernels.set(part, k, -d * limit * e * (1 - time * Math.abs(q)));
            }
            add(frame, limitAt + i, forLimit);
            add(frame, rateAt + i, forRate * Math.signum(kernels.get(weights, rateAt + i)));
        }
        linear.backInput(weights, part, 0, dFeatures, 0);
        linear.backWeights(features, featuresAt, part, 0, frame.gradient, frame.gradientAt);
    }

    private void add(final StepFrame<A> frame, final int at, final double value) {
        final int index = frame.gradientAt + at;
        kernels.set(frame.gradient, index, kernels.get(frame.gradient, index) + value);
    }
}
