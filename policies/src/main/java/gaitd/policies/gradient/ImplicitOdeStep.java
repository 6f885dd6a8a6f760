package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.kernel.Kernels;

/**
 * The semi-implicit scheme, forwards and back: x' = (x + h f limit) / (1 + h (leak + m f)).
 *
 * <p>With q = dx' / (1 + h (leak + m f)): df = h q (limit - m x'), d limit = h q f, d leak = -h q x', dx = q + du W transposed. The tape
 * holds x and f of every solver step.
 */
final class ImplicitOdeStep<A> implements StepGradient<A> {
    private final OdeGradient<A> ode;
    private final Kernels<A> kernels;
    private final int subSteps;
    private final int block;
    private final A d;
    private final A du;

    ImplicitOdeStep(final OdeGradient<A> ode) {
        this.ode = ode;
        this.kernels = ode.kernels;
        this.subSteps = ode.spec.subSteps();
        this.block = ode.block;
        this.d = kernels.allocate(block);
        this.du = kernels.allocate(Math.multiplyExact(subSteps, block));
    }

    @Override
    public CellShape shape() {
        return ode.shape;
    }

    @Override
    public int tape() {
        return Math.multiplyExact(2 * subSteps, ode.neurons);
    }

    @Override
    public long operations() {
        return ode.operations(subSteps);
    }

    @Override
    public void load(final A parameters, final int at) {
        ode.load(parameters, at);
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        final A tape = frame.tape;
        ode.begin(frame, subSteps, tape, frame.tapeAt);
        for (int step = 0; step < subSteps; step++) {
            final int xAt = frame.tapeAt + 2 * step * block;
            final int fAt = xAt + block;
            final boolean last = step == subSteps - 1;
            ode.gates(tape, xAt, tape, fAt);
            ode.batch.implicitStep(
                    ode.constants,
                    ode.h,
                    tape,
                    fAt,
                    tape,
                    xAt,
                    last ? frame.next : tape,
                    last ? frame.nextAt : fAt + block,
                    ode.rows);
        }
        ode.read(frame);
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        final A tape = frame.tape;
        ode.steps(frame, subSteps);
        ode.beginBack(frame, d);
        for (int step = subSteps - 1; step >= 0; step--) {
            final int fAt = frame.tapeAt + (2 * step + 1) * block;
            final boolean last = step == subSteps - 1;
            ode.batch.implicitBack(
                    ode.constants,
                    ode.h,
                    tape,
                    fAt,
                    last ? frame.next : tape,
                    last ? frame.nextAt : fAt + block,
                    d,
                    du,
                    step * block,
                    ode.rows);
            kernels.addScaled(1, du, step * block, ode.dDrive, 0, block);
            ode.inner.backInput(ode.weights, du, step * block, d, 0);
        }
        ode.inner.backWeights(subSteps, tape, frame.tapeAt, 2 * block, du, 0, block, frame.gradient, frame.gradientAt);
        ode.endBack(frame, d);
    }
}
