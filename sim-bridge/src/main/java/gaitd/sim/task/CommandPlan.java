package gaitd.sim.task;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.text.TomlView;

/** What velocities robots are asked for, and for how long. Immutable. */
final class CommandPlan {
    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final double standing;
    private final double[][] focus;
    private final double focusShare;
    /** Time between two commands, s. */
    final double resampleS;

    private CommandPlan(final double[][] ranges, final double standing, final double resampleS) {
        for (int i = 0; i < 3; i++) {
            low[i] = ranges[i][0];
            high[i] = ranges[i][1];
        }
        this.standing = standing;
        this.resampleS = resampleS;
        focus = new double[0][];
        focusShare = 0;
    }

    private CommandPlan(final CommandPlan whole, final double[][] asked, final double share) {
        System.arraycopy(whole.low, 0, low, 0, low.length);
        System.arraycopy(whole.high, 0, high, 0, high.length);
        standing = whole.standing;
        resampleS = whole.resampleS;
        focus = asked.clone();
        focusShare = share;
    }

    /**
     * Velocities around those that a robot is asked for, and now and then any of this plan.
     *
     * @param asked least and greatest forward and left velocity, m/s, and yaw rate, rad/s
     * @param share of commands from these ranges, 0 to 1
     */
    CommandPlan focused(final double[][] asked, final double share) {
        return new CommandPlan(this, asked, share);
    }

    static CommandPlan read(final TomlView table) {
        final CommandPlan plan = new CommandPlan(
                new double[][] {
                    table.range("vx_m_s", -1.5, 1.5), table.range("vy_m_s", -1, 1), table.range("yaw_rad_s", -3, 3)
                },
                table.number("standing", 0, 1),
                table.number("resample_s", 0.1, 1e3));
        table.end();
        return plan;
    }

    /** Draws a command: forward and left velocity, m/s, and yaw rate, rad/s. Allocates nothing. */
    void draw(final RandomStream random, final double[] out, final int at) {
        final boolean stands = random.nextDouble() < standing;
        final boolean focused = focus.length > 0 && random.nextDouble() < focusShare;
        for (int i = 0; i < 3; i++) {
            final double from = focused ? focus[i][0] : low[i];
            final double to = focused ? focus[i][1] : high[i];
            final double value = from + (to - from) * random.nextDouble();
            out[at + i] = stands ? 0 : value;
        }
    }
}
