package gaitd.policies.learn;

/** Normalises observations by means and standard deviations that are constant during an iteration. */
public final class Normaliser {
    private final float[] mean;
    private final float[] scale;

    /**
     * Leaves observations as they are, but for the clip.
     *
     * @param size values of an observation
     */
    public Normaliser(final int size) {
        mean = new float[size];
        scale = new float[size];
        java.util.Arrays.fill(scale, 1);
    }

    void take(final Moments moments) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) moments.mean(i);
            scale[i] = (float) (1 / moments.deviation(i));
        }
    }

    /**
     * Takes means and standard deviations as they are.
     *
     * @param means one a value
     * @param deviations one a value, above 0
     */
    public void take(final float[] means, final float[] deviations) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = means[i];
            scale[i] = 1 / deviations[i];
        }
    }

    /**
     * Normalises an observation.
     *
     * @param from read
     * @param fromAt its first value
     * @param to written
     * @param toAt its first value
     * @param clip limit of the absolute values
     */
    public void apply(final float[] from, final int fromAt, final float[] to, final int toAt, final float clip) {
        for (int i = 0; i < mean.length; i++) {
            to[toAt + i] = Math.clamp((from[fromAt + i] - mean[i]) * scale[i], -clip, clip);
        }
    }
}
