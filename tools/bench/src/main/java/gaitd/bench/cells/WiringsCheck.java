package gaitd.bench.cells;

import gaitd.policies.kernel.Synapses;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.wiring.CircuitSpec;
import gaitd.policies.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws the wirings of a file again and counts how many synapses differ. */
final class WiringsCheck {
    private static final int SIZE_LIMIT = 1 << 12;
    private static final int COLUMNS = 3;

    private WiringsCheck() {}

    static void run(final Path file, final List<CellsCheck.Result> results) throws IOException {
        for (final JsonFields entry : JsonFields.read(file).objects("wirings")) {
            try {
                results.add(check(entry));
            } catch (final IllegalArgumentException e) {
                throw new FormatException(file + ": " + e.getMessage());
            }
        }
    }

    private static CellsCheck.Result check(final JsonFields entry) throws FormatException {
        final String kind = entry.text("kind");
        final int neurons = entry.integer("units", 1, SIZE_LIMIT);
        final int outputs = entry.integer("outputs", 1, SIZE_LIMIT);
        final int inputs = entry.integer("inputs", 1, SIZE_LIMIT);
        final int seed = entry.integer("seed", 0, Integer.MAX_VALUE);
        final Wiring wiring = switch (kind) {
            case "AutoNCP" ->
                CircuitSpec.auto(inputs, neurons, outputs, entry.number("sparsity"))
                        .wiring(seed);
            case "FullyConnected" -> Wiring.full(inputs, neurons, outputs, seed);
            default -> throw new FormatException("kind " + kind + ": expected AutoNCP or FullyConnected");
        };
        final int innerCount = entry.integer("inner_synapses", 0, Integer.MAX_VALUE);
        final int sensoryCount = entry.integer("sensory_synapses", 0, Integer.MAX_VALUE);
        int wrong = Math.abs(wiring.inner().count() - innerCount)
                + Math.abs(wiring.sensory().count() - sensoryCount);
        if (entry.has("inner")) {
            wrong += missing(entry.matrix("inner", -1, COLUMNS), wiring, true);
        }
        if (entry.has("sensory")) {
            wrong += missing(entry.matrix("sensory", -1, COLUMNS), wiring, false);
        }
        final String name = "wiring_" + kind + "_" + neurons + "_out" + outputs + "_in" + inputs + "_seed" + seed;
        return new CellsCheck.Result(name, innerCount + sensoryCount, wrong, wrong, wrong);
    }

    private static int missing(final double[][] wanted, final Wiring wiring, final boolean inner) {
        final Synapses pattern = inner ? wiring.inner() : wiring.sensory();
        final Set<List<Double>> drawn = new HashSet<>();
        for (int k = 0; k < pattern.count(); k++) {
            final int sign = inner ? wiring.innerPolarity(k) : wiring.sensoryPolarity(k);
            drawn.add(List.of((double) pattern.source(k), (double) pattern.target(k), (double) sign));
        }
        int missing = 0;
        for (final double[] synapse : wanted) {
            missing += drawn.contains(List.of(synapse[0], synapse[1], synapse[2])) ? 0 : 1;
        }
        return missing;
    }
}
