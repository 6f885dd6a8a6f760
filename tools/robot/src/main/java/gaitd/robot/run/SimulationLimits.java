package gaitd.robot.run;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * Longer time limits for a robot that is simulated in this program: a busy developer's machine may stall controller and
 * simulator for a moment, and a simulated robot is no danger.
 *
 * <p>Never used for a robot on a wire. A limit that the configuration gives is kept.
 */
final class SimulationLimits {
    private static final double STALE_MS = 400;
    /** Physics steps that a busy machine skips make all later states late. */
    private static final double STATE_LAG_MS = 5000;

    private static final double COMMAND_TIMEOUT_MS = 500;
    private static final double MISSED_S = 0.5;
    private static final double COMMAND_AGE_MS = 1000;
    private static final double OPERATOR_TIMEOUT_MS = 2000;
    private static final String ORIGIN = "wider limits of a simulated robot";

    private SimulationLimits() {}

    static Config of(final Config.Builder builder, final Config config) {
        relax(builder, config, Setting.STALE_MS, STALE_MS);
        relax(builder, config, Setting.STATE_LAG_MAX_MS, STATE_LAG_MS);
        relax(builder, config, Setting.SIM_COMMAND_TIMEOUT_MS, COMMAND_TIMEOUT_MS);
        relax(builder, config, Setting.COMMAND_AGE_MAX_MS, COMMAND_AGE_MS);
        relax(builder, config, Setting.OPERATOR_TIMEOUT_MS, OPERATOR_TIMEOUT_MS);
        relax(builder, config, Setting.MISSED_TICKS_MAX, Math.rint(MISSED_S * config.get(Setting.RATE_HZ)));
        return builder.conclude();
    }

    private static void relax(
            final Config.Builder builder, final Config config, final Setting setting, final double value) {
        if ("default".equals(config.origin(setting))) {
            builder.set(setting, value, ORIGIN);
        }
    }
}
