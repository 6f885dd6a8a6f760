package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Rewards, lengths and successes of the last episodes. Allocates nothing after construction. */
public final class EpisodeLog {
    /** How many episodes count. */
    public static final int WINDOW = 100;

    private final double[] running;
    private final int[] length;
    private final float[] rewards = new float[WINDOW];
    private final float[] lengths = new float[WINDOW];
    private final float[] successes = new float[WINDOW];
    private long ended;

    EpisodeLog(final int environments) {
        running = new double[environments];
        length = new int[environments];
    }

    void step(final EnvRows rows) {
        for (int env = 0; env < running.length; env++) {
            running[env] += rows.reward[env];
            length[env]++;
            if (rows.done[env] || rows.truncated[env]) {
                final int slot = (int) (ended++ % WINDOW);
                rewards[slot] = (float) running[env];
                lengths[slot] = length[env];
                successes[slot] = rows.success[env] ? 1 : 0;
                running[env] = 0;
                length[env] = 0;
            }
        }
    }

    /** Episodes under way are given up. */
    void restart() {
        java.util.Arrays.fill(running, 0);
        java.util.Arrays.fill(length, 0);
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
        return mean(rewards);
    }

    /**
     * Mean length of the last episodes.
     *
     * @return policy steps, NaN before the first has ended
     */
    public double length() {
        return mean(lengths);
    }

    /**
     * Share of successes among the last episodes.
     *
     * @return 0 to 1, NaN before the first has ended
     */
    public double success() {
        return mean(successes);
    }

    private double mean(final float[] values) {
        final int n = (int) Math.min(ended, WINDOW);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    void write(final DataOutput out) throws IOException {
        out.writeLong(ended);
        Numbers.write(out, rewards);
        Numbers.write(out, lengths);
        Numbers.write(out, successes);
        for (int env = 0; env < running.length; env++) {
            out.writeDouble(running[env]);
            out.writeInt(length[env]);
        }
    }

    void read(final DataInput in) throws IOException {
        ended = in.readLong();
        Numbers.read(in, rewards);
        Numbers.read(in, lengths);
        Numbers.read(in, successes);
        for (int env = 0; env < running.length; env++) {
            running[env] = in.readDouble();
            length[env] = in.readInt();
        }
    }
}
