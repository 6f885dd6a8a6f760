package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Rewards, their terms, lengths and successes of the last episodes.
 *
 * <p>After a common beginning tasks cut off first episodes at random times. Such a one counts with the reward and length that the
 * longest of the last episodes would have had at its rate, and not at all when it is shorter than a quarter: a curve would dip at every
 * common beginning otherwise. Allocates nothing after construction.
 */
public final class EpisodeLog {
    /** How many episodes count. */
    public static final int WINDOW = 100;

    /** Lengths of first episodes begin here, below 0, so that a checkpoint knows them. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final int SHORT = 4;

    private final double[] running;
    private final int[] length;
    private final int terms;
    private final double[] runningTerms;
    private final float[] termRewards;
    private final float[] rewards = new float[WINDOW];
    private final float[] lengths = new float[WINDOW];
    private final float[] successes = new float[WINDOW];
    private long ended;

    EpisodeLog(final int environments, final int terms) {
        this.terms = terms;
        running = new double[environments];
        runningTerms = new double[environments * terms];
        termRewards = new float[WINDOW * terms];
        length = new int[environments];
    }

    void step(final Transitions transitions) {
        for (int env = 0; env < running.length; env++) {
            running[env] += transitions.reward[env];
            for (int i = env * terms; i < (env + 1) * terms; i++) {
                runningTerms[i] += transitions.rewardTerm[i];
            }
            length[env]++;
            if (transitions.terminated[env] || transitions.truncated[env]) {
                end(env, transitions);
            }
        }
    }

    private void end(final int env, final Transitions transitions) {
        final boolean first = length[env] < 0;
        final int steps = first ? length[env] - FIRST : length[env];
        final float longest = first && !transitions.terminated[env] ? longest() : 0;
        if (SHORT * steps >= longest) {
            final double scale = Math.max(1, longest / steps);
            final int slot = (int) (ended++ % WINDOW);
            rewards[slot] = (float) (scale * running[env]);
            for (int i = 0; i < terms; i++) {
                termRewards[slot * terms + i] = (float) (scale * runningTerms[env * terms + i]);
            }
            lengths[slot] = (float) (scale * steps);
            successes[slot] = transitions.success[env] ? 1 : 0;
        }
        running[env] = 0;
        Arrays.fill(runningTerms, env * terms, (env + 1) * terms, 0);
        length[env] = 0;
    }

    private float longest() {
        float longest = 0;
        for (int i = 0; i < Math.min(ended, WINDOW); i++) {
            longest = Math.max(longest, lengths[i]);
        }
        return longest;
    }

    /** Discards the episodes under way. */
    void restart() {
        Arrays.fill(running, 0);
        Arrays.fill(runningTerms, 0);
        Arrays.fill(length, FIRST);
    }

    /**
     * Episodes that have ended.
     *
     * @return a count
     */
    public long ended() {
        return ended;
    }

    /**
     * Mean sum of rewards of the last episodes.
     *
     * @return NaN before the first has ended
     */
    public double reward() {
        return mean(rewards, 0, 1);
    }

    /**
     * Mean sum of what one term gave in the last episodes; those of all terms add up to {@link #reward}.
     *
     * @param term as in {@link Transitions#rewardTerm}
     * @return NaN before the first has ended
     */
    public double rewardTerm(final int term) {
        return mean(termRewards, term, terms);
    }

    /**
     * Mean length of the last episodes.
     *
     * @return policy steps, NaN before the first has ended
     */
    public double length() {
        return mean(lengths, 0, 1);
    }

    /**
     * Share of successes among the last episodes.
     *
     * @return 0 to 1, NaN before the first has ended
     */
    public double success() {
        return mean(successes, 0, 1);
    }

    private double mean(final float[] values, final int from, final int stride) {
        final int n = (int) Math.min(ended, WINDOW);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[from + i * stride];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    void write(final DataOutput out) throws IOException {
        out.writeLong(ended);
        CheckpointArrays.write(out, rewards);
        CheckpointArrays.write(out, termRewards);
        CheckpointArrays.write(out, lengths);
        CheckpointArrays.write(out, successes);
        for (int env = 0; env < running.length; env++) {
            out.writeDouble(running[env]);
            out.writeInt(length[env]);
        }
        for (final double sum : runningTerms) {
            out.writeDouble(sum);
        }
    }

    void read(final DataInput in) throws IOException {
        ended = in.readLong();
        CheckpointArrays.read(in, rewards);
        CheckpointArrays.read(in, termRewards);
        CheckpointArrays.read(in, lengths);
        CheckpointArrays.read(in, successes);
        for (int env = 0; env < running.length; env++) {
            running[env] = in.readDouble();
            length[env] = in.readInt();
        }
        for (int i = 0; i < runningTerms.length; i++) {
            runningTerms[i] = in.readDouble();
        }
    }
}
