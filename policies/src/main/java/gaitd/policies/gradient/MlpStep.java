package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.MlpSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/** A feed-forward network, forwards and back; the last layer has no activation. */
final class MlpStep<A> implements StepGradient<A> {
    private final Kernels<A> kernels;
    private final CellShape shape;
    private final SquashedLinear<A>[] layers;
    private final int[] layerAt;
    private final int rows;
    private final int tape;
    private final A weights;
    private A d;
    private A dBefore;

    @SuppressWarnings({"unchecked", "rawtypes"})
    MlpStep(final BatchKernels<A> batch, final MlpSpec spec, final int rows) {
        this.kernels = batch.basic();
        shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.rows = rows;
        layers = new SquashedLinear[layout.count() / 2];
        layerAt = new int[layers.length];

        int widest = 1;
        int size = 0;
        for (int i = 0; i < layers.length; i++) {
            final ParameterLayout.Slice weight = layout.slice(2 * i);
            final boolean last = i == layers.length - 1;
            layers[i] = new SquashedLinear<>(
                    batch,
                    BatchLinear.of(batch, layout, Integer.toString(i), weight.rows(), weight.cols(), rows),
                    last ? Activation.IDENTITY : spec.activation(),
                    rows);
            layerAt[i] = Math.multiplyExact(size, rows);
            size += layers[i].tape();
            widest = Math.max(widest, weight.cols());
        }
        tape = size;
        weights = kernels.allocate(shape.layout().size());
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
        long sum = 0;
        for (final SquashedLinear<A> layer : layers) {
            sum += layer.operations();
        }
        return sum;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        A from = frame.input;
        int fromAt = frame.inputAt;
        for (int i = 0; i < layers.length; i++) {
            layers[i].forward(weights, from, fromAt, frame.tape, frame.tapeAt + layerAt[i]);
            from = frame.tape;
            fromAt = frame.tapeAt + layerAt[i] + layers[i].valuesAt();
        }
        kernels.copy(from, fromAt, frame.output, frame.outputAt, outputs() * rows);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        kernels.copy(frame.dOutput, frame.dOutputAt, d, 0, outputs() * rows);
        for (int i = layers.length - 1; i >= 0; i--) {
            final boolean first = i == 0;
            if (!first) {
                kernels.fill(dBefore, 0, layers[i - 1].size() * rows, 0);
            }
            layers[i].backward(
                    weights,
                    first ? frame.input : frame.tape,
                    first ? frame.inputAt : frame.tapeAt + layerAt[i - 1] + layers[i - 1].valuesAt(),
                    frame.tape,
                    frame.tapeAt + layerAt[i],
                    d,
                    0,
                    first ? frame.dInput : dBefore,
                    first ? frame.dInputAt : 0,
                    frame.gradient,
                    frame.gradientAt);
            final A spare = d;
            d = dBefore;
            dBefore = spare;
        }
    }
}
