package gaitd.sim.task;

import gaitd.policies.learn.RandomStream;
import gaitd.policies.text.TomlView;

/** What velocities robots are asked for, and for how long. Immutable. */
final class CommandPlan {
    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final double standing;
    /** Time between two commands, s. */
    final double resampleS;

    private CommandPlan(final double[][] ranges, final double standing, final double resampleS) {
        for (int i = 0; i < 3; i++) {
            low[i] = ranges[i][0];
            high[i] = ranges[i][1];
        }
        this.standing = standing;
        this.resampleS = resampleS;
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
        for (int i = 0; i < 3; i++) {
            final double value = low[i] + (high[i] - low[i]) * random.nextDouble();
            out[at + i] = stands ? 0 : value;
        }
    }
}
