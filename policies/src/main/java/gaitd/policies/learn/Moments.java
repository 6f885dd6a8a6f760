package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Running mean and variance of several variables.
 *
 * <p>In double, because millions are added. Two of them can be merged (Chan, Golub and LeVeque 1979). Allocates nothing after
 * construction.
 */
public final class Moments {
    private static final double LEAST_DEVIATION = 1e-4;

    private final double[] mean;
    private final double[] squares;
    private double count;

    /**
     * Moments of no samples.
     *
     * @param size number of variables
     */
    public Moments(final int size) {
        mean = new double[size];
        squares = new double[size];
    }

    /** Forgets all samples. */
    public void clear() {
        count = 0;
        java.util.Arrays.fill(mean, 0);
        java.util.Arrays.fill(squares, 0);
    }

    /**
     * Adds a sample.
     *
     * @param values holds one value of each variable
     * @param at index of the first
     */
    public void add(final float[] values, final int at) {
        count++;
        for (int i = 0; i < mean.length; i++) {
            final double difference = values[at + i] - mean[i];
            mean[i] += difference / count;
            squares[i] += difference * (values[at + i] - mean[i]);
        }
    }

    /**
     * Adds all samples of another.
     *
     * @param other of the same size
     */
    public void add(final Moments other) {
        if (other.count == 0) {
            return;
        }
        final double total = count + other.count;
        for (int i = 0; i < mean.length; i++) {
            final double difference = other.mean[i] - mean[i];
            mean[i] += difference * other.count / total;
            squares[i] += other.squares[i] + difference * difference * count * other.count / total;
        }
        count = total;
    }

    /**
     * Number of samples.
     *
     * @return a count
     */
    public double count() {
        return count;
    }

    /**
     * Mean of one variable.
     *
     * @param i which
     * @return 0 without samples
     */
    public double mean(final int i) {
        return mean[i];
    }

    /**
     * Standard deviation of one variable.
     *
     * @param i which
     * @return 1 when there are fewer than two samples or all were the same
     */
    public double deviation(final int i) {
        final double deviation = count < 2 ? 1 : Math.sqrt(squares[i] / count);
        return deviation < LEAST_DEVIATION ? 1 : deviation;
    }

    /** The same with more variables, the new ones with mean 0 and deviation 1, and the count limited. */
    Moments widened(final int size, final double most) {
        final Moments wide = new Moments(size);
        wide.count = Math.min(count, most);
        for (int i = 0; i < size; i++) {
            final boolean known = i < mean.length;
            wide.mean[i] = known ? mean[i] : 0;
            wide.squares[i] = known && count > 0 ? squares[i] * wide.count / count : wide.count;
        }
        return wide;
    }

    void write(final DataOutput out) throws IOException {
        out.writeDouble(count);
        for (int i = 0; i < mean.length; i++) {
            out.writeDouble(mean[i]);
            out.writeDouble(squares[i]);
        }
    }

    void read(final DataInput in) throws IOException {
        count = in.readDouble();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = in.readDouble();
            squares[i] = in.readDouble();
        }
    }
}
