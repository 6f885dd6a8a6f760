package gaitd.policies.wiring;

import gaitd.policies.kernel.Synapses;

/**
 * Connections from inputs to neurons and between neurons, each with a polarity of plus or minus 1. Output (motor) neurons are the
 * first ones. Immutable.
 */
public final class Wiring {
    private static final int[] MOSTLY_POSITIVE = {-1, 1, 1};

    private final Synapses sensory;
    private final Synapses inner;
    private final byte[] sensorySigns;
    private final byte[] innerSigns;
    private final int outputs;

    Wiring(final Polarities sensory, final Polarities inner, final int outputs) {
        this.sensory = sensory.pattern();
        this.inner = inner.pattern();
        this.sensorySigns = sensory.inOrder(this.sensory);
        this.innerSigns = inner.inOrder(this.inner);
        this.outputs = outputs;
        if (outputs < 1 || outputs > this.inner.targets()) {
            throw new IllegalArgumentException(
                    outputs + " outputs of " + this.inner.targets() + " neurons: must be 1 to all");
        }
    }

    /**
     * Everything connected, itself included; two of three synapses excite. The same draws as FullyConnected of ncps.
     *
     * @param inputs 1 or more
     * @param neurons 1 or more
     * @param outputs 1 to all neurons
     * @param seed of the polarities, 0 or more; 1111 in the library
     * @return the wiring
     */
    public static Wiring full(final int inputs, final int neurons, final int outputs, final int seed) {
        return random(inputs, neurons, outputs, 0, seed);
    }

    /**
     * So many synapses as the density asks for, rounded, anywhere; two of three excite. The numbers are those of Random of ncps, not
     * the draws, except with sparsity 0.
     *
     * @param inputs 1 or more
     * @param neurons 1 or more
     * @param outputs 1 to all neurons
     * @param sparsity share of missing synapses, from 0 to below 1
     * @param seed 0 or more
     * @return the wiring
     */
    public static Wiring random(
            final int inputs, final int neurons, final int outputs, final double sparsity, final int seed) {
        if (!(sparsity >= 0 && sparsity < 1)) {
            throw new IllegalArgumentException("sparsity " + sparsity + ": must be from 0 to below 1");
        }
        final Pcg64 random = new Pcg64(seed);
        final Polarities inner = scattered(neurons, neurons, sparsity, random);
        return new Wiring(scattered(inputs, neurons, sparsity, random), inner, outputs);
    }

    private static Polarities scattered(
            final int sources, final int targets, final double sparsity, final Pcg64 random) {
        final Polarities polarities = new Polarities(sources, targets);
        final int all = sources * targets;
        final int wanted = (int) Math.rint(all * (1 - sparsity));
        int left = wanted;
        for (int place = 0; place < all; place++) {
            if (left == all - place || (left > 0 && random.below(all - place) < left)) {
                final int sign = MOSTLY_POSITIVE[random.below(MOSTLY_POSITIVE.length)];
                polarities.connect(place / targets, place % targets, sign);
                left--;
            }
        }
        return polarities;
    }

    /**
     * The same with every inner synapse made mutual, as local learning rules need it. Where both directions were there with different
     * signs, that of the lower source stays.
     *
     * @return a wiring whose inner synapse i to j is there exactly when j to i is, with the same polarity
     */
    public Wiring symmetric() {
        final int neurons = inner.targets();
        final Polarities given = new Polarities(neurons, neurons);
        for (int k = 0; k < inner.count(); k++) {
            given.connect(inner.source(k), inner.target(k), innerSigns[k]);
        }
        final Polarities mutual = new Polarities(neurons, neurons);
        for (int i = 0; i < neurons; i++) {
            for (int j = i; j < neurons; j++) {
                final int sign = given.sign(i, j) != 0 ? given.sign(i, j) : given.sign(j, i);
                mutual.connect(i, j, sign);
                mutual.connect(j, i, sign);
            }
        }
        final Polarities inputs = new Polarities(sensory.sources(), neurons);
        for (int k = 0; k < sensory.count(); k++) {
            inputs.connect(sensory.source(k), sensory.target(k), sensorySigns[k]);
        }
        return new Wiring(inputs, mutual, outputs);
    }

    /**
     * From inputs to neurons.
     *
     * @return the pattern
     */
    public Synapses sensory() {
        return sensory;
    }

    /**
     * Between neurons.
     *
     * @return the pattern
     */
    public Synapses inner() {
        return inner;
    }

    /**
     * Motor neurons, the first ones.
     *
     * @return how many
     */
    public int outputs() {
        return outputs;
    }

    /**
     * Sign of a synapse from an input.
     *
     * @param synapse its number in {@link #sensory}
     * @return -1 or 1
     */
    public int sensoryPolarity(final int synapse) {
        return sensorySigns[synapse];
    }

    /**
     * Sign of a synapse between neurons.
     *
     * @param synapse its number in {@link #inner}
     * @return -1 or 1
     */
    public int innerPolarity(final int synapse) {
        return innerSigns[synapse];
    }
}
