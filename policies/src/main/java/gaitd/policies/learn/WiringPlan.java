package gaitd.policies.learn;

import gaitd.policies.text.Words;
import gaitd.policies.wiring.CircuitSpec;
import gaitd.policies.wiring.Wiring;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which synapses a network has: all, so many anywhere, or those of a neural circuit policy.
 *
 * @param kind which of the three
 * @param sparsity share of missing synapses, 0 when full
 * @param seed decides which ones are there and which excite
 */
public record WiringPlan(Kind kind, double sparsity, int seed) {
    /** Every input and every neuron has a synapse to every neuron. */
    public static final WiringPlan FULL = new WiringPlan(Kind.FULL, 0, 0);

    private static final Pattern SPARSE = Pattern.compile("(random|ncp):(0?\\.[0-9]{1,6})(?::([0-9]{1,9}))?");
    private static final double LEAST_OF_NCP = 0.1;
    private static final double MOST = 0.95;

    /** Wirings. */
    public enum Kind {
        /** All synapses. */
        FULL,
        /** So many synapses anywhere. */
        RANDOM,
        /** Inputs reach inter neurons, these command neurons, these each other and motor neurons. */
        NCP
    }

    /**
     * Reads a wiring.
     *
     * @param text {@code full}, {@code random:SPARSITY}, {@code ncp:SPARSITY}; both may end with {@code :SEED}
     * @return the plan
     * @throws IllegalArgumentException in one line when it is none
     */
    public static WiringPlan parse(final String text) {
        if (text.equals("full")) {
            return FULL;
        }
        final Matcher sparse = SPARSE.matcher(text);
        if (sparse.matches()) {
            final Kind kind = sparse.group(1).equals("ncp") ? Kind.NCP : Kind.RANDOM;
            final double sparsity = Double.parseDouble(sparse.group(2));
            final int seed = sparse.group(3) == null ? CircuitSpec.DEFAULT_SEED : Integer.parseInt(sparse.group(3));
            if (sparsity <= MOST && sparsity > 0 && (kind == Kind.RANDOM || sparsity >= LEAST_OF_NCP)) {
                return new WiringPlan(kind, sparsity, seed);
            }
        }
        throw new IllegalArgumentException("wiring " + text
                + ": expected full, random:SPARSITY with a share of missing synapses above 0 to 0.95, or ncp:SPARSITY with"
                + " one from 0.1 to 0.95; :SEED may follow, a whole number of at most nine digits");
    }

    /**
     * The same on the command line.
     *
     * @return what {@link #parse} takes
     */
    public String key() {
        return kind == Kind.FULL ? "full" : Words.lower(kind) + ":" + sparsity + ":" + seed;
    }

    /**
     * Draws the synapses.
     *
     * @param inputs 1 or more
     * @param neurons all of them
     * @param motor neurons that outputs are read from, the first ones
     * @return the wiring
     * @throws IllegalArgumentException in one line when there are too few neurons
     */
    Wiring draw(final int inputs, final int neurons, final int motor) {
        if (kind == Kind.NCP) {
            return circuit(inputs, neurons, motor).wiring(seed);
        }
        if (motor > neurons) {
            throw new IllegalArgumentException(
                    neurons + " neurons for " + motor + " outputs: expected as many or more");
        }
        return Wiring.random(inputs, neurons, motor, sparsity, seed);
    }

    /** Sizes of the circuit. */
    CircuitSpec circuit(final int inputs, final int neurons, final int motor) {
        if (neurons < motor + 3) {
            throw new IllegalArgumentException("%d neurons for a circuit with %d motor neurons: expected %d or more"
                    .formatted(neurons, motor, motor + 3));
        }
        return CircuitSpec.auto(inputs, neurons, motor, sparsity);
    }
}
