package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.kernel.Kernels;

/**
 * The continuous adjoint of an ODE cell: d lambda / dt = -J transposed lambda backwards in time, with the parameters'
 * integrals beside it.
 *
 * <p>The state is integrated forwards in half steps of the classical Runge-Kutta method, from the state the step began
 * with, in the forward pass and again in the backward pass, since integrating the state backwards would magnify
 * rounding where the flow contracts. The adjoint then takes whole steps, whose stages fall on these states. Nothing is
 * stored on the tape. Source: Pontryagin et al. 1962; Chen et al., Neural Ordinary Differential Equations, NeurIPS
 * 2018.
 */
final class AdjointOdeStep<A> implements StepGradient<A> {
    private static final double[] SHARE = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};
    private static final double[] REACH = {0, 0.5, 0.5, 1};
    /** Half steps back from the end of a step at each stage. */
    private static final int[] BACK = {0, 1, 1, 2};

    private final OdeGradient<A> ode;
    private final Kernels<A> kernels;
    private final int subSteps;
    private final int block;
    private final A path;
    private final A gate;
    private final A rate;
    private final A stage;
    private final A d;
    private final A slope;
    private final A next;
    private final A du;

    AdjointOdeStep(final OdeGradient<A> ode, final int subSteps) {
        this.ode = ode;
        this.kernels = ode.kernels;
        this.subSteps = subSteps;
        this.block = ode.block;
        path = kernels.allocate(Math.multiplyExact(2 * subSteps + 1, block));
        gate = kernels.allocate(block);
        rate = kernels.allocate(block);
        stage = kernels.allocate(block);
        d = kernels.allocate(block);
        slope = kernels.allocate(block);
        next = kernels.allocate(block);
        du = kernels.allocate(block);
    }

    @Override
    public CellShape shape() {
        return ode.shape;
    }

    @Override
    public int tape() {
        return 0;
    }

    @Override
    public long operations() {
        final long passes = 2L * 2 * subSteps + 3L * subSteps;
        return ode.operations(0) + SHARE.length * passes * ode.inner.operations();
    }

    @Override
    public void load(final A parameters, final int at) {
        ode.load(parameters, at);
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        flow(frame);
        kernels.copy(path, 2 * subSteps * block, frame.next, frame.nextAt, block);
        ode.read(frame);
    }

    /** Fills the path with the states at all half steps. */
    private void flow(final StepFrame<A> frame) {
        ode.begin(frame, 2 * subSteps, path, 0);
        for (int half = 0; half < 2 * subSteps; half++) {
            final int from = half * block;
            final int to = from + block;
            kernels.copy(path, from, path, to, block);
            for (int k = 0; k < SHARE.length; k++) {
                kernels.copy(path, from, stage, 0, block);
                if (k > 0) {
                    ode.batch.addTimed(REACH[k], ode.h, 0, rate, 0, stage, 0, ode.neurons, ode.rows);
                }
                ode.gates(stage, 0, gate, 0);
                ode.batch.rate(ode.constants, gate, 0, stage, 0, rate, ode.rows);
                ode.batch.addTimed(SHARE[k], ode.h, 0, rate, 0, path, to, ode.neurons, ode.rows);
            }
        }
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        flow(frame);
        ode.steps(frame, subSteps);
        ode.beginBack(frame, d);
        for (int step = subSteps - 1; step >= 0; step--) {
            kernels.copy(d, 0, next, 0, block);
            for (int k = 0; k < SHARE.length; k++) {
                stage(frame, (2 * (step + 1) - BACK[k]) * block, k);
            }
            kernels.copy(next, 0, d, 0, block);
        }
        ode.endBack(frame, d);
    }

    /**
     * One stage. The right-hand side is linear in lambda, so it is taken at share h lambda: the sums of the parameters then get their
     * share of the integral at once, and slope becomes share h J transposed lambda.
     */
    private void stage(final StepFrame<A> frame, final int xAt, final int k) {
        kernels.copy(d, 0, stage, 0, block);
        if (k > 0) {
            kernels.addScaled(REACH[k] / SHARE[k - 1], slope, 0, stage, 0, block);
        }
        kernels.fill(rate, 0, block, 0);
        ode.batch.addTimed(SHARE[k], ode.h, 0, stage, 0, rate, 0, ode.neurons, ode.rows);
        ode.gates(path, xAt, gate, 0);
        ode.batch.rateBack(ode.constants, gate, 0, path, xAt, rate, slope, du, 0, ode.rows);
        kernels.addScaled(1, du, 0, ode.dDrive, 0, block);
        ode.inner.backInput(ode.weights, du, 0, slope, 0);
        ode.inner.backWeights(1, path, xAt, 0, du, 0, 0, frame.gradient, frame.gradientAt);
        kernels.addScaled(1, slope, 0, next, 0, block);
    }
}
