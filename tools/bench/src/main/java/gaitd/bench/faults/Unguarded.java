package gaitd.bench.faults;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/** A controller whose guards see next to nothing: each limit as loose as it can be set. Limits of commands stay. */
final class Unguarded {
    private static final Setting[] LIMITS = {
        Setting.STALE_MS,
        Setting.TILT_MAX_DEG,
        Setting.POSITION_MARGIN_RAD,
        Setting.SPEED_MAX_RAD_S,
        Setting.OVERLOAD_MS,
        Setting.POWER_MAX_W,
        Setting.TEMPERATURE_MAX_C
    };

    private Unguarded() {}

    static Config config() {
        final Config.Builder builder = new Config.Builder();
        for (final Setting limit : LIMITS) {
            builder.set(limit, limit.max, "a robot without guards");
        }
        return builder.conclude();
    }
}
