package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;

/**
 * The conductance cell, forwards and back: v' = (cm v + h num) / (cm + h den) in every unfold.
 *
 * <p>With q = dv' / (cm + h den): dnum = h q, dden = -h v' q, dcm = q (v - v'), dv = cm q + what comes through the synapses. What does
 * not change between unfolds gets the sum over them. The tape holds v and den of every unfold.
 */
final class ConductanceStep<A> implements StepGradient<A> {
    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final ConductanceSpec spec;
    private final CellShape shape;
    private final int rows;
    private final int neurons;
    private final int block;
    private final BatchMap<A> inputMap;
    private final BatchMap<A> outputMap;
    private final SynapseGradient<A> inner;
    private final SynapseGradient<A> sensory;
    private final LeakGradient<A> leak;
    private final A weights;
    private final A mapped;
    private final A dMapped;
    private final A baseNum;
    private final A baseDen;
    private final A num;
    private final A d;
    private final A dNum;
    private final A dDen;
    private final A h;

    ConductanceStep(final BatchKernels<A> batch, final ConductanceSpec spec, final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.spec = spec;
        shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.rows = rows;
        this.neurons = spec.inner().targets();
        this.block = Math.multiplyExact(neurons, rows);
        final int inputs = spec.sensory().sources();
        inputMap = new BatchMap<>(batch, layout, "input", spec.inputMap(), inputs, rows);
        outputMap = new BatchMap<>(batch, layout, "output", spec.outputMap(), spec.outputs(), rows);
        inner = new SynapseGradient<>(
                kernels, spec.inner(), layout.slice("sigma").offset(), spec.softplus(), rows);
        sensory = new SynapseGradient<>(
                kernels, spec.sensory(), layout.slice("sensory_sigma").offset(), spec.softplus(), rows);
        leak = new LeakGradient<>(batch, layout, neurons, spec.softplus(), rows);
        weights = kernels.allocate(shape.layout().size());
        mapped = kernels.allocate(inputs * rows);
        dMapped = kernels.allocate(inputs * rows);
        baseNum = kernels.allocate(block);
        baseDen = kernels.allocate(block);
        num = kernels.allocate(block);
        d = kernels.allocate(block);
        dNum = kernels.allocate(block);
        dDen = kernels.allocate(block);
        h = kernels.allocate(rows);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public int tape() {
        return Math.multiplyExact(2 * spec.unfolds(), neurons);
    }

    @Override
    public long operations() {
        return 3 * SynapseGradient.OPERATIONS * ((long) spec.unfolds() * inner.count + sensory.count);
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        inner.load(weights);
        sensory.load(weights);
        leak.load(weights, spec.epsilon());
    }

    private void steps(final StepFrame<A> frame) {
        kernels.fill(h, 0, rows, 0);
        kernels.addScaled(1.0 / spec.unfolds(), frame.elapsed, frame.elapsedAt, h, 0, rows);
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        final A tape = frame.tape;
        steps(frame);
        inputMap.apply(weights, frame.input, frame.inputAt, mapped, 0);
        leak.base(baseNum, baseDen);
        batch.conduct(sensory, mapped, 0, baseNum, baseDen, 0, rows);
        kernels.copy(frame.state, frame.stateAt, tape, frame.tapeAt, block);
        for (int unfold = 0; unfold < spec.unfolds(); unfold++) {
            final int vAt = frame.tapeAt + 2 * unfold * block;
            final int denAt = vAt + block;
            final boolean last = unfold == spec.unfolds() - 1;
            kernels.copy(baseNum, 0, num, 0, block);
            kernels.copy(baseDen, 0, tape, denAt, block);
            batch.conduct(inner, tape, vAt, num, tape, denAt, rows);
            leak.charge(h, num, tape, denAt, vAt, last ? frame.next : tape, last ? frame.nextAt : denAt + block);
        }
        outputMap.apply(weights, frame.next, frame.nextAt, frame.output, frame.outputAt);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        final A tape = frame.tape;
        steps(frame);
        kernels.copy(frame.dState, frame.dStateAt, d, 0, block);
        outputMap.back(
                weights,
                frame.next,
                frame.nextAt,
                frame.dOutput,
                frame.dOutputAt,
                d,
                0,
                frame.gradient,
                frame.gradientAt);
        inner.clear();
        sensory.clear();
        leak.clear();
        kernels.fill(baseNum, 0, block, 0);
        kernels.fill(baseDen, 0, block, 0);
        for (int unfold = spec.unfolds() - 1; unfold >= 0; unfold--) {
            final int vAt = frame.tapeAt + 2 * unfold * block;
            final int denAt = vAt + block;
            final boolean last = unfold == spec.unfolds() - 1;
            leak.chargeBack(
                    h, tape, denAt, vAt, last ? frame.next : tape, last ? frame.nextAt : denAt + block, d, dNum, dDen);
            kernels.addScaled(1, dNum, 0, baseNum, 0, block);
            kernels.addScaled(1, dDen, 0, baseDen, 0, block);
            batch.conductBack(inner, tape, vAt, dNum, dDen, d, 0, rows);
        }
        kernels.copy(d, 0, frame.dState, frame.dStateAt, block);
        inputMap.apply(weights, frame.input, frame.inputAt, mapped, 0);
        kernels.fill(dMapped, 0, inputs() * rows, 0);
        batch.conductBack(sensory, mapped, 0, baseNum, baseDen, dMapped, 0, rows);
        inputMap.back(
                weights,
                frame.input,
                frame.inputAt,
                dMapped,
                0,
                frame.dInput,
                frame.dInputAt,
                frame.gradient,
                frame.gradientAt);
        inner.addTo(weights, frame.gradient, frame.gradientAt);
        sensory.addTo(weights, frame.gradient, frame.gradientAt);
        leak.addTo(weights, baseNum, baseDen, frame.gradient, frame.gradientAt);
    }
}
