package gaitd.policies.learn;

/** Normalises observations by means and standard deviations that are constant during an iteration. */
final class Normaliser {
    private final float[] mean;
    private final float[] scale;

    Normaliser(final int size) {
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

    /** Takes means and standard deviations as they are, the latter above 0. */
    void take(final float[] means, final float[] deviations) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] = means[i];
            scale[i] = 1 / deviations[i];
        }
    }

    void apply(final float[] from, final int fromAt, final float[] to, final int toAt, final float clip) {
        for (int i = 0; i < mean.length; i++) {
            to[toAt + i] = Math.clamp((from[fromAt + i] - mean[i]) * scale[i], -clip, clip);
        }
    }
}
