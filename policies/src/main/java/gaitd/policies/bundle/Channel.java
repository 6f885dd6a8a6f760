package gaitd.policies.bundle;

import java.util.Arrays;

/**
 * One entry of the observation list or of the action list. Immutable.
 *
 * <p>A network's input is clamp((observed - offset) scale, min, max); an action is clamp(output scale + offset, min, max).
 *
 * @param <S> {@link ObservedSignal} or {@link ActedSignal}
 */
public final class Channel<S extends Enum<S>> {
    private final S signal;
    private final double[] scale;
    private final double[] offset;
    private final double[] min;
    private final double[] max;
    private final TermFacts facts;

    /**
     * Copies the arrays, which have one length.
     *
     * @param signal the signal
     * @param scale factors
     * @param offset subtracted from an observation, added to an action
     * @param min lower limits of the result
     * @param max upper limits of the result
     */
    public Channel(
            final S signal, final double[] scale, final double[] offset, final double[] min, final double[] max) {
        this(signal, scale, offset, min, max, TermFacts.NONE);
    }

    private Channel(
            final S signal,
            final double[] scale,
            final double[] offset,
            final double[] min,
            final double[] max,
            final TermFacts facts) {
        if (offset.length != scale.length || min.length != scale.length || max.length != scale.length) {
            throw new IllegalArgumentException(signal + ": arrays of different lengths");
        }
        this.signal = signal;
        this.scale = scale.clone();
        this.offset = offset.clone();
        this.min = min.clone();
        this.max = max.clone();
        this.facts = facts;
    }

    /**
     * The same with other facts.
     *
     * @param others history, clock and held heading of an observation
     * @return a new channel
     */
    public Channel<S> with(final TermFacts others) {
        return new Channel<>(signal, scale, offset, min, max, others);
    }

    /**
     * History, clock and held heading.
     *
     * @return {@link TermFacts#NONE} for an action
     */
    public TermFacts facts() {
        return facts;
    }

    /**
     * A channel whose values are scaled and limited alike, without an offset.
     *
     * @param signal the signal
     * @param size how many values it has
     * @param scale factor of each
     * @param min lower limit of each result
     * @param max upper limit of each result
     * @param <S> {@link ObservedSignal} or {@link ActedSignal}
     * @return the channel
     */
    public static <S extends Enum<S>> Channel<S> uniform(
            final S signal, final int size, final double scale, final double min, final double max) {
        return new Channel<>(signal, filled(size, scale), new double[size], filled(size, min), filled(size, max));
    }

    private static double[] filled(final int size, final double value) {
        final double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    /**
     * The signal.
     *
     * @return the signal
     */
    public S signal() {
        return signal;
    }

    /**
     * How many values it has in one step.
     *
     * @return at least 1
     */
    public int size() {
        return scale.length;
    }

    /**
     * Factors.
     *
     * @return a copy
     */
    public double[] scale() {
        return scale.clone();
    }

    /**
     * Offsets.
     *
     * @return a copy
     */
    public double[] offset() {
        return offset.clone();
    }

    /**
     * Lower limits.
     *
     * @return a copy
     */
    public double[] min() {
        return min.clone();
    }

    /**
     * Upper limits.
     *
     * @return a copy
     */
    public double[] max() {
        return max.clone();
    }
}
