package gaitd.policies.gradient;

import gaitd.policies.cell.CellShape;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.solver.Scheme;

/**
 * Explicit Euler and the classical Runge-Kutta method, forwards and back.
 *
 * <p>A solver step: s_k = x + reach_k h r(s_(k-1)) for each stage, x' = x + h sum share_k r(s_k). Back, stages in falling order:
 * dr_k = h (share_k dx' + reach_(k+1) ds_(k+1)), ds_k through the right-hand side, dx = dx' + sum ds_k. The tape holds s
 * and f of every stage.
 */
final class ExplicitOdeStep<A> implements StepGradient<A> {
    private static final double[] EULER_REACH = {0};
    private static final double[] EULER_SHARE = {1};
    private static final double[] RK4_REACH = {0, 0.5, 0.5, 1};
    private static final double[] RK4_SHARE = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};

    private final OdeGradient<A> ode;
    private final Kernels<A> kernels;
    private final double[] reach;
    private final double[] share;
    private final int stages;
    private final int subSteps;
    private final int block;
    private final A rate;
    private final A d;
    private final A dNext;
    private final A dStage;
    private final A du;

    ExplicitOdeStep(final OdeGradient<A> ode) {
        final boolean euler = ode.spec.scheme() == Scheme.EXPLICIT_EULER;
        this.ode = ode;
        this.kernels = ode.kernels;
        this.reach = euler ? EULER_REACH : RK4_REACH;
        this.share = euler ? EULER_SHARE : RK4_SHARE;
        this.stages = share.length;
        this.subSteps = ode.spec.subSteps();
        this.block = ode.block;
        this.rate = kernels.allocate(block);
        this.d = kernels.allocate(block);
        this.dNext = kernels.allocate(block);
        this.dStage = kernels.allocate(block);
        this.du = kernels.allocate(Math.multiplyExact(stages * subSteps, block));
    }

    @Override
    public CellShape shape() {
        return ode.shape;
    }

    @Override
    public int tape() {
        return Math.multiplyExact(2 * stages * subSteps, ode.neurons);
    }

    @Override
    public long operations() {
        return ode.operations(stages * subSteps);
    }

    @Override
    public void load(final A parameters, final int at) {
        ode.load(parameters, at);
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        ode.begin(frame, subSteps, frame.tape, frame.tapeAt);
        for (int step = 0; step < subSteps; step++) {
            final int xAt = frame.tapeAt + 2 * stages * step * block;
            final boolean last = step == subSteps - 1;
            forward(frame.tape, xAt, last ? frame.next : frame.tape, last ? frame.nextAt : xAt + 2 * stages * block);
        }
        ode.read(frame);
    }

    private void forward(final A tape, final int xAt, final A next, final int nextAt) {
        kernels.copy(tape, xAt, next, nextAt, block);
        for (int stage = 0; stage < stages; stage++) {
            final int sAt = xAt + 2 * stage * block;
            if (stage > 0) {
                kernels.copy(tape, xAt, tape, sAt, block);
                ode.batch.addTimed(reach[stage], ode.h, 0, rate, 0, tape, sAt, ode.neurons, ode.rows);
            }
            ode.gates(tape, sAt, tape, sAt + block);
            ode.batch.rate(ode.constants, tape, sAt + block, tape, sAt, rate, ode.rows);
            ode.batch.addTimed(share[stage], ode.h, 0, rate, 0, next, nextAt, ode.neurons, ode.rows);
        }
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        ode.steps(frame, subSteps);
        ode.beginBack(frame, d);
        for (int step = subSteps - 1; step >= 0; step--) {
            backward(frame.tape, frame.tapeAt + 2 * stages * step * block, step * stages * block);
        }
        ode.inner.backWeights(
                stages * subSteps, frame.tape, frame.tapeAt, 2 * block, du, 0, block, frame.gradient, frame.gradientAt);
        ode.endBack(frame, d);
    }

    private void backward(final A tape, final int xAt, final int duAt) {
        kernels.copy(d, 0, dNext, 0, block);
        for (int stage = stages - 1; stage >= 0; stage--) {
            final int sAt = xAt + 2 * stage * block;
            final int stageDuAt = duAt + stage * block;
            kernels.fill(rate, 0, block, 0);
            ode.batch.addTimed(share[stage], ode.h, 0, dNext, 0, rate, 0, ode.neurons, ode.rows);
            if (stage < stages - 1) {
                ode.batch.addTimed(reach[stage + 1], ode.h, 0, dStage, 0, rate, 0, ode.neurons, ode.rows);
            }
            ode.batch.rateBack(ode.constants, tape, sAt + block, tape, sAt, rate, dStage, du, stageDuAt, ode.rows);
            kernels.addScaled(1, du, stageDuAt, ode.dDrive, 0, block);
            ode.inner.backInput(ode.weights, du, stageDuAt, dStage, 0);
            kernels.addScaled(1, dStage, 0, d, 0, block);
        }
    }
}
