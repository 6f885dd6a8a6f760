package gaitd.policies.learn;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.wiring.Wiring;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Initial weights of networks that do not settle to an equilibrium: normal with standard deviation 1 / sqrt(fan-in), biases 0, time
 * constants 1. Those of conductance synapses are drawn from the ranges of ncps (1.0.1).
 */
final class InitialWeights {
    private static final double LIMIT = 2;

    private final Net net;
    private final CellDesign design;
    private final String readout;

    InitialWeights(final Net net, final CellDesign design, final String readout) {
        this.net = net;
        this.design = design;
        this.readout = readout;
    }

    /** Draws them; {@code scale} is the size of the readout's. */
    float[] draw(final RandomGenerator random, final double scale) {
        final ParameterLayout layout = net.layout();
        final float[] parameters = new float[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            final Synapses pattern = net.pattern(slice);
            final int[] sources = sources(pattern);
            final double factor = slice.name().equals(readout) ? scale : 1;
            for (int k = 0; k < slice.size(); k++) {
                final double size = pattern.sources() > 1 || slice.name().equals(readout)
                        ? factor / Math.sqrt(sources[pattern.target(k)])
                        : 0;
                parameters[slice.offset() + k] = (float) (size * random.nextGaussian());
            }
            special(slice, parameters, random, scale);
        }
        return polarised(parameters);
    }

    private static int[] sources(final Synapses pattern) {
        final int[] sources = new int[pattern.targets()];
        for (int k = 0; k < pattern.count(); k++) {
            sources[pattern.target(k)]++;
        }
        return sources;
    }

    private void special(
            final Slice slice, final float[] parameters, final RandomGenerator random, final double scale) {
        final int from = slice.offset();
        final int to = from + slice.size();
        switch (slice.name().substring(slice.name().lastIndexOf('.') + 1)) {
            case "tau", "input_w" -> Arrays.fill(parameters, from, to, 1);
            case "output_w" -> Arrays.fill(parameters, from, to, (float) scale);
            case "A" -> limits(parameters, from, to);
            case "gleak", "w", "sensory_w" -> uniform(parameters, from, to, 0.001, 1, random);
            case "vleak" -> uniform(parameters, from, to, -0.2, 0.2, random);
            case "cm" -> uniform(parameters, from, to, 0.4, 0.6, random);
            case "sigma", "sensory_sigma" -> uniform(parameters, from, to, 3, 8, random);
            case "sensory_mu" -> uniform(parameters, from, to, 0.3, 0.8, random);
            case "mu" -> {
                // between conductance synapses; elsewhere it is a bias
                if (net.pattern(slice).sources() > 1) {
                    uniform(parameters, from, to, 0.3, 0.8, random);
                }
            }
            case "sensory_erev", "erev" -> Arrays.fill(parameters, from, to, 1);
            default -> {
                // as drawn
            }
        }
    }

    /** Limits of both signs, so that liquid neurons can move up and down; a closed form's output is limited to 1. */
    private void limits(final float[] parameters, final int from, final int to) {
        final boolean liquid = design.wiring() != null;
        for (int k = from; k < to; k++) {
            parameters[k] = (float) (!liquid ? 1 : (k - from) % 2 == 0 ? LIMIT : -LIMIT);
        }
    }

    private static void uniform(
            final float[] parameters,
            final int from,
            final int to,
            final double low,
            final double high,
            final RandomGenerator random) {
        for (int k = from; k < to; k++) {
            parameters[k] = (float) random.nextDouble(low, high);
        }
    }

    /** Gives weights, or reversal potentials, the signs of the wiring where there is one. */
    float[] polarised(final float[] parameters) {
        final Wiring wiring = design.wiring();
        for (int i = 0; wiring != null && i < net.layout().count(); i++) {
            final Slice slice = net.layout().slice(i);
            switch (slice.name()) {
                case "Win", "sensory_erev" -> {
                    for (int k = 0; k < slice.size(); k++) {
                        sign(parameters, slice.offset() + k, wiring.sensoryPolarity(k));
                    }
                }
                case "W", "erev" -> {
                    for (int k = 0; k < slice.size(); k++) {
                        sign(parameters, slice.offset() + k, wiring.innerPolarity(k));
                    }
                }
                default -> {
                    // has no sign of its own
                }
            }
        }
        return parameters;
    }

    private static void sign(final float[] parameters, final int at, final int sign) {
        parameters[at] = sign * Math.abs(parameters[at]);
    }
}
