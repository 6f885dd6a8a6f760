package gaitd.bench.turns;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rates of several sides measured alternately, block by block: medians over the blocks, so that ratios hold on a noisy
 * machine.
 */
public final class Alternation {
    private static final int FIRST_BLOCK = 512;
    private static final double NS_PER_S = 1e9;
    private static final double WARM_UP_MAX_S = 20;

    private final double blockS;
    private final double warmUpS;
    private final int rounds;

    /**
     * A measurement.
     *
     * @param blockS length of a block, above 0, s
     * @param rounds blocks of each candidate that count, 1 or more
     * @param warmUpS least warm-up of each candidate, s; vectors are slow until the best compiler has seen them
     */
    public Alternation(final double blockS, final int rounds, final double warmUpS) {
        this.blockS = blockS;
        this.warmUpS = warmUpS;
        this.rounds = rounds;
    }

    /**
     * Runs all sides, after a warm-up.
     *
     * @param candidates to be measured
     * @return robot-steps a second of each by its key, median over the rounds, in the order given
     */
    public Map<String, Double> rates(final List<Candidate> candidates) {
        final int[] block = new int[candidates.size()];
        for (int c = 0; c < block.length; c++) {
            block[c] = fittingBlock(candidates.get(c).work());
        }
        final double[][] rate = new double[block.length][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int c = 0; c < block.length; c++) {
                rate[c][round] = timed(candidates.get(c).work(), block[c]);
            }
        }
        final Map<String, Double> medians = new LinkedHashMap<>();
        for (int c = 0; c < block.length; c++) {
            medians.put(candidates.get(c).key(), median(rate[c]));
        }
        return medians;
    }

    /** Works until blocks are long enough and have not become a twentieth faster for a while: then all is compiled. */
    private int fittingBlock(final Candidate.Work work) {
        int steps = Math.max(FIRST_BLOCK, work.grain());
        double best = steps / blockS;
        double spentS = 0;
        double steadyS = 0;
        while (spentS < warmUpS || (steadyS < warmUpS / 2 && spentS < WARM_UP_MAX_S)) {
            final double rate = timed(work, steps);
            spentS += steps / rate;
            steadyS = rate > 1.05 * best ? 0 : steadyS + steps / rate;
            best = Math.max(best, rate);
            steps = (int) Math.max(work.grain(), Math.min(2L * steps, Math.round(rate * blockS)));
        }
        final int grain = work.grain();
        return (int) Math.max(grain, Math.round(best * blockS / grain) * grain);
    }

    private static double timed(final Candidate.Work work, final int steps) {
        final long start = System.nanoTime();
        work.run(steps);
        return steps * NS_PER_S / Math.max(1, System.nanoTime() - start);
    }

    /**
     * Median of some values.
     *
     * @param values at least one; not modified
     * @return the middle one, or the mean of the two in the middle
     */
    public static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
