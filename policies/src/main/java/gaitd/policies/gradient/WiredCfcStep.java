package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.WiredCfcSpec;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Synapses;

/** Closed-form layers in a row, forwards and back: the gradient of a layer's input joins that of the new state before it. */
final class WiredCfcStep<A> implements StepGradient<A> {
    private final Kernels<A> kernels;
    private final CellShape shape;
    private final int rows;
    private final CfcStep<A>[] layers;
    private final int states;
    private final int tape;
    private final A none;
    private final A spare;
    private final StepFrame<A> part = new StepFrame<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    WiredCfcStep(final BatchKernels<A> batch, final WiredCfcSpec spec, final int rows) {
        this.kernels = batch.basic();
        shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.rows = rows;
        layers = new CfcStep[spec.layers()];
        int total = 0;
        int kept = 0;
        int widest = 1;
        for (int i = 0; i < layers.length; i++) {
            final Synapses pattern = spec.pattern(i);
            final int units = pattern.targets();
            final CfcSpec layer = new CfcSpec(pattern.sources() - units, units, spec.mode(), 0, 0, Activation.IDENTITY);
            layers[i] = new CfcStep<>(batch, layer, layout, "layer_" + i + ".", pattern, rows);
            total += units;
            kept += layers[i].tape();
            widest = Math.max(widest, units);
        }
        states = total;
        tape = kept;
        none = kernels.allocate(Math.multiplyExact(widest, rows));
        spare = kernels.allocate(Math.multiplyExact(widest, rows));
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
        long sum = 0;
        for (final CfcStep<A> layer : layers) {
            sum += layer.operations();
        }
        return sum;
    }

    @Override
    public void load(final A parameters, final int at) {
        for (final CfcStep<A> layer : layers) {
            layer.load(parameters, at);
        }
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        part.set(frame);
        for (int i = 0; i < layers.length; i++) {
            final int block = layers[i].states() * rows;
            final boolean last = i == layers.length - 1;
            part.output = last ? frame.output : spare;
            part.outputAt = last ? frame.outputAt : 0;
            layers[i].forward(part);
            part.input = frame.next;
            part.inputAt = part.nextAt;
            part.stateAt += block;
            part.nextAt += block;
            part.tapeAt += layers[i].tape() * rows;
        }
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        part.set(frame);
        part.stateAt += states * rows;
        part.nextAt += states * rows;
        part.dStateAt += states * rows;
        part.tapeAt += tape * rows;
        for (int i = layers.length - 1; i >= 0; i--) {
            final int block = layers[i].states() * rows;
            part.stateAt -= block;
            part.nextAt -= block;
            part.dStateAt -= block;
            part.tapeAt -= layers[i].tape() * rows;
            final int before = i == 0 ? 0 : layers[i - 1].states() * rows;
            part.input = i == 0 ? frame.input : frame.next;
            part.inputAt = i == 0 ? frame.inputAt : part.nextAt - before;
            part.dInput = i == 0 ? frame.dInput : frame.dState;
            part.dInputAt = i == 0 ? frame.dInputAt : part.dStateAt - before;
            layers[i].backward(part);
            part.dOutput = none;
            part.dOutputAt = 0;
        }
    }
}
