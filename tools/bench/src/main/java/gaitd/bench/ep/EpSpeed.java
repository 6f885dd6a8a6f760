package gaitd.bench.ep;

import gaitd.bench.turns.Alternation;
import gaitd.bench.turns.Candidate;
import java.util.List;
import java.util.Map;

/**
 * Time of an update a sample on one core, in turn with backpropagation: 64 liquid neurons, 70 inputs, 12 outputs, 10 free and twice 10 nudged steps.
 *
 * @param localUs equilibrium propagation, us a sample
 * @param backUs backpropagation through the same free phase and time, us a sample
 * @param flopsPerS of equilibrium propagation's products
 */
public record EpSpeed(double localUs, double backUs, double flopsPerS) {
    private static final double BLOCK_S = 0.3;
    private static final double WARM_UP_S = 5;

    /**
     * Measures.
     *
     * @param rounds blocks of each that count
     * @return medians
     */
    public static EpSpeed measure(final int rounds) {
        final Map<String, Double> rates = new Alternation(BLOCK_S, rounds, WARM_UP_S)
                .rates(List.of(new Candidate("local", EpWork.local()), new Candidate("back", EpWork.back())));
        final double local = rates.get("local");
        return new EpSpeed(1e6 / local, 1e6 / rates.get("back"), local * EpWork.operations());
    }
}
