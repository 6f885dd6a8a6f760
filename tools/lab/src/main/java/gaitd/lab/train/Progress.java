package gaitd.lab.train;

import java.util.Locale;

/**
 * What an iteration came to; one line of the table.
 *
 * @param iteration from 1
 * @param steps policy steps so far
 * @param seconds of computing so far
 * @param reward mean sum of rewards of the last episodes
 * @param length their mean length, steps
 * @param success their share of successes
 * @param divergence of the policy in the last minibatch, nats
 * @param rate step size
 * @param deviation mean standard deviation of actions
 * @param valueError mean squared error of values
 * @param clipped share of samples beyond the clip
 * @param stepsPerS policy steps a second in this iteration
 */
public record Progress(
        long iteration,
        long steps,
        double seconds,
        double reward,
        double length,
        double success,
        double divergence,
        double rate,
        double deviation,
        double valueError,
        double clipped,
        double stepsPerS) {
    static final String HEADER =
            "iteration,steps,seconds,reward,length_steps,success,kl,rate,deviation,value_error,clipped,steps_per_s";

    private static final int COLUMNS = 12;

    /**
     * Reads a line of the table.
     *
     * @param row what {@link #row} gave
     * @return null when it is none, such as half a line
     */
    static Progress of(final String row) {
        final String[] cells = row.split(",", -1);
        if (cells.length != COLUMNS) {
            return null;
        }
        final double[] v = new double[COLUMNS];
        try {
            for (int i = 0; i < COLUMNS; i++) {
                v[i] = Double.parseDouble(cells[i]);
            }
        } catch (final NumberFormatException e) {
            return null;
        }
        return new Progress((long) v[0], (long) v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11]);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%d,%d,%.1f,%.5g,%.5g,%.4g,%.4g,%.4g,%.4g,%.4g,%.4g,%.0f",
                iteration,
                steps,
                seconds,
                reward,
                length,
                success,
                divergence,
                rate,
                deviation,
                valueError,
                clipped,
                stepsPerS);
    }
}
