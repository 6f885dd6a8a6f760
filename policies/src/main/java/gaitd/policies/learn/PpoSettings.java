package gaitd.policies.learn;

/**
 * How a {@link PpoLearner} learns.
 *
 * @param steps policy steps of every environment in an iteration
 * @param epochs passes over them
 * @param minibatches parts of a pass; must divide the environments
 * @param shares pieces of a minibatch that can be worked on at once; fixed, so that the result does not depend on threads
 * @param gamma discount of rewards a step
 * @param lambda decay of the advantage's estimate
 * @param clip range of the probabilities' ratio; infinite for A2C
 * @param twoSided whether the ratio in the force is clipped on both sides, for nudged relaxation
 * @param valueClip range in which values may move; infinite for none
 * @param entropy weight of the entropy
 * @param bound weight of the squared excess of mean actions beyond 1
 * @param rate step size at the start
 * @param rateMax largest step size that the adaptation may take
 * @param klTarget divergence an update that the step size is adapted to, at the start; 0 for a fixed one
 * @param klEnd the same at the end of the training, reached in a straight line
 * @param gradientMax longest gradient
 * @param adaptive Adam, else momentum
 * @param deviation standard deviation of actions at the start
 * @param deviationMin least standard deviation
 */
public record PpoSettings(
        int steps,
        int epochs,
        int minibatches,
        int shares,
        double gamma,
        double lambda,
        double clip,
        boolean twoSided,
        double valueClip,
        double entropy,
        double bound,
        double rate,
        double rateMax,
        double klTarget,
        double klEnd,
        double gradientMax,
        boolean adaptive,
        double deviation,
        double deviationMin) {
    /** Observations count to so many deviations; whoever runs what was learned has to limit them as well. */
    public static final float OBSERVATION_MAX = 10;

    /**
     * Checks ranges.
     *
     * @throws IllegalArgumentException in one line
     */
    public PpoSettings {
        if (steps < 1 || epochs < 1 || minibatches < 1 || shares < 1) {
            throw new IllegalArgumentException("steps %d, epochs %d, minibatches %d, shares %d: each must be 1 or more"
                    .formatted(steps, epochs, minibatches, shares));
        }
        if (!(gamma >= 0 && gamma <= 1 && lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException(
                    "gamma %s, lambda %s: both must be from 0 to 1".formatted(gamma, lambda));
        }
        if (!(clip > 0 && valueClip > 0 && rate > 0 && rateMax >= rate && gradientMax > 0 && deviation > 0)) {
            throw new IllegalArgumentException(
                    "clip %s, value clip %s, rate %s to %s, longest gradient %s, deviation %s: each must be above 0"
                            .formatted(clip, valueClip, rate, rateMax, gradientMax, deviation));
        }
        if (!(klEnd >= 0 && klEnd <= klTarget)) {
            throw new IllegalArgumentException(
                    "KL target %s at the end: must be from 0 to the %s of the start".formatted(klEnd, klTarget));
        }
        if (!(entropy >= 0 && bound >= 0 && klTarget >= 0 && deviationMin > 0 && deviationMin <= deviation)) {
            throw new IllegalArgumentException(
                    "entropy %s, bound %s, KL target %s: 0 or more; least deviation %s: above 0, to %s"
                            .formatted(entropy, bound, klTarget, deviationMin, deviation));
        }
    }

    /**
     * Proximal policy optimisation (Schulman et al., 2017) with customary numbers.
     *
     * @param twoSided whether the ratio is clipped on both sides
     * @return settings
     */
    public static PpoSettings ppo(final boolean twoSided) {
        return new PpoSettings(
                32, 5, 4, 2, 0.99, 0.95, 0.2, twoSided, 0.2, 0.0, 0.5, 1e-3, 1e-2, 0.01, 0.01, 1, true, 0.5, 0.1);
    }

    /**
     * Advantage actor-critic (Mnih et al., 2016): one pass, nothing clipped.
     *
     * @return settings
     */
    public static PpoSettings a2c() {
        final double none = Double.POSITIVE_INFINITY;
        return new PpoSettings(
                8, 1, 1, 2, 0.99, 0.95, none, false, none, 0.0, 0.5, 1e-3, 1e-3, 0, 0, 1, true, 0.5, 0.1);
    }

    /**
     * With other sizes of an iteration.
     *
     * @param newSteps policy steps
     * @param newEpochs passes
     * @param newMinibatches parts of a pass
     * @return settings
     */
    public PpoSettings sized(final int newSteps, final int newEpochs, final int newMinibatches) {
        return new PpoSettings(
                newSteps,
                newEpochs,
                newMinibatches,
                shares,
                gamma,
                lambda,
                clip,
                twoSided,
                valueClip,
                entropy,
                bound,
                rate,
                rateMax,
                klTarget,
                klEnd,
                gradientMax,
                adaptive,
                deviation,
                deviationMin);
    }

    /**
     * With other step sizes.
     *
     * @param newRate step size at the start
     * @param newRateMax largest
     * @param newKlTarget divergence to adapt to at the start, 0 for a fixed step size
     * @param newKlEnd and at the end
     * @return settings
     */
    public PpoSettings paced(
            final double newRate, final double newRateMax, final double newKlTarget, final double newKlEnd) {
        return new PpoSettings(
                steps,
                epochs,
                minibatches,
                shares,
                gamma,
                lambda,
                clip,
                twoSided,
                valueClip,
                entropy,
                bound,
                newRate,
                newRateMax,
                newKlTarget,
                newKlEnd,
                gradientMax,
                adaptive,
                deviation,
                deviationMin);
    }

    /**
     * With other exploration.
     *
     * @param newDeviation standard deviation of actions at the start
     * @return settings
     */
    public PpoSettings exploring(final double newDeviation) {
        return new PpoSettings(
                steps,
                epochs,
                minibatches,
                shares,
                gamma,
                lambda,
                clip,
                twoSided,
                valueClip,
                entropy,
                bound,
                rate,
                rateMax,
                klTarget,
                klEnd,
                gradientMax,
                adaptive,
                newDeviation,
                Math.min(deviationMin, newDeviation));
    }
}
