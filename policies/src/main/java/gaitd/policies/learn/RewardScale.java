package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Divides rewards by the running standard deviation of the discounted return, so that losses have one size in every task. */
final class RewardScale {
    /** In standard deviations of the discounted return; far enough that the penalty of a fall is not clipped. */
    private static final double CLIP = 100;

    private final double gamma;
    private final float[] discounted;
    private final Moments returns = new Moments(1);
    private double kept;

    RewardScale(final int environments, final double gamma) {
        this.gamma = gamma;
        discounted = new float[environments];
    }

    /** All episodes begin anew; returns so far still count for the standard deviation. */
    void restart() {
        Arrays.fill(discounted, 0);
    }

    /**
     * Divides by a constant from now on.
     *
     * @param deviation above 0
     */
    void keep(final double deviation) {
        kept = deviation;
    }

    /** What rewards are divided by. */
    double deviation() {
        return kept > 0 ? kept : returns.deviation(0);
    }

    /**
     * Scales the rewards of a step, then counts them.
     *
     * @param transitions of the step
     * @param scaled written
     * @param at index of the first environment's
     */
    void apply(final Transitions transitions, final float[] scaled, final int at) {
        final double scale = 1 / deviation();
        for (int i = 0; i < discounted.length; i++) {
            scaled[at + i] = (float) Math.clamp(transitions.reward[i] * scale, -CLIP, CLIP);
            discounted[i] = (float) (gamma * discounted[i] + transitions.reward[i]);
            returns.add(discounted, i);
            discounted[i] = transitions.terminated[i] || transitions.truncated[i] ? 0 : discounted[i];
        }
    }

    void write(final DataOutput out) throws IOException {
        CheckpointArrays.write(out, discounted);
        returns.write(out);
    }

    void read(final DataInput in) throws IOException {
        CheckpointArrays.read(in, discounted);
        returns.read(in);
    }
}
