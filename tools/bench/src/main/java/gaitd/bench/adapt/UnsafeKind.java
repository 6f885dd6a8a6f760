package gaitd.bench.adapt;

import gaitd.policies.learn.RandomStream;

/** What is wrong with a candidate. Weights are those of the shipped policy, changed in place; the last ones are its output biases. */
enum UnsafeKind {
    /** One weight is not a number. */
    NOT_FINITE {
        @Override
        void spoil(final float[] weights, final int outputs, final int sent, final RandomStream random) {
            weights[(int) (weights.length * random.nextDouble())] = Float.NaN;
        }
    },
    /** Outputs are driven into their bounds. */
    SATURATING {
        @Override
        void spoil(final float[] weights, final int outputs, final int sent, final RandomStream random) {
            final double size = size(-1, random);
            for (int i = weights.length - outputs; i < weights.length; i++) {
                weights[i] += (float) ((random.nextDouble() < 0.5 ? -1 : 1) * size);
            }
        }
    },
    /** Feedback is made so strong that outputs swing. */
    OSCILLATING {
        @Override
        void spoil(final float[] weights, final int outputs, final int sent, final RandomStream random) {
            final float gain = (float) (1 + size(-1, random));
            for (int i = 0; i < weights.length - outputs; i++) {
                weights[i] *= gain;
            }
        }
    },
    /** Each version is a bit farther off than the one before, after which it follows when that has driven. */
    DRIFTING {
        @Override
        void spoil(final float[] weights, final int outputs, final int sent, final RandomStream random) {
            final double way = 0.1 * (1 + sent);
            for (int i = weights.length - outputs; i < weights.length; i++) {
                weights[i] += (float) (i % 2 == 0 ? way : -way);
            }
        }
    },
    /** Every weight is off by chance, a little or a lot. */
    DAMAGED {
        @Override
        void spoil(final float[] weights, final int outputs, final int sent, final RandomStream random) {
            final double scale = size(-2, random);
            for (int i = 0; i < weights.length; i++) {
                weights[i] += (float) (scale * random.nextGaussian());
            }
        }
    };

    /**
     * Spoils weights.
     *
     * @param weights changed in place
     * @param outputs how many biases are at the end
     * @param sent versions sent before in the same walk
     * @param random decides how
     */
    abstract void spoil(float[] weights, int outputs, int sent, RandomStream random);

    /** A number within two powers of ten, each of which is as likely. */
    private static double size(final int leastExponent, final RandomStream random) {
        return StrictMath.pow(10, leastExponent + 2 * random.nextDouble());
    }

    /** Whether version follows version. */
    boolean isRepeated() {
        return this == DRIFTING;
    }
}
