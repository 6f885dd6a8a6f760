package gaitd.bench.ep;

/** What becomes of the probability ratio in the output force of a PPO objective. */
public enum Clipping {
    /** Taken as it is. */
    NONE {
        @Override
        double multiplier(final double ratio, final double advantage, final double clip) {
            return ratio;
        }
    },
    /** No force where the minimum of PPO selects the clipped branch: above for good actions, below for bad ones. */
    ONE_SIDED {
        @Override
        double multiplier(final double ratio, final double advantage, final double clip) {
            final boolean clipped = advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip;
            return clipped ? 0 : ratio;
        }
    },
    /** No force outside, whatever the sign of the advantage. */
    GATED {
        @Override
        double multiplier(final double ratio, final double advantage, final double clip) {
            return Math.abs(ratio - 1) > clip ? 0 : ratio;
        }
    },
    /** Clamped from both sides, whatever the sign of the advantage. */
    TWO_SIDED {
        @Override
        double multiplier(final double ratio, final double advantage, final double clip) {
            return Math.min(Math.max(ratio, 1 - clip), 1 + clip);
        }
    };

    abstract double multiplier(double ratio, double advantage, double clip);
}
