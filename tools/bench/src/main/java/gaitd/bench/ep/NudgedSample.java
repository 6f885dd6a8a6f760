package gaitd.bench.ep;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** One sample at its equilibrium, and what nudges do to it. */
final class NudgedSample {
    private static final double STEP = 1;

    private final DenseCell cell;
    private final double[] drive;
    private final double[] free;
    private final double[] gates;

    NudgedSample(final DenseCell cell, final double[] drive) {
        this.cell = cell;
        this.drive = drive;
        free = cell.settle(drive);
        gates = cell.gates(drive, free);
    }

    double[] free() {
        return free;
    }

    /** Adds the sample's gradient; force computes the loss's gradient by the outputs. */
    void learn(
            final Nudge nudge,
            final UnaryOperator<double[]> force,
            final RandomGenerator random,
            final double[] gradient,
            final double[] all,
            final int sample) {
        final int n = cell.neurons;
        final double[] dOutput = force.apply(cell.read(free));
        final double[] onState = cell.force(dOutput);
        final double beta = nudge.beta();
        final double[] plus = relax(nudge, beta, force, random);
        final boolean oneSign = nudge.rule() == Nudge.Rule.ONE_SIGN;
        final double[] minus = oneSign ? free : relax(nudge, -beta, force, random);
        final double[] delta = new double[n];
        final double[] lambda = new double[n];
        for (int i = 0; i < n; i++) {
            delta[i] = (plus[i] - minus[i]) / (oneSign ? beta : 2 * beta);
        }
        for (int i = 0; i < n; i++) {
            double pushed = onState[i];
            for (int j = 0; j < n; j++) {
                pushed += cell.feedback[j * n + i] * delta[j];
            }
            lambda[i] = pushed / cell.decay(i, gates[i]);
        }
        cell.learn(gradient, all, sample, free, gates, delta, lambda, dOutput);
    }

    private double[] relax(
            final Nudge nudge, final double beta, final UnaryOperator<double[]> force, final RandomGenerator random) {
        final double[] x = free.clone();
        final double[] push = new double[x.length];
        for (int step = 0; step < nudge.steps(); step++) {
            final double[] onState = cell.force(force.apply(cell.read(x)));
            for (int i = 0; i < x.length; i++) {
                final double factor = nudge.rule() == Nudge.Rule.PLAIN ? 1 : cell.rise(i, gates[i], free[i]);
                push[i] = beta * factor * onState[i];
            }
            cell.step(STEP, drive, push, x);
            for (int i = 0; i < x.length; i++) {
                x[i] += nudge.noise() * random.nextGaussian();
            }
        }
        return x;
    }
}
