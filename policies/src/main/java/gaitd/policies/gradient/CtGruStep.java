package gaitd.policies.gradient;

import gaitd.maths.Power;
import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.CtGruCell;
import gaitd.policies.cell.CtGruSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/**
 * The continuous-time gated unit, forwards and back: D_m = H_m exp(-elapsed / tau_m), p = [x, sum D_m], r and s from p by {@link
 * ScaleShares}, q = tanh([x, sum r_m D_m] detect), H'_m = D_m + s_m (q - D_m).
 *
 * <p>The tape holds D, r, s, the recalled sum and q.
 */
final class CtGruStep<A> implements StepGradient<A> {
    private static final int SHARES = 2;

    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final CellShape shape;
    private final int inputs;
    private final int units;
    private final int scales;
    private final int rows;
    private final int block;
    private final int inputBlock;
    private final double[] tau;
    private final BatchLinear<A> detect;
    private final ScaleShares<A> retrieval;
    private final ScaleShares<A> storage;
    private final A weights;
    private final A joined;
    private final A dJoined;
    private final A dTraces;
    private final A dShares;
    private final A part;
    private final A kept;

    CtGruStep(final BatchKernels<A> batch, final CtGruSpec spec, final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        shape = spec.cell(kernels).shape();
        final ParameterLayout layout = shape.layout();
        this.inputs = spec.inputs();
        this.units = spec.units();
        this.scales = spec.scales();
        this.rows = rows;
        this.block = Math.multiplyExact(units, rows);
        this.inputBlock = Math.multiplyExact(inputs, rows);
        tau = new double[scales];
        for (int m = 0; m < scales; m++) {
            tau[m] = spec.shortest() * Power.of(CtGruCell.SCALE_RATIO, m);
        }
        detect = BatchLinear.of(batch, layout, "detect", inputs + units, units, rows);
        retrieval = new ScaleShares<>(
                kernels, BatchLinear.of(batch, layout, "tau_r", inputs + units, units, rows), tau, block);
        storage = new ScaleShares<>(
                kernels, BatchLinear.of(batch, layout, "tau_s", inputs + units, units, rows), tau, block);
        weights = kernels.allocate(shape.layout().size());
        joined = kernels.allocate(inputBlock + block);
        dJoined = kernels.allocate(inputBlock + block);
        dTraces = kernels.allocate(Math.multiplyExact(scales, block));
        dShares = kernels.allocate(scales * block);
        part = kernels.allocate(block);
        kept = kernels.allocate(rows);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public int tape() {
        return ((1 + SHARES) * scales + 2) * units;
    }

    @Override
    public long operations() {
        return 3 * 3 * detect.operations();
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
    }

    @Override
    public void forward(final StepFrame<A> frame) {
        final A tape = frame.tape;
        final int tracesAt = frame.tapeAt;
        final int recallAt = tracesAt + scales * block;
        final int storeAt = recallAt + scales * block;
        final int recalledAt = storeAt + scales * block;
        final int eventAt = recalledAt + block;
        kernels.fill(tape, tracesAt, scales * block, 0);
        for (int m = 0; m < scales; m++) {
            decay(frame, m);
            final int at = m * block;
            batch.addTimed(1, kept, 0, frame.state, frame.stateAt + at, tape, tracesAt + at, units, rows);
        }
        kernels.copy(frame.input, frame.inputAt, joined, 0, inputBlock);
        sum(tape, tracesAt, joined, inputBlock);
        retrieval.forward(weights, joined, tape, recallAt);
        storage.forward(weights, joined, tape, storeAt);
        kernels.fill(tape, recalledAt, block, 0);
        for (int m = 0; m < scales; m++) {
            kernels.addProduct(tape, recallAt + m * block, tape, tracesAt + m * block, tape, recalledAt, block);
        }
        kernels.copy(tape, recalledAt, joined, inputBlock, block);
        detect.apply(weights, joined, 0, tape, eventAt);
        kernels.activate(Activation.TANH, tape, eventAt, block);
        for (int m = 0; m < scales; m++) {
            final int at = m * block;
            kernels.blend(tape, storeAt + at, tape, tracesAt + at, tape, eventAt, frame.next, frame.nextAt + at, block);
        }
        sum(frame.next, frame.nextAt, frame.output, frame.outputAt);
    }

    /** Fills kept with exp(-elapsed / tau). */
    private void decay(final StepFrame<A> frame, final int m) {
        for (int r = 0; r < rows; r++) {
            kernels.set(kept, r, 1 + StrictMath.expm1(-kernels.get(frame.elapsed, frame.elapsedAt + r) / tau[m]));
        }
    }

    private void sum(final A traces, final int tracesAt, final A y, final int yAt) {
        kernels.fill(y, yAt, block, 0);
        for (int m = 0; m < scales; m++) {
            kernels.addScaled(1, traces, tracesAt + m * block, y, yAt, block);
        }
    }

    @Override
    public void backward(final StepFrame<A> frame) {
        final A tape = frame.tape;
        final int tracesAt = frame.tapeAt;
        final int recallAt = tracesAt + scales * block;
        final int storeAt = recallAt + scales * block;
        final int recalledAt = storeAt + scales * block;
        final int eventAt = recalledAt + block;
        kernels.fill(part, 0, block, 0);
        for (int m = 0; m < scales; m++) {
            final int at = m * block;
            final int dAt = frame.dStateAt + at;
            kernels.addScaled(1, frame.dOutput, frame.dOutputAt, frame.dState, dAt, block);
            // s: d (q - D), q: d s, D: d (1 - s)
            kernels.copy(tape, eventAt, dShares, at, block);
            kernels.addScaled(-1, tape, tracesAt + at, dShares, at, block);
            kernels.product(dShares, at, frame.dState, dAt, dShares, at, block);
            kernels.copy(frame.dState, dAt, dTraces, at, block);
            kernels.product(frame.dState, dAt, tape, storeAt + at, frame.dState, dAt, block);
            kernels.addScaled(-1, frame.dState, dAt, dTraces, at, block);
            kernels.addScaled(1, frame.dState, dAt, part, 0, block);
        }
        // detection
        kernels.copy(frame.input, frame.inputAt, joined, 0, inputBlock);
        kernels.copy(tape, recalledAt, joined, inputBlock, block);
        batch.slope(Activation.TANH, tape, eventAt, tape, eventAt, part, 0, block);
        kernels.fill(dJoined, 0, inputBlock + block, 0);
        detect.backInput(weights, part, 0, dJoined, 0);
        detect.backWeights(joined, 0, part, 0, frame.gradient, frame.gradientAt);
        kernels.addScaled(1, dJoined, 0, frame.dInput, frame.dInputAt, inputBlock);
        kernels.copy(dJoined, inputBlock, part, 0, block);
        // both shares see the sum of the decayed traces
        sum(tape, tracesAt, joined, inputBlock);
        kernels.fill(dJoined, 0, inputBlock + block, 0);
        storage.backward(weights, joined, tape, storeAt, dShares, dJoined, frame);
        for (int m = 0; m < scales; m++) {
            final int at = m * block;
            kernels.product(part, 0, tape, tracesAt + at, dShares, at, block);
            kernels.addProduct(part, 0, tape, recallAt + at, dTraces, at, block);
        }
        retrieval.backward(weights, joined, tape, recallAt, dShares, dJoined, frame);
        kernels.addScaled(1, dJoined, 0, frame.dInput, frame.dInputAt, inputBlock);
        kernels.fill(frame.dState, frame.dStateAt, scales * block, 0);
        for (int m = 0; m < scales; m++) {
            final int at = m * block;
            kernels.addScaled(1, dJoined, inputBlock, dTraces, at, block);
            decay(frame, m);
            batch.addTimed(1, kept, 0, dTraces, at, frame.dState, frame.dStateAt + at, units, rows);
        }
    }
}
