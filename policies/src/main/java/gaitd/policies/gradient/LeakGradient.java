package gaitd.policies.gradient;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Kernels;

/** Leak and capacity of conductance neurons: gleak, vleak and cm with the fused step, forwards and back. */
final class LeakGradient<A> {
    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final int neurons;
    private final boolean softplus;
    private final int rows;
    private final int leakAt;
    private final int restAt;
    private final int capacityAt;
    private final A num;
    private final A den;
    private final A capacity;
    private final A dCapacity;
    private final A sumNum;
    private final A sumDen;

    LeakGradient(
            final BatchKernels<A> batch,
            final ParameterLayout layout,
            final int neurons,
            final boolean softplus,
            final int rows) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.neurons = neurons;
        this.softplus = softplus;
        this.rows = rows;
        leakAt = layout.slice("gleak").offset();
        restAt = layout.slice("vleak").offset();
        capacityAt = layout.slice("cm").offset();
        num = kernels.allocate(neurons);
        den = kernels.allocate(neurons);
        capacity = kernels.allocate(neurons);
        dCapacity = kernels.allocate(neurons);
        sumNum = kernels.allocate(neurons);
        sumDen = kernels.allocate(neurons);
    }

    void load(final A weights, final double epsilon) {
        for (int i = 0; i < neurons; i++) {
            final double leak = Positive.of(kernels.get(weights, leakAt + i), softplus);
            kernels.set(num, i, leak * kernels.get(weights, restAt + i));
            kernels.set(den, i, leak + epsilon);
            kernels.set(capacity, i, Positive.of(kernels.get(weights, capacityAt + i), softplus));
        }
    }

    /** Numerator and denominator without synapses. */
    void base(final A baseNum, final A baseDen) {
        for (int i = 0; i < neurons; i++) {
            kernels.fill(baseNum, i * rows, rows, kernels.get(num, i));
            kernels.fill(baseDen, i * rows, rows, kernels.get(den, i));
        }
    }

    /** v' = (cm v + h num) / (cm + h den), with v and den on the tape. */
    void charge(
            final A h,
            final A numerator,
            final A tape,
            final int denAt,
            final int vAt,
            final A next,
            final int nextAt) {
        batch.charge(capacity, neurons, h, numerator, tape, denAt, vAt, next, nextAt, rows);
    }

    /** Back through charge: from d = dv' to d = dv without the part through the synapses. */
    void chargeBack(
            final A h,
            final A tape,
            final int denAt,
            final int vAt,
            final A next,
            final int nextAt,
            final A d,
            final A dNum,
            final A dDen) {
        batch.chargeBack(capacity, dCapacity, neurons, h, tape, denAt, vAt, next, nextAt, d, dNum, dDen, rows);
    }

    /** Sums from zero. */
    void clear() {
        kernels.fill(dCapacity, 0, neurons, 0);
        kernels.fill(sumNum, 0, neurons, 0);
        kernels.fill(sumDen, 0, neurons, 0);
    }

    /** Gradients of the raw parameters, from those of numerators and denominators summed over unfolds. */
    void addTo(final A weights, final A dNum, final A dDen, final A gradient, final int gradientAt) {
        batch.addRowSums(dNum, 0, neurons, rows, sumNum, 0);
        batch.addRowSums(dDen, 0, neurons, rows, sumDen, 0);
        for (int i = 0; i < neurons; i++) {
            final double raw = kernels.get(weights, leakAt + i);
            final double forLeak = kernels.get(sumDen, i) + kernels.get(weights, restAt + i) * kernels.get(sumNum, i);
            final double rawCapacity = kernels.get(weights, capacityAt + i);
            add(gradient, gradientAt + leakAt + i, forLeak * Positive.slope(raw, softplus));
            add(gradient, gradientAt + restAt + i, kernels.get(sumNum, i) * Positive.of(raw, softplus));
            add(
                    gradient,
                    gradientAt + capacityAt + i,
                    kernels.get(dCapacity, i) * Positive.slope(rawCapacity, softplus));
        }
    }

    private void add(final A gradient, final int index, final double value) {
        kernels.set(gradient, index, kernels.get(gradient, index) + value);
    }
}
