package gaitd.lab.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Figures of an iteration; one line of the table.
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
 * @param terms what each term of the reward adds to {@code reward}
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
        double stepsPerS,
        List<Double> terms) {
    private static final String HEADER =
            "iteration,steps,seconds,reward,length_steps,success,kl,rate,deviation,value_error,clipped,steps_per_s";

    private static final int COLUMNS = 12;

    /** Copies the list. */
    public Progress {
        terms = List.copyOf(terms);
    }

    /**
     * The table's first line.
     *
     * @param terms names of the terms of the reward, which have a column each
     * @return names of columns
     */
    static String header(final List<String> terms) {
        return terms.stream().map(term -> "," + CurveTable.TERM + term).collect(Collectors.joining("", HEADER, ""));
    }

    /**
     * Reads a line of the table.
     *
     * @param row what {@link #row} gave
     * @param terms how many terms the reward has
     * @return null when it is none, such as half a line
     */
    static Progress of(final String row, final int terms) {
        final String[] cells = row.split(",", -1);
        if (cells.length != COLUMNS + terms) {
            return null;
        }
        final double[] v = new double[cells.length];
        try {
            for (int i = 0; i < v.length; i++) {
                v[i] = Double.parseDouble(cells[i]);
            }
        } catch (final NumberFormatException e) {
            return null;
        }
        return new Progress(
                (long) v[0],
                (long) v[1],
                v[2],
                v[3],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                v[9],
                v[10],
                v[11],
                Arrays.stream(v, COLUMNS, v.length).boxed().toList());
    }

    String row() {
        final String all = String.format(
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
        return terms.stream()
                .map(term -> String.format(Locale.ROOT, ",%.5g", term))
                .collect(Collectors.joining("", all, ""));
    }
}
