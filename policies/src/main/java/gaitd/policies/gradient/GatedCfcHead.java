package gaitd.policies.gradient;

import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.CfcSpec.Mode;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/** h' = f1 (1 - t) + t f2, or f1 + t f2 without the gate. The tape holds f1, f2 and t. */
final class GatedCfcHead<A> implements CfcHead<A> {
    private static final int BLOCKS = 3;

    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final boolean gated;
    private final int units;
    private final int rows;
    private final int block;
    private final BatchLinear<A> first;
    private final BatchLinear<A> second;
    private final BatchLinear<A> timeSlope;
    private final BatchLinear<A> timeShift;
    private final A part;
    private final A timed;

    GatedCfcHead(
            final BatchKernels<A> batch,
            final ParameterLayout layout,
            final String prefix,
            final int width,
            final CfcSpec spec,
            final Synapses mask,
            final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.gated = spec.mode() == Mode.DEFAULT;
        this.units = spec.units();
        this.rows = rows;
        this.block = Math.multiplyExact(units, rows);
        final Synapses pattern = mask == null ? Synapses.full(width, units) : mask;
        first = BatchLinear.of(batch, layout, prefix + "ff1.weight", prefix + "ff1.bias", pattern, rows);
        second = BatchLinear.of(batch, layout, prefix + "ff2.weight", prefix + "ff2.bias", pattern, rows);
        timeSlope = BatchLinear.of(batch, layout, prefix + "time_a", width, units, rows);
        timeShift = BatchLinear.of(batch, layout, prefix + "time_b", width, units, rows);
        part = kernels.allocate(block);
        timed = kernels.allocate(block);
    }

    @Override
    public int tape() {
        return BLOCKS * units;
    }

    @Override
    public long operations() {
        return 3 * (first.operations() + second.operations() + timeSlope.operations() + timeShift.operations());
    }

    @Override
    public void forward(
            final A weights, final A features, final int featuresAt, final StepFrame<A> frame, final int tapeAt) {
        final A tape = frame.tape;
        final int secondAt = tapeAt + block;
        final int timeAt = secondAt + block;
        first.apply(weights, features, featuresAt, tape, tapeAt);
        second.apply(weights, features, featuresAt, tape, secondAt);
        kernels.activate(Activation.TANH, tape, tapeAt, 2 * block);
        timeSlope.apply(weights, features, featuresAt, part, 0);
        timeShift.apply(weights, features, featuresAt, tape, timeAt);
        batch.addTimed(1, frame.elapsed, frame.elapsedAt, part, 0, tape, timeAt, units, rows);
        kernels.activate(Activation.SIGMOID, tape, timeAt, block);
        if (gated) {
            kernels.blend(tape, timeAt, tape, tapeAt, tape, secondAt, frame.next, frame.nextAt, block);
        } else {
            kernels.copy(tape, tapeAt, frame.next, frame.nextAt, block);
            kernels.addProduct(tape, timeAt, tape, secondAt, frame.next, frame.nextAt, block);
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
        final int secondAt = tapeAt + block;
        final int timeAt = secondAt + block;
        final A d = frame.dState;
        final int dAt = frame.dStateAt;
        // t
        kernels.copy(tape, secondAt, part, 0, block);
        if (gated) {
            kernels.addScaled(-1, tape, tapeAt, part, 0, block);
        }
        kernels.product(part, 0, d, dAt, part, 0, block);
        batch.slope(Activation.SIGMOID, tape, timeAt, tape, timeAt, part, 0, block);
        kernels.fill(timed, 0, block, 0);
        batch.addTimed(1, frame.elapsed, frame.elapsedAt, part, 0, timed, 0, units, rows);
        back(timeShift, weights, features, featuresAt, part, dFeatures, frame);
        back(timeSlope, weights, features, featuresAt, timed, dFeatures, frame);
        // f2
        kernels.product(d, dAt, tape, timeAt, part, 0, block);
        kernels.copy(d, dAt, timed, 0, block);
        if (gated) {
            kernels.addScaled(-1, part, 0, timed, 0, block);
        }
        batch.slope(Activation.TANH, tape, secondAt, tape, secondAt, part, 0, block);
        back(second, weights, features, featuresAt, part, dFeatures, frame);
        // f1
        batch.slope(Activation.TANH, tape, tapeAt, tape, tapeAt, timed, 0, block);
        back(first, weights, features, featuresAt, timed, dFeatures, frame);
    }

    private void back(
            final BatchLinear<A> layer,
            final A weights,
            final A features,
            final int featuresAt,
            final A dy,
            final A dFeatures,
            final StepFrame<A> frame) {
        layer.backInput(weights, dy, 0, dFeatures, 0);
        layer.backWeights(features, featuresAt, dy, 0, frame.gradient, frame.gradientAt);
    }
}
