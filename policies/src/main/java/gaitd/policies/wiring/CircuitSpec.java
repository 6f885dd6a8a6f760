package gaitd.policies.wiring;

/**
 * Sizes of a neural circuit policy: inputs reach inter neurons, these command neurons, these each other and the motor neurons. Neuron
 * numbers: motor, command, inter.
 *
 * <p>Source: Lechner et al., Nat. Mach. Intell. 2020; the draws are those of NCP of ncps (1.0.1), seed by seed.
 *
 * @param inputs 1 or more
 * @param inter 1 or more
 * @param command 1 or more
 * @param motor 1 or more
 * @param sensoryFanout inter neurons an input reaches, 1 to inter
 * @param interFanout command neurons an inter neuron reaches, 1 to command
 * @param recurrent synapses drawn between command neurons, 0 or more; some may coincide
 * @param motorFanin command neurons that reach a motor neuron, 1 to command
 */
public record CircuitSpec(
        int inputs,
        int inter,
        int command,
        int motor,
        int sensoryFanout,
        int interFanout,
        int recurrent,
        int motorFanin) {
    /** Default seed of the library. */
    public static final int DEFAULT_SEED = 22222;

    private static final double COMMAND_SHARE = 0.4;
    private static final double LEAST_SPARSITY = 0.1;

    /**
     * Checks the values against each other.
     *
     * @throws IllegalArgumentException when a number is out of range
     */
    public CircuitSpec {
        requireRange("inputs", inputs, 1, Integer.MAX_VALUE);
        requireRange("inter neurons", inter, 1, Integer.MAX_VALUE);
        requireRange("command neurons", command, 1, Integer.MAX_VALUE);
        requireRange("motor neurons", motor, 1, Integer.MAX_VALUE);
        requireRange("sensory fan-out", sensoryFanout, 1, inter);
        requireRange("inter fan-out", interFanout, 1, command);
        requireRange("recurrent synapses", recurrent, 0, Integer.MAX_VALUE);
        requireRange("motor fan-in", motorFanin, 1, command);
    }

    private static void requireRange(final String name, final int value, final int least, final int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " " + value + ": must be from " + least + " to " + most);
        }
    }

    /**
     * Sizes from a number of neurons and a sparsity, by the rule of AutoNCP of ncps.
     *
     * @param inputs 1 or more
     * @param neurons all of them, 3 or more above the motor neurons
     * @param motor 1 or more
     * @param sparsity from 0.1 to below 1
     * @return the sizes
     * @throws IllegalArgumentException when a number is out of range
     */
    public static CircuitSpec auto(final int inputs, final int neurons, final int motor, final double sparsity) {
        requireRange("motor neurons", motor, 1, neurons - 3);
        if (!(sparsity >= LEAST_SPARSITY && sparsity < 1)) {
            throw new IllegalArgumentException(
                    "sparsity " + sparsity + ": must be from " + LEAST_SPARSITY + " to below 1");
        }
        final double density = 1 - sparsity;
        final int command = Math.max((int) (COMMAND_SHARE * (neurons - motor)), 1);
        final int inter = neurons - motor - command;
        return new CircuitSpec(
                inputs,
                inter,
                command,
                motor,
                Math.max((int) (inter * density), 1),
                Math.max((int) (command * density), 1),
                Math.max((int) (command * 2 * density), 1),
                Math.max((int) (command * density), 1));
    }

    /**
     * Draws the synapses.
     *
     * @param seed 0 or more
     * @return the wiring
     */
    public Wiring wiring(final int seed) {
        return new CircuitDraw(this, seed).wiring();
    }
}
