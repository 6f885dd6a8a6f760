package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.CfcSpec.Mode;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/** The closed-form cell, forwards and back: backbone and joining of input and state here, the closed form in {@link CfcHead}. */
final class CfcStep<A> implements StepGradient<A> {
    private final Kernels<A> kernels;
    private final CfcSpec spec;
    private final CellShape shape;
    private final int rows;
    private final SquashedLinear<A>[] backbone;
    private final int[] layerAt;
    private final CfcHead<A> head;
    private final int headAt;
    private final int tape;
    private final A weights;
    private final A joined;
    private final A dJoined;
    private A d;
    private A dBefore;

    CfcStep(final BatchKernels<A> batch, final CfcSpec spec, final int rows) {
        this(batch, spec, spec.cell(batch.basic()).layout(), "", null, rows);
    }

    /** With a prefix of its slices in a layout, and a pattern for ff1 and ff2, null for full ones. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    CfcStep(
            final BatchKernels<A> batch,
            final CfcSpec spec,
            final ParameterLayout layout,
            final String prefix,
            final Synapses mask,
            final int rows) {
        this.kernels = batch.basic();
        this.spec = spec;
        shape = new CellShape(layout, spec.inputs(), spec.units(), spec.units());
        this.rows = rows;
        backbone = new SquashedLinear[spec.backboneLayers()];
        layerAt = new int[backbone.length];
        int width = spec.inputs() + spec.units();
        int widest = width;
        int size = 0;
        for (int i = 0; i < backbone.length; i++) {
            final String name = prefix + "backbone." + i;
            backbone[i] = new SquashedLinear<>(
                    batch,
                    BatchLinear.of(batch, layout, name, width, spec.backboneUnits(), rows),
                    spec.backboneActivation(),
                    rows);
            layerAt[i] = Math.multiplyExact(size, rows);
            size += backbone[i].tape();
            width = spec.backboneUnits();
            widest = Math.max(widest, width);
        }
        head = spec.mode() == Mode.PURE
                ? new PureCfcHead<>(batch, layout, prefix, width, spec.units(), mask, rows)
                : new GatedCfcHead<>(batch, layout, prefix, width, spec, mask, rows);
        headAt = Math.multiplyExact(size, rows);
        tape = size + head.tape();
        weights = kernels.allocate(shape.layout().size());
        joined = kernels.allocate(Math.multiplyExact(spec.inputs() + spec.units(), rows));
        dJoined = kernels.allocate(Math.multiplyExact(spec.inputs() + spec.units(), rows));
        d = kernels.allocate(Math.multiplyExact(widest, rows));
        dBefore = kernels.allocate(Math.multiplyExact(widest, rows));
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public int tape() {
        return tape;
    }

    @Override
    public long operations() {
        long sum = head.operations();
        for (final SquashedLinear<A> layer : backbone) {
            sum += layer.operations();
        }
        return sum;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
    }

    private void join(final StepFrame<A> frame) {
        final int inputBlock = spec.inputs() * rows;
        kernels.copy(frame.input, frame.inputAt, joined, 0, inputBlock);
        kernels.copy(frame.state, frame.stateAt, joined, inputBlock, spec.units() * rows);
    }

    private A features(final StepFrame<A> frame, final int layer) {
        return layer < 0 ? joined : frame.tape;
    }

    private int featuresAt(final StepFrame<A> frame, final int layer) {
        return layer < 0 ? 0 : frame.tapeAt + layerAt[layer] + backbone[layer].valuesAt();
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        join(frame);
        for (int i = 0; i < backbone.length; i++) {
            backbone[i].forward(
                    weights, features(frame, i - 1), featuresAt(frame, i - 1), frame.tape, frame.tapeAt + layerAt[i]);
        }
        final int last = backbone.length - 1;
        head.forward(weights, features(frame, last), featuresAt(frame, last), frame, frame.tapeAt + headAt);
        kernels.copy(frame.next, frame.nextAt, frame.output, frame.outputAt, spec.units() * rows);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        final int units = spec.units() * rows;
        final int inputBlock = spec.inputs() * rows;
        final int last = backbone.length - 1;
        join(frame);
        kernels.addScaled(1, frame.dOutput, frame.dOutputAt, frame.dState, frame.dStateAt, units);
        A to = last < 0 ? dJoined : d;
        kernels.fill(to, 0, (last < 0 ? spec.inputs() + spec.units() : spec.backboneUnits()) * rows, 0);
        head.backward(weights, features(frame, last), featuresAt(frame, last), frame, frame.tapeAt + headAt, to);
        for (int i = last; i >= 0; i--) {
            to = i == 0 ? dJoined : dBefore;
            kernels.fill(to, 0, (i == 0 ? spec.inputs() + spec.units() : spec.backboneUnits()) * rows, 0);
            backbone[i].backward(
                    weights,
                    features(frame, i - 1),
                    featuresAt(frame, i - 1),
                    frame.tape,
                    frame.tapeAt + layerAt[i],
                    d,
                    0,
                    to,
                    0,
                    frame.gradient,
                    frame.gradientAt);
            if (i > 0) {
                dBefore = d;
                d = to;
            }
        }
        kernels.addScaled(1, dJoined, 0, frame.dInput, frame.dInputAt, inputBlock);
        kernels.copy(dJoined, inputBlock, frame.dState, frame.dStateAt, units);
    }
}
