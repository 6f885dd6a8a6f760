package gaitd.bench.ep;

import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.equilibrium.EquilibriumGradient;
import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.equilibrium.Initial;
import gaitd.policies.equilibrium.Mask;
import gaitd.policies.equilibrium.Symmetry;
import gaitd.policies.gradient.BatchGradient;
import gaitd.policies.gradient.BatchKernels;
import gaitd.policies.gradient.PlainBatch;
import gaitd.policies.gradient.SequenceData;
import gaitd.policies.gradient.SequenceGradient;
import gaitd.policies.kernel.DoubleKernels;
import gaitd.policies.kernel.Synapses;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A cell with symmetric feedback, a batch of still inputs and the loss's gradient by the outputs, all of standard deviation 1; and the
 * gradient found in several ways. Slow and clear; allocates.
 */
public final class TruthCase {
    private static final double SIGMA = 0.5;

    private final OdeSpec spec;
    private final Synapses readout;
    private final double[] parameters;
    private final int samples;
    private final long seed;
    private final double[] inputs;
    private final double[] dOutputs;
    private final ParameterLayout layout;

    /**
     * Draws inputs and forces.
     *
     * @param spec the cell; its number of sub-steps has no meaning
     * @param readout the weights of the readout that count
     * @param parameters in the order of the cell's layout, kept
     * @param samples how many
     * @param seed of what is drawn
     */
    public TruthCase(
            final OdeSpec spec, final Synapses readout, final double[] parameters, final int samples, final long seed) {
        this.spec = spec;
        this.readout = readout;
        this.parameters = parameters;
        this.samples = samples;
        this.seed = seed;
        layout = spec.cell(DoubleKernels.INSTANCE).layout();
        final RandomGenerator random = new SplittableRandom(seed);
        inputs = normal(samples * spec.sensory().sources(), random);
        dOutputs = normal(samples * spec.outputs(), random);
    }

    /**
     * Draws everything.
     *
     * @param spec the cell
     * @param readout the weights of the readout that count
     * @param gain of the feedback
     * @param samples how many
     * @param seed of what is drawn
     * @return a case with inputs and readout of gain 1
     */
    public static TruthCase untrained(
            final OdeSpec spec, final Synapses readout, final double gain, final int samples, final long seed) {
        final double[] parameters = new Initial(gain, 1, 1, 1)
                .parameters(DoubleKernels.INSTANCE, spec, readout, new SplittableRandom(seed));
        return new TruthCase(spec, readout, parameters, samples, seed);
    }

    private static double[] normal(final int size, final RandomGenerator random) {
        final double[] drawn = new double[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = random.nextGaussian();
        }
        return drawn;
    }

    /**
     * Groups of the gradients.
     *
     * @return the cell's
     */
    public ParameterLayout layout() {
        return layout;
    }

    /**
     * Parameters of the cell.
     *
     * @return a copy
     */
    public double[] parameters() {
        return parameters.clone();
    }

    /**
     * The gradient at the equilibrium by the implicit function theorem: one linear system a sample.
     *
     * @return weights that are one parameter hold half of its gradient each
     * @throws IllegalArgumentException when a sample does not settle
     */
    public double[] exact() {
        final DenseCell cell = new DenseCell(spec, parameters);
        final double[] gradient = new double[layout.size()];
        for (int s = 0; s < samples; s++) {
            final double[] x = cell.settle(cell.drive(inputs, s));
            addExact(cell, s, x, row(dOutputs, s), gradient);
        }
        return shared(gradient);
    }

    private void addExact(
            final DenseCell cell, final int s, final double[] x, final double[] dOutput, final double[] gradient) {
        final int n = cell.neurons;
        final double[] f = cell.gates(cell.drive(inputs, s), x);
        final double[] system = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i * n + j] = -cell.rise(j, f[j], x[j]) * cell.feedback[i * n + j];
            }
            system[i * n + i] += cell.decay(i, f[i]);
        }
        final double[] lambda = LinearSystem.solve(system, cell.force(dOutput));
        final double[] delta = new double[n];
        for (int i = 0; i < n; i++) {
            delta[i] = cell.rise(i, f[i], x[i]) * lambda[i];
        }
        cell.learn(gradient, inputs, s, x, f, delta, lambda, dOutput);
    }

    /**
     * The gradient by two nudged phases, or one, from the equilibrium.
     *
     * @param nudge how
     * @return in the order of the layout
     * @throws IllegalArgumentException when a sample does not settle without a nudge
     */
    public double[] nudged(final Nudge nudge) {
        final DenseCell cell = new DenseCell(spec, parameters);
        final RandomGenerator random = new SplittableRandom(seed + 1);
        final double[] gradient = new double[layout.size()];
        for (int s = 0; s < samples; s++) {
            final double[] dOutput = row(dOutputs, s);
            final NudgedSample sample = new NudgedSample(cell, cell.drive(inputs, s));
            sample.learn(nudge, y -> dOutput, random, gradient, inputs, s);
        }
        return shared(gradient);
    }

    /**
     * How well two nudged phases do whose force is PPO's, evaluated again in every step as the outputs move.
     *
     * @param clipping of the probability ratio
     * @param beta strength of the nudge
     * @param steps of a phase
     * @param frozen whether the force is evaluated once instead, at the free state
     * @return likeness of the feedback's gradient to the exact one
     */
    public Likeness policyNudged(final Clipping clipping, final double beta, final int steps, final boolean frozen) {
        final DenseCell cell = new DenseCell(spec, parameters);
        final RandomGenerator random = new SplittableRandom(seed + 2);
        final double[] means = new double[samples * spec.outputs()];
        for (int s = 0; s < samples; s++) {
            final double[] y = cell.read(cell.settle(cell.drive(inputs, s)));
            System.arraycopy(y, 0, means, s * y.length, y.length);
        }
        final GaussianPolicy policy = new GaussianPolicy(means, samples, SIGMA, random);
        final double[] wanted = new double[layout.size()];
        final double[] got = new double[layout.size()];
        final Nudge nudge = new Nudge(Nudge.Rule.PROPER, beta, steps, 0);
        for (int s = 0; s < samples; s++) {
            final int at = s;
            final double[] first = policy.force(clipping, s, row(means, s));
            final NudgedSample sample = new NudgedSample(cell, cell.drive(inputs, s));
            sample.learn(nudge, frozen ? y -> first : y -> policy.force(clipping, at, y), random, got, inputs, s);
            addExact(cell, s, sample.free(), first, wanted);
        }
        return Likeness.of(layout, "W", shared(got), shared(wanted));
    }

    /**
     * The gradient by the learner itself, from rest.
     *
     * @param <A> double[] or float[]
     * @param batch its arithmetic
     * @param options its nudges
     * @param freeSteps solver steps of the free phase
     * @param stepSize of each of them
     * @return in the order of the layout
     */
    public <A> double[] propagated(
            final BatchKernels<A> batch, final EquilibriumOptions options, final int freeSteps, final double stepSize) {
        return run(
                new EquilibriumGradient<>(relaxing(freeSteps), readout, batch, samples, 1, options),
                batch,
                freeSteps * stepSize);
    }

    /**
     * The gradient by backpropagation through the relaxation, from rest.
     *
     * @param freeSteps solver steps
     * @param stepSize of each of them
     * @return in the order of the layout
     */
    public double[] backpropagated(final int freeSteps, final double stepSize) {
        final BatchKernels<double[]> batch = PlainBatch.exact();
        return shared(run(
                SequenceGradient.backpropagation(relaxing(freeSteps), batch, samples, 1), batch, freeSteps * stepSize));
    }

    private OdeSpec relaxing(final int steps) {
        return new OdeSpec(
                spec.kind(), spec.gate(), spec.sensory(), spec.inner(), spec.outputs(), spec.scheme(), steps);
    }

    private <A> double[] run(final BatchGradient<A> way, final BatchKernels<A> batch, final double elapsed) {
        final SequenceData<A> data = way.data();
        final A weights = batch.basic().allocate(layout.size());
        put(batch, parameters, weights);
        put(batch, inputs, data.inputs);
        put(batch, dOutputs, data.dOutputs);
        batch.basic().fill(data.elapsed, 0, samples, elapsed);
        final A gradient = batch.basic().allocate(layout.size());
        way.load(weights, 0);
        way.forward(data);
        way.backward(data, gradient, 0);
        final double[] all = new double[layout.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = batch.basic().get(gradient, i);
        }
        return all;
    }

    private static <A> void put(final BatchKernels<A> batch, final double[] from, final A to) {
        for (int i = 0; i < from.length; i++) {
            batch.basic().set(to, i, from[i]);
        }
    }

    private double[] row(final double[] all, final int s) {
        final double[] row = new double[spec.outputs()];
        System.arraycopy(all, s * row.length, row, 0, row.length);
        return row;
    }

    /** A weight and its mirror image are one parameter when they are equal; weights behind the mask are none. */
    private double[] shared(final double[] gradient) {
        final double[] mirrored = parameters.clone();
        Symmetry.impose(DoubleKernels.INSTANCE, spec, mirrored);
        double apart = 0;
        for (int i = 0; i < mirrored.length; i++) {
            apart = Math.max(apart, Math.abs(mirrored[i] - parameters[i]));
        }
        if (apart < 1e-9) {
            Symmetry.impose(DoubleKernels.INSTANCE, spec, gradient);
        }
        Mask.impose(DoubleKernels.INSTANCE, spec, readout, gradient);
        return gradient;
    }
}
