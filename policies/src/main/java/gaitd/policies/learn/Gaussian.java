package gaitd.policies.learn;

/** Independent normal distributions around a network's outputs; the deviation is the same everywhere. Pure functions. */
final class Gaussian {
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    private Gaussian() {}

    /** Logarithm of the density of an action. */
    static double logProbability(
            final float[] action,
            final int actionAt,
            final float[] mean,
            final int meanAt,
            final float[] logDeviation,
            final int logAt,
            final int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            final double log = logDeviation[logAt + i];
            final double z = (action[actionAt + i] - mean[meanAt + i]) * StrictMath.exp(-log);
            sum -= 0.5 * z * z + log + HALF_LOG_TWO_PI;
        }
        return sum;
    }

    /** Kullback-Leibler divergence from an old distribution to a new one. */
    static double divergence(
            final float[] oldMean,
            final int oldAt,
            final float[] oldLog,
            final float[] mean,
            final int meanAt,
            final float[] log,
            final int logAt,
            final int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            final double difference = oldMean[oldAt + i] - mean[meanAt + i];
            final double spread = log[logAt + i];
            final double ratio = StrictMath.exp(2 * (oldLog[i] - spread));
            sum += spread - oldLog[i] + 0.5 * (ratio + difference * difference * StrictMath.exp(-2 * spread) - 1);
        }
        return sum;
    }
}
