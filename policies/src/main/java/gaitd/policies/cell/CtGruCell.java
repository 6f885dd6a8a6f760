package gaitd.policies.cell;

import gaitd.maths.Power;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/**
 * Continuous-time gated recurrent unit of Mozer, Kazakov and Lindsey, arXiv 1710.04110: every unit is held at several time scales
 * tau_m, a factor of the root of 10 apart.
 *
 * <p>A step: traces decay, H_m exp(-elapsed / tau_m); h = sum_m H_m; r = softmax_m(-(ln tau_m - [x, h] tau_r)^2);
 * q = tanh([x, sum_m r_m H_m] detect); s = softmax_m(-(ln tau_m - [x, h] tau_s)^2); H_m = (1 - s_m) H_m + s_m q; output
 * sum_m H_m. Public versions disagree on two things. The retrieval and storage scales are one a unit here, as in the paper's
 * equations; a version in TensorFlow learns one a unit and scale, from which the distance to a fixed scale means little. The paper
 * decays behind the update by the time to the next event, which a robot does not know yet; here the same decay comes first, by the
 * time since the last event, so that traces agree at events and only the output is taken at the other end of the pause.
 *
 * <p>State: traces, scale by scale, each with all units.
 *
 * @param <A> double[] or float[]
 */
public final class CtGruCell<A> implements Cell<A> {
    /** Ratio of neighbouring time scales. */
    public static final double SCALE_RATIO = Math.sqrt(10);

    private final Kernels<A> kernels;
    private final int inputs;
    private final int units;
    private final double[] tau;
    private final double[] logTau;
    private final double[] share;
    private final CellShape shape;
    private final Linear<A> retrieval;
    private final Linear<A> detect;
    private final Linear<A> storage;
    private final A weights;
    private final A joined;
    private final A wanted;
    private final A shares;
    private final A total;
    private final A recalled;
    private final A event;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param inputs 1 or more
     * @param units 1 or more
     * @param scales number of time scales, 1 or more; 8 in the paper
     * @param shortest the first time scale, above 0
     * @throws IllegalArgumentException when a number is out of range
     */
    public CtGruCell(
            final Kernels<A> kernels, final int inputs, final int units, final int scales, final double shortest) {
        if (scales < 1 || !(shortest > 0)) {
            throw new IllegalArgumentException(
                    scales + " time scales from " + shortest + ": must be at least 1, and above 0");
        }
        this.kernels = kernels;
        this.inputs = inputs;
        this.units = units;
        tau = new double[scales];
        logTau = new double[scales];
        share = new double[scales];
        for (int m = 0; m < scales; m++) {
            tau[m] = shortest * Power.of(SCALE_RATIO, m);
            logTau[m] = StrictMath.log(tau[m]);
        }
        final ParameterLayout.Builder names = new ParameterLayout.Builder();
        retrieval = Linear.of(kernels, names, "tau_r", inputs + units, units);
        detect = Linear.of(kernels, names, "detect", inputs + units, units);
        storage = Linear.of(kernels, names, "tau_s", inputs + units, units);
        shape = new CellShape(names.build(), inputs, units, tau.length * units);
        weights = kernels.allocate(shape.layout().size());
        joined = kernels.allocate(inputs + units);
        wanted = kernels.allocate(units);
        shares = kernels.allocate(scales * units);
        total = kernels.allocate(units);
        recalled = kernels.allocate(units);
        event = kernels.allocate(units);
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        retrieval.load(weights);
        detect.load(weights);
        storage.load(weights);
    }

    @Override
    public void step(
            final A state,
            final int stateAt,
            final A input,
            final int inputAt,
            final double elapsed,
            final A output,
            final int outputAt) {
        for (int m = 0; m < tau.length; m++) {
            final double lost = -StrictMath.expm1(-elapsed / tau[m]);
            final int at = stateAt + m * units;
            kernels.addScaled(-lost, state, at, state, at, units);
        }
        sum(state, stateAt, total, 0);
        kernels.copy(input, inputAt, joined, 0, inputs);
        kernels.copy(total, 0, joined, inputs, units);
        shares(retrieval);
        kernels.fill(recalled, 0, units, 0);
        for (int m = 0; m < tau.length; m++) {
            kernels.addProduct(shares, m * units, state, stateAt + m * units, recalled, 0, units);
        }
        shares(storage);
        kernels.copy(recalled, 0, joined, inputs, units);
        detect.apply(weights, joined, 0, event, 0);
        kernels.activate(Activation.TANH, event, 0, units);
        for (int m = 0; m < tau.length; m++) {
            final int at = stateAt + m * units;
            kernels.blend(shares, m * units, state, at, event, 0, state, at, units);
        }
        sum(state, stateAt, output, outputAt);
    }

    private void sum(final A traces, final int tracesAt, final A y, final int yAt) {
        kernels.fill(y, yAt, units, 0);
        for (int m = 0; m < tau.length; m++) {
            kernels.addScaled(1, traces, tracesAt + m * units, y, yAt, units);
        }
    }

    /** Softmax over scales of the negative squared distance to the wanted logarithm of a time scale. */
    private void shares(final Linear<A> layer) {
        layer.apply(weights, joined, 0, wanted, 0);
        for (int i = 0; i < units; i++) {
            final double aim = kernels.get(wanted, i);
            double nearest = Double.POSITIVE_INFINITY;
            for (final double scale : logTau) {
                nearest = Math.min(nearest, (scale - aim) * (scale - aim));
            }
            double sum = 0;
            for (int m = 0; m < tau.length; m++) {
                final double distance = (logTau[m] - aim) * (logTau[m] - aim);
                share[m] = StrictMath.exp(nearest - distance);
                sum += share[m];
            }
            for (int m = 0; m < tau.length; m++) {
                kernels.set(shares, m * units + i, share[m] / sum);
            }
        }
    }
}
