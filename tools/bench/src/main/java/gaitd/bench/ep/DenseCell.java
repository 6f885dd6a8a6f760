package gaitd.bench.ep;

import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.Synapses;

/** A cell written out: dx/dt = f (limit - m x) - leak x, f = gate(u), u = mu + input Win + x W, y = bout + x Wout, every matrix dense. */
final class DenseCell {
    private static final double SETTLED = 1e-13;
    private static final int MOST_STEPS = 20_000;

    final OdeSpec spec;
    final ParameterLayout layout;
    final int inputs;
    final int neurons;
    final int outputs;
    final double[] weights;
    final double[] feedback;
    final double[] readout;
    final double[] leak;
    final double[] limit;
    final double m;

    private final double[] parameters;

    DenseCell(final OdeSpec spec, final double[] parameters) {
        this.spec = spec;
        this.parameters = parameters;
        layout = spec.cell(DoubleKernels.INSTANCE).layout();
        inputs = spec.sensory().sources();
        neurons = spec.inner().targets();
        outputs = spec.outputs();
        weights = dense(spec.sensory(), "Win");
        feedback = dense(spec.inner(), "W");
        readout = dense(Synapses.full(neurons, outputs), "Wout");
        leak = new double[neurons];
        limit = new double[neurons];
        m = spec.kind() == OdeKind.LTC ? 1 : 0;
        for (int i = 0; i < neurons; i++) {
            leak[i] = 1 / at("tau", i);
            limit[i] = m == 0 ? 1 : at("A", i);
        }
    }

    private double at(final String name, final int i) {
        return parameters[layout.slice(name).offset() + i];
    }

    private double[] dense(final Synapses pattern, final String name) {
        final double[] matrix = new double[pattern.sources() * pattern.targets()];
        for (int k = 0; k < pattern.count(); k++) {
            matrix[pattern.source(k) * pattern.targets() + pattern.target(k)] = at(name, k);
        }
        return matrix;
    }

    /** mu + input Win. */
    double[] drive(final double[] all, final int sample) {
        final double[] drive = new double[neurons];
        for (int j = 0; j < neurons; j++) {
            drive[j] = at("mu", j);
            for (int i = 0; i < inputs; i++) {
                drive[j] += all[sample * inputs + i] * weights[i * neurons + j];
            }
        }
        return drive;
    }

    double[] gates(final double[] drive, final double[] x) {
        final double[] f = drive.clone();
        for (int i = 0; i < neurons; i++) {
            for (int j = 0; j < neurons; j++) {
                f[j] += x[i] * feedback[i * neurons + j];
            }
        }
        for (int j = 0; j < neurons; j++) {
            f[j] = spec.gate().of(f[j]);
        }
        return f;
    }

    double slope(final double f) {
        return spec.gate() == Activation.SIGMOID ? f * (1 - f) : 1 - f * f;
    }

    /** How fast dx/dt of a neuron rises with its potential. */
    double rise(final int i, final double f, final double x) {
        return slope(f) * (limit[i] - m * x);
    }

    /** Decay rate of a neuron's state. */
    double decay(final int i, final double f) {
        return leak[i] + m * f;
    }

    /** One semi-implicit step under a push; the largest movement. */
    double step(final double h, final double[] drive, final double[] push, final double[] x) {
        final double[] f = gates(drive, x);
        double most = 0;
        for (int i = 0; i < neurons; i++) {
            final double next = (x[i] + h * (f[i] * limit[i] + push[i])) / (1 + h * decay(i, f[i]));
            most = Math.max(most, Math.abs(next - x[i]));
            x[i] = next;
        }
        return most;
    }

    /** Where it settles, from rest. */
    double[] settle(final double[] drive) {
        final double[] x = new double[neurons];
        final double[] none = new double[neurons];
        for (int step = 0; step < MOST_STEPS; step++) {
            if (step(1, drive, none, x) < SETTLED) {
                return x;
            }
        }
        throw new IllegalArgumentException(
                "does not settle within " + MOST_STEPS + " steps: the feedback is too strong");
    }

    double[] read(final double[] x) {
        final double[] y = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            y[k] = at("bout", k);
            for (int i = 0; i < neurons; i++) {
                y[k] += x[i] * readout[i * outputs + k];
            }
        }
        return y;
    }

    /** The loss's gradient by the state. */
    double[] force(final double[] dOutput) {
        final double[] force = new double[neurons];
        for (int i = 0; i < neurons; i++) {
            for (int k = 0; k < outputs; k++) {
                force[i] += readout[i * outputs + k] * dOutput[k];
            }
        }
        return force;
    }

    /** A sample's gradient, every term from values local to its synapse or neuron. */
    void learn(
            final double[] gradient,
            final double[] all,
            final int sample,
            final double[] x,
            final double[] f,
            final double[] delta,
            final double[] lambda,
            final double[] dOutput) {
        final Synapses sensory = spec.sensory();
        for (int k = 0; k < sensory.count(); k++) {
            gradient[place("Win", k)] += all[sample * inputs + sensory.source(k)] * delta[sensory.target(k)];
        }
        final Synapses inner = spec.inner();
        for (int k = 0; k < inner.count(); k++) {
            gradient[place("W", k)] += x[inner.source(k)] * delta[inner.target(k)];
        }
        for (int i = 0; i < neurons; i++) {
            gradient[place("mu", i)] += delta[i];
            gradient[place("tau", i)] += lambda[i] * x[i] * leak[i] * leak[i];
            if (m != 0) {
                gradient[place("A", i)] += lambda[i] * f[i];
            }
            for (int k = 0; k < outputs; k++) {
                gradient[place("Wout", i * outputs + k)] += x[i] * dOutput[k];
            }
        }
        for (int k = 0; k < outputs; k++) {
            gradient[place("bout", k)] += dOutput[k];
        }
    }

    private int place(final String name, final int i) {
        return layout.slice(name).offset() + i;
    }
}
